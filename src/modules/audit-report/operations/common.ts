/** What every operation of the module needs: handlers, days, the programme and its name, visibility. */
import type { Programme } from '../../../core/programme/index.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import type { Context, Handler } from '../../../kernel/module.ts';
import { auditPlanContract } from '../../audit-plan/contract.ts';
import type { auditReportContract } from '../contract.ts';
import { facts } from '../facts.ts';

export { facts };

type C = typeof auditReportContract;
/** The type of one operation's handler, from the contract. */
export type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

export const planOf = (context: Context) => context.client(auditPlanContract);

export interface ProgrammeInUse {
  readonly id: string;
  readonly engagementId: string;
  readonly programme: Programme;
}

/** The programme in the edition in force. Refuses one that the caller's engagement does not have. */
export async function programmeOf(context: Context, programmeId: string): Promise<ProgrammeInUse> {
  const { engagementId, programme } = await planOf(context).getProgramme({ programmeId });
  return { id: programmeId, engagementId, programme };
}

/** The programmes of an engagement with a published edition, in their order. */
export async function programmesOf(context: Context, engagementId: string): Promise<ProgrammeInUse[]> {
  const { programmes } = await planOf(context).listProgrammes({ engagementId });
  const found: ProgrammeInUse[] = [];
  for (const { id, retired, edition } of programmes)
    if (!retired && edition !== null) found.push(await programmeOf(context, id));
  return found;
}
