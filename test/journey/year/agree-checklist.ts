/** The checklist of a programme agreed as a whole, where a journey is about what comes after. */
import { checklistContract } from '../../../src/modules/checklist/contract.ts';
import type { Stage } from './stage.ts';

export async function agreeChecklist(stage: Stage, programmeId: string): Promise<void> {
  const author = await stage.api('lead', checklistContract);
  const drafted = await author.draftChecklist({ programmeId });
  const proposed = await author.proposeChecklist({ checklistId: drafted.id, version: drafted.version });
  const city = await stage.api('office', checklistContract);
  await city.agreeChecklist({ checklistId: drafted.id, version: proposed.version });
}
