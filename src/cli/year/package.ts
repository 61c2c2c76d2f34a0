/** Takes the delivered package of a replayed year out of the product, as the city would download it. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Application } from '../../kernel/application.ts';
import type { JobRunner } from '../../kernel/job.ts';
import { deliverablesContract } from '../../modules/deliverables/contract.ts';
import { engagementContract } from '../../modules/engagement/contract.ts';
import { observer } from '../commands/trace.ts';
import type { Year } from './year.ts';

/** Writes `package.zip` and answers with its path; null while nothing has been submitted. */
export async function writePackage(
  { application, jobs }: { readonly application: Application; readonly jobs: JobRunner },
  year: Year,
  tenantId: number,
  folder: string,
): Promise<string | null> {
  const office = observer(tenantId, 0);
  const { engagements } = await application.client(engagementContract, office).listEngagements({});
  const engagement = engagements.find((candidate) => candidate.specification === year.specification);
  if (engagement === undefined) throw new Error('the year made no engagement');
  const deliverables = application.client(deliverablesContract, office);
  const { deliverables: owed } = await deliverables.listDeliverables({ engagementId: engagement.id });
  if (!owed.some((it) => it.versions.length > 0)) return null;
  const engagementId = engagement.id;
  const { packages } = await deliverables.getPackage({ engagementId });
  if (!packages.some(({ state }) => state === 'ready')) {
    await deliverables.makePackage({ engagementId });
    while ((await jobs.runDue()) > 0);
  }
  const { stream, bytes } = await deliverables.downloadPackage({ engagementId });
  const path = join(folder, 'package.zip');
  await writeFile(path, stream?.chunks ?? bytes);
  return path;
}
