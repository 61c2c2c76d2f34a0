/** The course of a plan on the other side: advice, decision, confirmation, effect, closing, reopening. */
import { fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { changedOf } from '../../../kernel/record-store.ts';
import type { PlanContent, PlanState } from '../contract/plans.ts';
import { planRecords, type PlanRecord } from '../store/stores.ts';
import { advance, attachAll, dayOfEvent, facts, type H, planFact, takePlan, withdrawnFindings } from './shared.ts';
import { followUpOf, techniquesOf } from './terms.ts';

const subjectOf = ({ engagementId, content }: PlanRecord) => ({ engagementId, subject: content.finding.findingId });

const byToday = (context: Context) => ({ by: context.caller.accountId, on: context.today });

const save = (context: Context, plan: PlanRecord, state: PlanState, content: Partial<PlanContent>) =>
  planRecords.save(context.tx, plan, { state, content });

export const advisePlan: H<'advisePlan'> = async (context, { planId, version, checks, text, occurredOn }) => {
  const plan = await takePlan(context, planId, version);
  const state = await advance(context, plan, 'advise');
  if (new Set(checks.map(({ name }) => name)).size !== checks.length)
    throw fieldError('checks', '同じ確認事項が二度書かれています。');
  for (const [index, { ok, remark }] of checks.entries())
    if (!ok && remark.trim() === '')
      throw fieldError(`checks.${index}.remark`, '問題があるとした事項には、どう直せばよいかを書いてください。');
  const { submittedOn, issuedOn, round } = plan.content;
  const on = dayOfEvent(context, occurredOn, submittedOn ?? issuedOn, '計画が提出された日');
  const said = { by: context.caller.accountId, on, round, checks, text };
  const saved = await save(context, plan, state, { advice: [...plan.content.advice, said] });
  facts.record(context, 'improvement-plan.reviewed', {
    ...subjectOf(plan),
    data: {
      ...planFact(plan),
      checks: checks.map(({ name }) => name),
      objections: checks.filter(({ ok }) => !ok).length,
      occurredOn: on,
    },
  });
  return changedOf(saved);
};

export const decidePlan: H<'decidePlan'> = async (context, { planId, version, decision, remark }) => {
  const plan = await takePlan(context, planId, version);
  const state = await advance(context, plan, decision);
  const { due } = plan.content.fields;
  if (decision === 'return' && remark.trim() === '') throw fieldError('remark', '戻す理由を書いてください。');
  if (decision === 'approve' && (due === null || due < context.today))
    throw fieldError(
      'decision',
      '完了予定日が過ぎているため、承認できません。所属に戻し、新しい予定日を書いてもらってください。',
    );
  const decisions = [...plan.content.decisions, { ...byToday(context), decision, remark }];
  const approved = decision === 'approve' ? { approvedOn: context.today } : {};
  const saved = await save(context, plan, state, { decisions, ...approved });
  if (decision === 'approve' && due !== null)
    facts.record(context, 'improvement-plan.approved', { ...subjectOf(plan), data: { ...planFact(plan), due } });
  else facts.record(context, 'improvement-plan.returned', { ...subjectOf(plan), data: planFact(plan) });
  return changedOf(saved);
};

export const confirmImprovement: H<'confirmImprovement'> = async (context, { planId, version, ...given }) => {
  const plan = await takePlan(context, planId, version);
  const state = await advance(context, plan, given.meetsIntent ? 'confirm' : 'send-on');
  const { audit, reportedOn, issuedOn } = plan.content;
  const allowed = techniquesOf(await followUpOf(context, plan.engagementId), audit.type);
  if (given.techniques.some((technique) => !allowed.includes(technique)))
    throw fieldError('techniques', `確認の技法は「${allowed.join('」「')}」から選んでください。`);
  const effectOn = given.effectOn ?? null;
  const on = dayOfEvent(context, given.occurredOn, reportedOn ?? issuedOn, '改善の報告の日');
  if (effectOn !== null && effectOn <= on)
    throw fieldError('effectOn', '効果を確認する日は、改善を確認した日より後の日にしてください。');
  const files = await attachAll(context, given.fileIds, plan.id);
  const { meetsIntent, evaluated, text } = given;
  const techniques = [...new Set(given.techniques)];
  const said = { by: context.caller.accountId, on, techniques, meetsIntent, evaluated, text, files };
  const saved = await save(context, plan, state, {
    confirmations: [...plan.content.confirmations, said],
    ...(meetsIntent ? { confirmedOn: on, effectOn, effects: [] } : {}),
  });
  facts.record(context, 'followup.confirmed', {
    ...subjectOf(plan),
    data: {
      ...{ ...planFact(plan), target: audit.targetId, techniques },
      evidence: files.length + (plan.content.progress.at(-1)?.files.length ?? 0),
      ...{ meetsIntent, evaluated, occurredOn: on },
    },
  });
  return changedOf(saved);
};

export const checkEffect: H<'checkEffect'> = async (context, { planId, version, effective, text, occurredOn }) => {
  const plan = await takePlan(context, planId, version);
  const state = await advance(context, plan, effective ? 'check-effect' : 'lose-effect');
  const { confirmedOn, issuedOn, effects, reopenings } = plan.content;
  const on = dayOfEvent(context, occurredOn, confirmedOn ?? issuedOn, '改善を確認した日');
  const said = { by: context.caller.accountId, on, effective, text };
  const saved = await save(context, plan, state, {
    effects: [...effects, said],
    ...(effective ? {} : { ...REOPENED, reopenings: [...reopenings, { by: said.by, on, reason: text }] }),
  });
  facts.record(context, 'improvement.effect-checked', {
    ...subjectOf(plan),
    data: { ...planFact(plan), effective, occurredOn: on },
  });
  if (!effective) facts.record(context, 'improvement.reopened', { ...subjectOf(plan), data: planFact(plan) });
  return changedOf(saved);
};

/** Under way once more: the earlier report and confirmation stay on record, but no longer count. */
const REOPENED = { reportedOn: null, confirmedOn: null, closedOn: null } as const;

export const closePlan: H<'closePlan'> = async (context, { planId, version, note }) => {
  const plan = await takePlan(context, planId, version);
  const state = await advance(context, plan, 'close');
  const saved = await save(context, plan, state, { closedOn: context.today, closing: note });
  facts.record(context, 'improvement.closed', { ...subjectOf(plan), data: planFact(plan) });
  return changedOf(saved);
};

export const reopenPlan: H<'reopenPlan'> = async (context, { planId, version, reason }) => {
  const plan = await takePlan(context, planId, version);
  const state = await advance(context, plan, 'reopen');
  const reopenings = [...plan.content.reopenings, { ...byToday(context), reason }];
  const saved = await save(context, plan, state, { ...REOPENED, reopenings });
  facts.record(context, 'improvement.reopened', { ...subjectOf(plan), data: planFact(plan) });
  return changedOf(saved);
};

export const cancelPlan: H<'cancelPlan'> = async (context, { planId, version, reason }) => {
  const plan = await takePlan(context, planId, version);
  const state = await advance(context, plan, 'cancel');
  const saved = await save(context, plan, state, { cancellation: { ...byToday(context), reason } });
  const withdrawn = await withdrawnFindings(context, plan.engagementId);
  facts.record(context, 'improvement.cancelled', {
    ...subjectOf(plan),
    data: { ...planFact(plan), findingWithdrawn: withdrawn.has(plan.content.finding.findingId) },
  });
  return changedOf(saved);
};
