/** The checklist of a programme agreed as it was drafted, where a test is about what comes after. */
import type { Client } from '../../../kernel/contract.ts';
import type { checklistContract } from '../contract.ts';

type C = Client<typeof checklistContract>;

export async function agreeWhole(lead: C, office: C, programmeId: string): Promise<void> {
  const { id: checklistId, version } = await lead.draftChecklist({ programmeId });
  const proposed = await lead.proposeChecklist({ checklistId, version });
  await office.agreeChecklist({ checklistId, version: proposed.version });
}
