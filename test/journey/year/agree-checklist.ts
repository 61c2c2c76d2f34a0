/** The checklist of a programme agreed as a whole, where a journey is about what comes after. */
import { checklistContract } from '../../../src/modules/checklist/contract.ts';
import { agreeWhole } from '../../../src/modules/checklist/testing/agree-whole.ts';
import type { Stage } from './stage.ts';

export async function agreeChecklist(stage: Stage, programmeId: string): Promise<void> {
  const [lead, office] = await Promise.all([
    stage.api('lead', checklistContract),
    stage.api('office', checklistContract),
  ]);
  await agreeWhole(lead, office, programmeId);
}
