/** All papers of the audits of fukuoka's year: eight targets, their reports, lists, slides and plans, from the records as they stand. */
import { observer } from '../src/cli/commands/trace.ts';
import { replay } from '../src/cli/year/replay.ts';
import { openTemporary } from '../src/cli/year/temporary.ts';
import { loadYear } from '../src/cli/year/years.ts';
import type { Caller } from '../src/kernel/caller.ts';
import { readConfig } from '../src/kernel/config.ts';
import type { Client } from '../src/kernel/contract.ts';
import { AppError } from '../src/kernel/error.ts';
import { discoverModules } from '../src/kernel/discovery.ts';
import { silentLog } from '../src/kernel/log.ts';
import { deliverablesContract } from '../src/modules/deliverables/contract.ts';
import { engagementContract } from '../src/modules/engagement/contract.ts';
import { type Finding, told, within } from './report.ts';

const YEAR = 'fukuoka-2025';
/** Modules whose papers belong to the audits. */
const MODULES = ['audit', 'audit-plan', 'audit-report'];
/** Seconds for all of them. */
const LIMIT = 15;

type Deliverables = Client<typeof deliverablesContract>;
type Format = Parameters<Deliverables['previewDocument']>[0]['format'];

export async function auditPapers(say: (text: string) => void): Promise<readonly Finding[]> {
  const service = await openTemporary(readConfig({}), silentLog);
  try {
    const { tenantId } = await replay(await loadYear(YEAR), service);
    const caller: Caller = { ...observer(tenantId, 0), party: 'contractor', roles: ['audit-lead', 'project-manager'] };
    const { engagements } = await service.application.client(engagementContract, caller).listEngagements({});
    const engagementId = engagements[0]?.id ?? '';
    const client = service.application.client(deliverablesContract, caller);
    const { deliverables } = await client.listDeliverables({ engagementId });
    const kinds = (await discoverModules())
      .filter(({ contract }) => MODULES.includes(contract.id))
      .flatMap(({ documents }) => documents);
    let made = 0;
    const slow: { readonly name: string; readonly seconds: number }[] = [];
    const from = performance.now();
    for (const { kind, formats, perSubject } of kinds) {
      const owed = deliverables.filter(({ type }) => type === kind).map(({ subject }) => subject);
      const subjects = perSubject === undefined ? [null] : owed;
      for (const subject of subjects)
        for (const format of formats) {
          const began = performance.now();
          if (!(await make(client, { engagementId, type: kind, subject, format }))) continue;
          made += 1;
          slow.push({ name: `${kind} ${format}`, seconds: (performance.now() - began) / 1000 });
        }
    }
    const seconds = (performance.now() - from) / 1000;
    for (const { name, seconds: own } of slow.sort((a, b) => b.seconds - a.seconds).slice(0, 5))
      say(`${name} ${own.toFixed(2)} s`);
    return [told('papers of the audits of eight targets', `${made} files`), within('all of them', seconds, LIMIT, 's')];
  } finally {
    await service.close();
  }
}

/** False where the records of this year have no such paper. */
async function make(
  client: Deliverables,
  wanted: { engagementId: string; type: string; subject: string | null; format: Format },
): Promise<boolean> {
  try {
    await client.previewDocument(wanted);
    return true;
  } catch (error) {
    if (error instanceof AppError && (error.code === 'record.missing' || error.code === 'state.refused')) return false;
    throw error;
  }
}
