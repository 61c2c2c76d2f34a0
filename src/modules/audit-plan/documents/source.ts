/** What the papers of the module are made from, as the caller may read it. */
import type { Programme, RecordType } from '../../../core/programme/index.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { type EngagementProfile, engagementContract } from '../../engagement/contract.ts';
import { departmentNames } from '../../people/contract.ts';
import { auditPlanContract, type PlanView, type ProgrammeLine, type TargetView } from '../contract.ts';
import { readPeople } from '../operations/team.ts';

export interface Source {
  readonly context: Context;
  readonly engagement: EngagementProfile;
  readonly today: string;
  readonly programmes: readonly ProgrammeLine[];
  readonly targets: readonly TargetView[];
  readonly departmentName: (id: string) => string;
  readonly personName: (kind: string, id: string) => string;
}

/** Head of a workbook that the contractor makes. */
export const bookHead = (engagement: EngagementProfile, title: string, created: string) => ({
  title,
  author: engagement.contractor,
  created,
  ...(engagement.marking === null ? {} : { marking: engagement.marking }),
});

export const clientOf = (context: Context) => context.client(auditPlanContract);

export async function readSource(context: Context, engagementId: string): Promise<Source> {
  const client = clientOf(context);
  const names = await departmentNames(context);
  const people = await readPeople(context, engagementId, []);
  return {
    context,
    engagement: await context.client(engagementContract).getEngagement({ engagementId }),
    today: context.today,
    programmes: (await client.listProgrammes({ engagementId })).programmes.filter(({ retired }) => !retired),
    targets: (await client.listTargets({ engagementId })).targets.filter(({ state }) => state !== 'withdrawn'),
    departmentName: (id) => names.get(id) ?? '廃止された所属',
    personName: (kind, id) => people.find((one) => one.kind === kind && one.id === id)?.name ?? '未定',
  };
}

/** The programme that keeps its records under this word. */
export async function programmeOf(
  source: Source,
  type: RecordType,
): Promise<{ readonly id: string; readonly programme: Programme }> {
  const found = source.programmes.find(({ recordType, edition }) => recordType === type && edition !== null);
  if (found === undefined)
    throw new AppError('record.missing', {
      message: 'この文書のもとになる監査の手順が、まだ公開されていません。先に監査の手順を取り入れてください。',
    });
  const { programme } = await clientOf(source.context).getProgramme({ programmeId: found.id });
  return { id: found.id, programme };
}

export function missing(message: string): AppError {
  return new AppError('record.missing', { message });
}

/** The slots that a plan speaks of. */
export async function slotsOf(source: Source, plan: PlanView) {
  if (plan.programmeId === null) return [];
  const { slots } = await clientOf(source.context).listSlots({
    engagementId: source.engagement.id,
    programmeId: plan.programmeId,
  });
  return slots.filter(({ targetId }) => plan.targetId === null || targetId === plan.targetId);
}
