/** What the department writes: its plan, how far it is, and that it is done. */
import { fieldError, refuse } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { changedOf } from '../../../kernel/record-store.ts';
import type { PlanFields } from '../contract.ts';
import { missingFields } from '../rules/plan-rules.ts';
import { planRecords, type PlanRecord } from '../store/stores.ts';
import { advance, attachAll, dayOfEvent, facts, type H, planFact, readPlan, takePlan } from './shared.ts';

export const savePlan: H<'savePlan'> = async (context, { planId, version, ...fields }) => {
  const plan = await takePlan(context, planId, version);
  const state = await advance(context, plan, 'save');
  checkDue(context, fields);
  return changedOf(await planRecords.save(context.tx, plan, { state, content: { fields } }));
};

function checkDue(context: Context, { due }: PlanFields): void {
  if (due !== null && due < context.today)
    throw fieldError('due', '完了予定日が今日より前の日になっています。これから終えられる日にしてください。');
}

export const submitPlan: H<'submitPlan'> = async (context, { planId, version, occurredOn }) => {
  const plan = await takePlan(context, planId, version);
  const state = await advance(context, plan, 'submit');
  const missing = missingFields(plan.content.fields);
  if (missing.length > 0) throw refuse(`改善計画に、まだ書かれていない欄があります：${missing.join('、')}。`);
  checkDue(context, plan.content.fields);
  const on = dayOfEvent(context, occurredOn, plan.content.issuedOn, 'シートを受け取った日');
  const round = plan.content.round + 1;
  const saved = await planRecords.save(context.tx, plan, { state, content: { submittedOn: on, round } });
  facts.record(context, 'improvement-plan.submitted', {
    ...subjectOf(plan),
    data: { ...planFact(plan), round, occurredOn: on },
  });
  return changedOf(saved);
};

export const reportProgress: H<'reportProgress'> = async (context, { planId, version, ...given }) => {
  const plan = await takePlan(context, planId, version);
  const state = await advance(context, plan, 'progress');
  if (given.text.trim() === '') throw fieldError('text', '行ったことと、これから行うことを書いてください。');
  const { entry, files } = await entryOf(context, plan, { ...given, evaluation: '', complete: false });
  const saved = await planRecords.save(context.tx, plan, {
    state,
    content: { progress: [...plan.content.progress, entry] },
  });
  facts.record(context, 'improvement.progressed', {
    ...subjectOf(plan),
    data: { ...planFact(plan), percent: given.percent, evidence: files, occurredOn: entry.on },
  });
  return changedOf(saved);
};

export const reportImprovement: H<'reportImprovement'> = async (context, { planId, version, ...given }) => {
  const plan = await takePlan(context, planId, version);
  const state = await advance(context, plan, 'report');
  if (given.text.trim() === '') throw fieldError('text', '行った改善を書いてください。');
  if (given.evaluation.trim() === '')
    throw fieldError('evaluation', '改善の効果を、所属としてどう評価したかを書いてください。');
  const { entry, files } = await entryOf(context, plan, { ...given, percent: 100, complete: true });
  const saved = await planRecords.save(context.tx, plan, {
    state,
    content: { progress: [...plan.content.progress, entry], reportedOn: entry.on },
  });
  facts.record(context, 'improvement.reported', {
    ...subjectOf(plan),
    data: {
      ...planFact(plan),
      target: plan.content.audit.targetId,
      findings: await reportedOf(context, saved),
      evidence: files,
      occurredOn: entry.on,
    },
  });
  return changedOf(saved);
};

/** How many findings of the target have been reported as put right. */
async function reportedOf(context: Context, plan: PlanRecord): Promise<number> {
  const all = await planRecords.list(context.tx, { engagementId: plan.engagementId });
  return all.filter(
    ({ content, state }) =>
      content.audit.targetId === plan.content.audit.targetId && content.reportedOn !== null && state !== 'cancelled',
  ).length;
}

interface Given {
  readonly percent: number;
  readonly text: string;
  readonly evaluation: string;
  readonly complete: boolean;
  readonly fileIds: readonly string[];
  readonly occurredOn?: string | undefined;
}

async function entryOf(context: Context, plan: PlanRecord, given: Given) {
  const { percent, text, evaluation, complete, fileIds } = given;
  const on = dayOfEvent(context, given.occurredOn, plan.content.approvedOn ?? plan.content.issuedOn, '計画の承認の日');
  const files = await attachAll(context, fileIds, plan.id);
  const at = context.now.toISOString();
  const entry = { id: context.newId(), by: context.caller.accountId, on, at };
  return { entry: { ...entry, percent, text, evaluation, complete, files }, files: files.length };
}

const subjectOf = ({ engagementId, content }: PlanRecord) => ({ engagementId, subject: content.finding.findingId });

export const downloadOwnFile: H<'downloadOwnFile'> = async (context, { planId, fileId }) =>
  openFile(context, await readPlan(context, planId), fileId, false);

export const downloadFile: H<'downloadFile'> = async (context, { planId, fileId }) =>
  openFile(context, await readPlan(context, planId), fileId, true);

/** A file of the plan; what the contractor added when it confirmed is not the department's. */
async function openFile(context: Context, { content }: PlanRecord, fileId: string, all: boolean) {
  const own = content.progress.flatMap(({ files }) => files);
  const others = all ? content.confirmations.flatMap(({ files }) => files) : [];
  if (![...own, ...others].some((file) => file.fileId === fileId))
    throw refuse('このファイルは、この改善計画に添えられていません。画面を開き直してください。');
  const { name, mediaType, bytes } = await context.files.open(fileId);
  return { name, mediaType, bytes };
}
