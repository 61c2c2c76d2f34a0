/** Answers of all departments as the risk value needs them. */
import {
  type AnswerSheet,
  answerTo,
  exposureOf,
  EXPOSURE_FACTORS,
  scoreSelfCheck,
} from '../../../core/assessment/index.ts';
import type { Questionnaire } from '../../../core/content-schema/index.ts';
import type { Context } from '../../../kernel/module.ts';
import { engagementContract } from '../../engagement/contract.ts';
import type { RankedDepartment, Ranking } from '../contract/selection.ts';
import { proposeDepartments, USUAL_COUNT, wantedCount } from '../rules/proposal.ts';
import {
  DEFAULT_WEIGHTS,
  explain,
  rankDepartments,
  rankRanges,
  type RiskPoints,
  type RiskWeights,
  sensitivity,
} from '../rules/risk-value.ts';
import { type CampaignRow, findCampaign, listStatuses } from '../store/campaign-store.ts';
import { listWeights, type StoredWeights } from '../store/decision-store.ts';
import { responsesOf } from '../store/response-store.ts';
import type { StatusRow } from '../store/tables.ts';
import { checkDelivered, newestCampaigns } from './common.ts';

export interface CountedSheet {
  readonly status: StatusRow;
  readonly answers: AnswerSheet;
}

/** A campaign's form and the answers that count: submitted, and approved where the campaign asks for that. */
export async function countedSheets(
  context: Context,
  campaign: CampaignRow,
): Promise<{
  readonly form: Questionnaire;
  readonly statuses: readonly StatusRow[];
  readonly sheets: readonly CountedSheet[];
}> {
  const { form } = await findCampaign(context.tx, campaign.id);
  const statuses = await listStatuses(context.tx, [campaign.id]);
  const responses = new Map(
    (await responsesOf(context.tx, campaign.id)).map((row) => [row.respondent_id, row.answers]),
  );
  const sheets = statuses.flatMap((status) => {
    const answers = status.state === 'submitted' ? responses.get(status.respondent_id) : undefined;
    return answers === undefined ? [] : [{ status, answers }];
  });
  return { form, statuses, sheets };
}

export const weightsView = (row: StoredWeights) => ({
  number: row.number,
  weights: row.weights,
  reason: row.reason,
  changedAt: row.changedAt.toISOString(),
});

const PRODUCT_WEIGHTS = { number: 0, weights: DEFAULT_WEIGHTS, reason: '製品の標準の重み', changedAt: null };

type Weighed = Ranking['weights'];

/** The weights in force. */
export async function currentWeights(context: Context, engagementId: string): Promise<Weighed> {
  const [newest] = await listWeights(context.tx, engagementId);
  return newest === undefined ? PRODUCT_WEIGHTS : weightsView(newest);
}

export async function allWeights(context: Context, engagementId: string): Promise<Weighed[]> {
  return [...(await listWeights(context.tx, engagementId)).map(weightsView), PRODUCT_WEIGHTS];
}

/** The ranking by the weights in force, or by others to see their effect. */
export async function rankingOf(context: Context, engagementId: string, other?: RiskWeights): Promise<Ranking> {
  const { specification } = await context.client(engagementContract).getEngagement({ engagementId });
  const inForce = await currentWeights(context, engagementId);
  const weights = other ?? inForce.weights;
  const count = wantedCount(specification) ?? USUAL_COUNT;
  const { check, survey } = await newestCampaigns(context.tx, engagementId);
  const nothing = {
    weights: inForce,
    departments: [],
    unranked: [],
    sensitivity: [],
    topTen: { changes: [], ranges: [] },
    count,
    proposal: [],
  };
  if (check === null) return { ...nothing, surveyed: survey !== null };
  checkDelivered(context.caller, check);
  if (survey !== null) checkDelivered(context.caller, survey);
  const checks = await countedSheets(context, check);
  const surveys = survey === null ? null : await countedSheets(context, survey);
  const candidates = checks.sheets.flatMap(({ status, answers }) => {
    const own = surveys?.sheets.find((sheet) => sheet.status.department_id === status.department_id);
    if (surveys !== null && own === undefined) return [];
    const { gap, items } = scoreSelfCheck(checks.form, answers);
    const notDone = items.filter(({ achievement }) => achievement !== null && achievement < 1);
    return [
      {
        departmentId: status.department_id,
        departmentName: status.department_name,
        bureauId: status.bureau_id,
        bureauName: status.bureau_name,
        points: pointsOf(gap, surveys === null || own === undefined ? null : exposureOf(surveys.form, own.answers)),
        matchesTheme: own !== undefined && answerTo(own.answers, 'external-service-use')?.value === 'yes',
        notDone: notDone.length,
        grave: notDone.filter(({ severity }) => severity === 3).length,
      },
    ];
  });
  const departments: RankedDepartment[] = rankDepartments(candidates, weights).map((department) => ({
    ...department,
    explanation: explain(department.points, weights, department),
  }));
  const ranked = new Set(departments.map(({ departmentId }) => departmentId));
  return {
    weights: inForce,
    departments,
    unranked: checks.statuses
      .filter((status) => !ranked.has(status.department_id))
      .map((status) => ({
        departmentId: status.department_id,
        departmentName: status.department_name,
        bureauName: status.bureau_name,
      })),
    sensitivity: changesAmong(candidates, weights, count),
    topTen: {
      changes: changesAmong(candidates, weights, TOP),
      ranges: rankRanges(candidates, weights, TOP),
    },
    count,
    proposal: proposeDepartments(departments, count).map((proposed) => ({ ...proposed, basis: [...proposed.basis] })),
    surveyed: survey !== null,
  };
}

/** The departments that people look at first. */
const TOP = 10;

const changesAmong = (candidates: Parameters<typeof sensitivity>[0], weights: RiskWeights, top: number) =>
  sensitivity(candidates, weights, top).map((change) => ({
    ...change,
    entering: [...change.entering],
    leaving: [...change.leaving],
  }));

function pointsOf(gap: number, exposure: ReturnType<typeof exposureOf> | null): RiskPoints {
  const factors = EXPOSURE_FACTORS.map(({ id }) => [id, exposure === null ? null : exposure[id]] as const);
  return { gap, ...(Object.fromEntries(factors) as Omit<RiskPoints, 'gap'>) };
}
