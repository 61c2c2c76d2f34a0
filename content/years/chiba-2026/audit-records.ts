/** Finding the audit of a section as it stands now. */
import type { World } from '../../../src/cli/year/year.ts';
import { auditContract } from '../../../src/modules/audit/contract.ts';
import type { Audited } from './cast.ts';
import type { Memory } from './memory.ts';

/** The audit of a section with its present version. */
export async function auditOf(
  world: World,
  memory: Memory,
  section: Audited,
): Promise<{ auditId: string; version: number }> {
  const { audits } = await world.as('lead', auditContract).getProgramme({ engagementId: memory.get('engagement') });
  const found = audits.find((candidate) => candidate.departmentId === memory.get(`department:${section}`));
  if (found === undefined) throw new Error(`no audit of ${section}`);
  return { auditId: found.id, version: found.version };
}
