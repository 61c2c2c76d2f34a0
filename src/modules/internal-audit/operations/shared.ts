/** What every operation of the module needs: the targets, who writes on them, which side reviews. */
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Context, Handler } from '../../../kernel/module.ts';
import { auditPlanContract } from '../../audit-plan/contract.ts';
import { engagementContract } from '../../engagement/contract.ts';
import type { internalAuditContract } from '../contract.ts';
import type { ReportLine, ReportView } from '../contract/reports.ts';
import type { ReviewView } from '../contract/reviews.ts';
import { facts } from '../facts.ts';
import { type ReportRecord, reports, type ReviewRecord, reviews } from '../store/stores.ts';

export { facts };

type C = typeof internalAuditContract;
/** The type of one operation's handler, from the contract. */
export type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

export const reportViewOf = ({ content, position, ...record }: ReportRecord): ReportView => ({
  ...content,
  id: record.id,
  engagementId: record.engagementId,
  targetId: record.targetId,
  number: position,
  state: record.state,
  version: record.version,
});

export const reviewViewOf = ({ id, reportId, state, version, content }: ReviewRecord): ReviewView => ({
  ...content,
  id,
  reportId,
  state,
  version,
});

export const isOffice = ({ caller }: Context): boolean => caller.roles.includes('security-office');

/** The side that reviews: the contractor, unless the specification was read as leaving it to the city. */
export async function reviewerOf(context: Context, engagementId: string): Promise<'contractor' | 'city'> {
  const { readings } = await context.client(engagementContract).getEngagement({ engagementId });
  return readings['report-reviewer'] === 'city' ? 'city' : 'contractor';
}

/** A target that the city's own auditors audit. */
export interface Target {
  readonly targetId: string;
  readonly target: string;
  readonly programme: string;
  readonly plannedOn: string | null;
}

/** Targets that the caller writes a report on: all of them for the office, which may put a paper on record. */
export async function ownTargets(
  context: Context,
  engagementId: string,
): Promise<{ readonly auditor: boolean; readonly targets: readonly Target[] }> {
  const { auditor, targets } = await context.client(auditPlanContract).getOwnAuditing({ engagementId });
  if (isOffice(context)) return { auditor: auditor !== null, targets: await allTargets(context, engagementId) };
  return {
    auditor: auditor !== null,
    targets: targets
      .filter(({ conductedBy, role }) => conductedBy === 'city-auditors' && role !== 'attendant')
      .map(({ targetId, name, programme, plannedOn }) => ({ targetId, target: name, programme, plannedOn })),
  };
}

export async function allTargets(context: Context, engagementId: string): Promise<Target[]> {
  const client = context.client(auditPlanContract);
  const { programmes } = await client.listProgrammes({ engagementId });
  const own = new Map<string, string>();
  for (const { id, title, edition } of programmes) {
    if (edition === null) continue;
    const { programme } = await client.getProgramme({ programmeId: id });
    if (programme.conductedBy === 'city-auditors') own.set(id, title);
  }
  const { targets } = await client.listTargets({ engagementId });
  return targets.flatMap(({ id, programmeId, name, plannedOn, state }) => {
    const programme = own.get(programmeId);
    if (programme === undefined || state === 'withdrawn' || state === 'proposed') return [];
    return [{ targetId: id, target: name, programme, plannedOn }];
  });
}

/** The target, when the caller writes its report. Otherwise it looks as if it did not exist. */
export async function ownTarget(context: Context, engagementId: string, targetId: string): Promise<Target> {
  const { targets } = await ownTargets(context, engagementId);
  const found = targets.find((one) => one.targetId === targetId);
  if (found === undefined) throw new AppError('record.missing', { internal: 'target not assigned' });
  return found;
}

export async function lineOf(context: Context, target: Target, mayReadDrafts: boolean): Promise<ReportLine> {
  const versions = await versionsOf(context, target.targetId, mayReadDrafts);
  const latest = versions.at(-1);
  const review = latest === undefined ? null : await issuedReview(context, latest.id);
  return {
    targetId: target.targetId,
    target: target.target,
    programme: target.programme,
    plannedOn: target.plannedOn,
    reportId: latest?.id ?? null,
    number: latest?.position ?? 0,
    state: latest?.state ?? null,
    observations: latest?.content.observations.length ?? 0,
    submittedOn: latest?.content.submittedOn ?? null,
    advice: review?.content.advice.length ?? 0,
  };
}

/** A version that is being written stays within the city. */
export async function versionsOf(context: Context, targetId: string, mayReadDrafts: boolean): Promise<ReportRecord[]> {
  const all = await reports.list(context.tx, { targetId });
  return mayReadDrafts ? all : all.filter(({ state }) => state !== 'draft');
}

export async function issuedReview(context: Context, reportId: string): Promise<ReviewRecord | null> {
  const [review] = await reviews.list(context.tx, { reportId });
  return review?.state === 'issued' ? review : null;
}
