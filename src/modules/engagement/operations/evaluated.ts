/** The duties of an engagement as the journal has them now, from memory where that is up to date. */
import type { Evaluation, Obligation } from '../../../core/obligation/index.ts';
import { forecastRisks, isRecordable, type Risk } from '../../../core/obligation/index.ts';
import type { Specification } from '../../../core/specification/index.ts';
import type { Context } from '../../../kernel/module.ts';
import type { EngagementProfile, Task } from '../contract.ts';
import { createEvaluationCache } from '../evaluation-cache.ts';
import { specificationUnder } from '../specifications.ts';
import { type ClosedDay, selectClosedDays } from '../store-board.ts';
import { selectTasks } from '../store-tasks.ts';
import { requireEngagement } from '../store.ts';

/** One per process, for all municipalities; its entries are told apart by tenant and engagement. */
const cache = createEvaluationCache();

export interface Setting {
  readonly engagement: EngagementProfile;
  readonly specification: Specification;
  readonly closedDays: readonly ClosedDay[];
}

export async function settingOf(context: Context, engagementId: string): Promise<Setting> {
  const [engagement, { days }] = await Promise.all([
    requireEngagement(context.tx, engagementId),
    selectClosedDays(context.tx, engagementId),
  ]);
  const specification = await specificationUnder(context, engagement.specification, engagement.readings);
  return { engagement, specification, closedDays: days };
}

/** `look` sees the evaluation at once and keeps no part of it. */
export async function evaluated<T>(
  context: Context,
  engagementId: string,
  look: (evaluation: Evaluation, setting: Setting) => T,
): Promise<T> {
  const setting = await settingOf(context, engagementId);
  return readEvaluation(context, engagementId, setting, (evaluation) => look(evaluation, setting));
}

function readEvaluation<T>(
  context: Context,
  engagementId: string,
  { specification, closedDays }: Setting,
  look: (evaluation: Evaluation) => T,
): Promise<T> {
  const days = closedDays.map(({ day }) => day);
  return cache.read(context.tx, { engagementId, specification, closedDays: days }, look);
}

/** The duties of today with what the plan and the product add to them. */
export interface Board {
  readonly setting: Setting;
  readonly obligations: readonly Obligation[];
  readonly risks: ReadonlyMap<string, Risk>;
  /** Keys of duties that nothing in the product can record yet. */
  readonly notReady: ReadonlySet<string>;
  readonly tasks: readonly Task[];
}

export async function boardOf(context: Context, engagementId: string): Promise<Board> {
  const setting = await settingOf(context, engagementId);
  const tasks = await selectTasks(context.tx, engagementId);
  const obligations = await readEvaluation(context, engagementId, setting, (evaluation) =>
    evaluation.at(context.today),
  );
  const plannedEnds = new Map(
    tasks
      .filter(({ percent, excluded, clause }) => percent < 100 && excluded === null && clause !== '')
      .map(({ clause, plannedEnd }) => [clause, plannedEnd]),
  );
  return {
    setting,
    obligations,
    tasks,
    risks: forecastRisks(obligations, { today: context.today, plannedEnds }),
    notReady: unreadyKeys(context, setting.specification, obligations),
  };
}

function unreadyKeys(
  { providers }: Context,
  specification: Specification,
  obligations: readonly Obligation[],
): ReadonlySet<string> {
  const unready = new Map(
    specification.clauses.flatMap(({ id, rules }) => {
      const own = rules.filter((rule) => !isRecordable(rule, providers.factKinds)).map((rule) => rule.id);
      return own.length === 0 ? [] : [[id, new Set(own)]];
    }),
  );
  if (unready.size === 0) return new Set();
  return new Set(obligations.filter(({ clause, rule }) => unready.get(clause)?.has(rule)).map(({ key }) => key));
}
