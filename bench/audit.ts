/** An audit of 1,500 items: opening it, looking at it and judging one item, each over the contracts with the whole request. */
import { multiplyChecks } from '../src/modules/audit/testing/multiply-checks.ts';
import type { Caller } from '../src/kernel/caller.ts';
import { readConfig } from '../src/kernel/config.ts';
import { newId } from '../src/kernel/identifier.ts';
import { silentLog } from '../src/kernel/log.ts';
import type { Role } from '../src/kernel/role.ts';
import { createTenant } from '../src/kernel/tenant.ts';
import { openTemporary } from '../src/cli/year/temporary.ts';
import { auditContract } from '../src/modules/audit/contract.ts';
import { auditPlanContract } from '../src/modules/audit-plan/contract.ts';
import { engagementContract } from '../src/modules/engagement/contract.ts';
import { peopleContract } from '../src/modules/people/contract.ts';
import { timeInBrowser } from './audit-browser.ts';
import { type Finding, median, told, within } from './report.ts';

const ITEMS = 1500;
const ROUNDS = 9;
const JUDGED = 40;
const BROWSER_ROUNDS = 5;
/** Seconds to make it; milliseconds of the server to open it and to keep one judgement, and in the browser until it is usable. */
const LIMITS = { create: 1, open: 300, judge: 50, browser: 1000 } as const;

export async function audit(say: (text: string) => void): Promise<readonly Finding[]> {
  const service = await openTemporary(readConfig({}), silentLog);
  try {
    const { database, application, clock } = service;
    const tenantId = await createTenant(database, { code: 'bench', name: '計測市' }, clock.now());
    const caller = (party: Caller['party'], roles: readonly Role[]): Caller => ({
      ...{ tenantId, party, roles, accountId: newId(clock.now()), departmentIds: [], clockOffset: 0 },
    });
    const { created } = await application.client(peopleContract, caller('system', ['administrator'])).reorganise({
      from: '2020-04-01',
      changes: [{ kind: 'create', key: 'd', name: '情報課', kana: 'じょうほうか', bureau: null }],
    });
    clock.moveTo('2026-10-01T01:00:00.000Z');
    const { engagementId } = await application
      .client(engagementContract, caller('contractor', ['project-manager']))
      .createEngagement({
        specification: 'chiba-2026',
        contractDate: '2026-06-01',
        contractor: '計測法人',
        client: { department: '担当課', address: '一番1号', tel: '000-000-0000', fax: '', email: '' },
        places: ['市役所'],
      });
    const leadCaller = caller('contractor', ['audit-lead']);
    const lead = application.client(auditContract, leadCaller);
    const plan = application.client(auditPlanContract, leadCaller);
    const office = application.client(auditPlanContract, caller('city', ['security-office']));
    const { id: programmeId } = await plan.adoptProgramme({ engagementId, source: 'kyoto-my-number' });
    // Every item of every catalogue; the rest is copied under other keys until there are enough.
    const { catalogues } = await lead.listItemCatalogues({ engagementId });
    const wanted = catalogues.reduce((sum, { items }) => sum + items, 0);
    say(`${catalogues.length} catalogues with ${wanted} items`);
    const items = [];
    for (const { code } of catalogues) {
      const { chapters } = await lead.getItemCatalogue({ engagementId, code });
      const ids = chapters.flatMap(({ sections }) => sections.flatMap((section) => section.items.map(({ id }) => id)));
      items.push({ catalogue: code, items: ids });
    }
    const target = await office.addTarget({
      ...{ programmeId, kind: 'affair', name: '計測の事務', departmentIds: [created[0]?.id ?? ''] },
    });
    await office.decideTargets({ targets: [{ targetId: target.id, version: target.version }] });
    const creating = performance.now();
    const opened = await lead.openAuditOfTarget({ targetId: target.id, items });
    const seconds = (performance.now() - creating) / 1000;
    const copies = await database.transaction(tenantId, (tx) => multiplyChecks(tx, opened.id, ITEMS));
    await lead.beginAudit({ auditId: opened.id, version: opened.version });
    const scaled = (seconds * ITEMS) / Math.max(1, opened.items);
    const looks: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const from = performance.now();
      const [{ rows }] = await Promise.all([
        lead.listCheckRows({ auditId: opened.id }),
        lead.getAudit({ auditId: opened.id }),
        lead.listEvidence({ auditId: opened.id }),
      ]);
      const first = rows[0];
      if (first !== undefined) await lead.getPaper({ checkId: first.id });
      looks.push(performance.now() - from);
    }
    const { rows } = await lead.listCheckRows({ auditId: opened.id });
    const judged: number[] = [];
    for (const { id, version } of rows.slice(0, JUDGED)) {
      const from = performance.now();
      await lead.judgeCheck({
        ...{ checkId: id, version, judgement: 'adequate', techniques: ['document-review'] },
        ...{ fact: '記録により確認した。', evidenceIds: [] },
      });
      judged.push(performance.now() - from);
    }
    const path = `/engagements/${engagementId}/audit/departments/${opened.id}/checks`;
    const browser = await timeInBrowser(service, caller('system', ['administrator']), path, BROWSER_ROUNDS);
    return [
      told('audit, items', `${rows.length}, of which ${copies} copied beside the contract`),
      within(`audit made, ${opened.items} items, scaled to ${ITEMS}`, scaled, LIMITS.create, 's'),
      within(`audit of ${rows.length} items opened, median of ${ROUNDS}`, median(looks), LIMITS.open, 'ms'),
      within(`one judgement kept, median of ${JUDGED}`, median(judged), LIMITS.judge, 'ms'),
      within(`usable in an empty browser, median of ${BROWSER_ROUNDS}`, browser.fresh, LIMITS.browser, 'ms'),
      within(`usable after a reload, median of ${BROWSER_ROUNDS}`, browser.again, LIMITS.browser, 'ms'),
    ];
  } finally {
    await service.close();
  }
}
