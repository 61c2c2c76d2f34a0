/** What every operation of the module needs: handlers, days, the programme and its name, visibility. */
import type { Programme } from '../../../core/programme/index.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import type { Caller } from '../../../kernel/caller.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context, Handler } from '../../../kernel/module.ts';
import { auditPlanContract } from '../../audit-plan/contract.ts';
import { engagementContract, type EngagementProfile } from '../../engagement/contract.ts';
import type { auditReportContract } from '../contract.ts';
import { facts } from '../facts.ts';

export { facts };

type C = typeof auditReportContract;
/** The type of one operation's handler, from the contract. */
export type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

export const refuse = (message: string): AppError => new AppError('state.refused', { message });

export const isCity = (caller: Caller): boolean => caller.party === 'city';

export const planOf = (context: Context) => context.client(auditPlanContract);

export function engagementOf(context: Context, engagementId: string): Promise<EngagementProfile> {
  return context.client(engagementContract).getEngagement({ engagementId });
}

export const changedOf = ({ id, version, state }: { id: string; version: number; state: string }) => ({
  id,
  version,
  state,
});

/** The day on which something happened: not in the future, not before the contract. Today when not said. */
export async function dayOfEvent(
  context: Context,
  engagementId: string,
  given: string | undefined,
  path = 'occurredOn',
): Promise<string> {
  if (given === undefined) return context.today;
  if (given > context.today) throw fieldError(path, 'これから先の日付は登録できません。');
  const { contractDate } = await engagementOf(context, engagementId);
  if (given < contractDate) throw fieldError(path, '契約を結んだ日より前の日付は登録できません。');
  return given;
}

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
