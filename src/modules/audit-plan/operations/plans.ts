/** Plans in versions: drafted from the records, submitted when complete, agreed by the other side, distributed, confirmed. */
import { isCity } from '../../../kernel/caller.ts';
import { AppError, fieldError, refuse } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { dayOfEvent, engagementOf } from '../../engagement/contract.ts';
import type { PlanContent } from '../contract/plans.ts';
import { checkRecordVersion, nextPosition, changedOf } from '../../../kernel/record-store.ts';
import { type PlanRecord, plans, targets } from '../store/stores.ts';
import { firstDraft } from './plan-draft.ts';
import { askedOf, identity, missingOf, recordSubmitted } from './plan-parts.ts';
import { checkParty, facts, type H, programmeInForce } from './shared.ts';
import { checkAlive } from './targets.ts';

export const listPlans: H<'listPlans'> = async (context, { engagementId }) => {
  const all = await plans.list(context.tx, { engagementId });
  const views = [];
  for (const plan of all) views.push(await viewOf(context, plan));
  return { plans: views };
};

export const getPlan: H<'getPlan'> = async (context, { planId }) =>
  viewOf(context, await plans.get(context.tx, planId));

export const draftPlan: H<'draftPlan'> = async (context, { engagementId, stage, programmeId, targetId }) => {
  await engagementOf(context, engagementId);
  const asked = await askedOf(context, stage, programmeId);
  if (asked !== null && (asked.per === 'target') !== (targetId !== null))
    throw fieldError(
      'targetId',
      asked.per === 'target'
        ? 'この計画書は対象ごとに作ります。対象を選んでください。'
        : 'この計画書は手順に一つ作ります。',
    );
  if (targetId !== null) checkAlive(await targets.get(context.tx, targetId));
  const own = await sameLine(context, { engagementId, programmeId, targetId, stage });
  if (own.length > 0)
    throw refuse('この計画書は既にあります。案は続けて直し、提出したものは「変更の案を作る」から変えてください。');
  const content = await firstDraft(context, { engagementId, stage, programmeId, targetId });
  const saved = await plans.insert(context, {
    engagementId,
    programmeId,
    targetId,
    state: 'draft',
    position: 1,
    content,
  });
  return changedOf(saved);
};

export const savePlan: H<'savePlan'> = async (context, { planId, version, ...body }) => {
  const plan = await take(context, planId, version);
  checkDraft(plan);
  await checkPeriod(context, plan.engagementId, body);
  const saved = await plans.save(context.tx, plan, {
    state: 'draft',
    content: { ...body, fields: body.fields.map((field) => (field.none ? { ...field, text: '' } : field)) },
  });
  return changedOf(saved);
};

export const submitPlan: H<'submitPlan'> = async (context, { planId, version, occurredOn }) => {
  const plan = await take(context, planId, version);
  checkDraft(plan);
  await checkPeriod(context, plan.engagementId, plan.content);
  const missing = missingOf(plan.content, await askedOf(context, plan.content.stage, plan.programmeId));
  if (missing.length > 0)
    throw refuse(`「${missing.join('」、「')}」が書かれていません。書いて保存してから提出してください。`);
  const day = await dayOfEvent(context, plan.engagementId, occurredOn);
  const lineId = plan.content.lineId ?? plan.id;
  // The version before gives way when this one is laid before the other side.
  for (const old of await sameLine(context, { ...plan, stage: plan.content.stage }))
    if (old.id !== plan.id && (old.state === 'submitted' || old.state === 'agreed'))
      await plans.save(context.tx, old, { state: 'superseded' });
  const saved = await plans.save(context.tx, plan, {
    state: 'submitted',
    content: { submittedOn: day, submittedBy: isCity(context.caller) ? 'city' : 'contractor', lineId, remark: '' },
  });
  await recordSubmitted(context, saved, lineId, day);
  return changedOf(saved);
};

export const agreePlan: H<'agreePlan'> = async (context, { planId, version, occurredOn }) => {
  const plan = await take(context, planId, version);
  checkOther(context, plan, '同意');
  const day = await dayOfEvent(context, plan.engagementId, occurredOn);
  checkAfter(day, plan.content.submittedOn, '提出した日');
  const saved = await plans.save(context.tx, plan, { state: 'agreed', content: { agreedOn: day } });
  facts.record(context, 'audit-plan.agreed', {
    engagementId: plan.engagementId,
    subject: plan.content.lineId ?? plan.id,
    data: { ...(await identity(context, plan)), version: plan.position, occurredOn: day },
  });
  return changedOf(saved);
};

export const returnPlan: H<'returnPlan'> = async (context, { planId, version, remark }) => {
  const plan = await take(context, planId, version);
  checkOther(context, plan, '差戻し');
  const saved = await plans.save(context.tx, plan, { state: 'returned', content: { remark } });
  facts.record(context, 'audit-plan.returned', {
    engagementId: plan.engagementId,
    subject: plan.content.lineId ?? plan.id,
    data: { ...(await identity(context, plan)), version: plan.position },
  });
  return changedOf(saved);
};

export const changePlan: H<'changePlan'> = async (context, { planId, reason }) => {
  const plan = await plans.take(context.tx, planId);
  if (plan.state !== 'submitted' && plan.state !== 'agreed')
    throw refuse('提出した計画書だけを変えられます。案は、そのまま直してください。');
  const own = await sameLine(context, { ...plan, stage: plan.content.stage });
  if (own.some(({ state }) => state === 'draft' || state === 'returned'))
    throw refuse('この計画書には、既に変更の案があります。その案を開いて続けてください。');
  const { engagementId, programmeId, targetId, content } = plan;
  const saved = await plans.insert(context, {
    engagementId,
    programmeId,
    targetId,
    state: 'draft',
    position: nextPosition(own),
    content: {
      ...content,
      lineId: content.lineId ?? plan.id,
      reason,
      remark: '',
      submittedOn: null,
      submittedBy: null,
      agreedOn: null,
      distributedOn: null,
      confirmedOn: null,
      confirmedBy: null,
    },
  });
  return changedOf(saved);
};

export const distributePlan: H<'distributePlan'> = async (context, { planId, version, occurredOn }) => {
  const plan = await take(context, planId, version);
  const { targetId, programmeId } = plan;
  if (targetId === null || programmeId === null) throw refuse('対象ごとの実施計画書だけを所属に配ります。');
  if (plan.state !== 'submitted' && plan.state !== 'agreed')
    throw refuse('計画書がまだ提出されていません。提出してから配ってください。');
  const { programme } = await programmeInForce(context, programmeId);
  checkParty(context.caller, programme.parties.noticeBy, '実施計画書の配布');
  checkAlive(await targets.get(context.tx, targetId));
  const day = await dayOfEvent(context, plan.engagementId, occurredOn);
  checkAfter(day, plan.content.submittedOn, '提出した日');
  const saved = await plans.save(context.tx, plan, {
    content: { distributedOn: day, confirmedOn: null, confirmedBy: null },
  });
  facts.record(context, 'audit-plan.distributed', {
    engagementId: plan.engagementId,
    subject: plan.content.lineId ?? plan.id,
    data: { type: programme.recordType, target: targetId, version: plan.position, occurredOn: day },
  });
  return changedOf(saved);
};

async function viewOf(context: Context, plan: PlanRecord) {
  const asked = await askedOf(context, plan.content.stage, plan.programmeId).catch((error: unknown) => {
    // A later edition of the programme may ask for no plan of this stage: what exists stays readable.
    if (error instanceof AppError && error.code === 'input.invalid') return null;
    throw error;
  });
  const { id, engagementId, programmeId, targetId, position, state, version, content } = plan;
  return {
    ...content,
    id,
    engagementId,
    programmeId,
    targetId,
    position,
    state,
    version,
    missing: missingOf(content, asked),
    agreedNeeded: asked?.agreed ?? false,
    confirmationNeeded: asked?.confirmedByTarget ?? false,
  };
}

interface Line {
  readonly engagementId: string;
  readonly programmeId: string | null;
  readonly targetId: string | null;
  readonly stage: PlanContent['stage'];
}

async function sameLine(context: Context, line: Line): Promise<PlanRecord[]> {
  const all = await plans.list(context.tx, { engagementId: line.engagementId });
  return all.filter(
    ({ programmeId, targetId, content }) =>
      programmeId === line.programmeId && targetId === line.targetId && content.stage === line.stage,
  );
}

async function take(context: Context, planId: string, version: number): Promise<PlanRecord> {
  const plan = await plans.take(context.tx, planId);
  checkRecordVersion(plan, version);
  return plan;
}

function checkDraft(plan: PlanRecord): void {
  if (plan.state !== 'draft' && plan.state !== 'returned')
    throw refuse('提出した計画書は変えられません。「変更の案を作る」から、理由を示して変えてください。');
}

function checkOther(context: Context, plan: PlanRecord, what: string): void {
  if (plan.state !== 'submitted') throw refuse('この計画書は提出されていません。一覧を開き直してください。');
  const mine = (plan.content.submittedBy === 'city') === isCity(context.caller);
  if (mine) throw refuse(`提出した側は、${what}を行えません。相手の責任者に依頼してください。`);
}

function checkAfter(day: string, earlier: string | null, what: string): void {
  if (earlier !== null && day < earlier) throw fieldError('occurredOn', `${what}より前の日付は登録できません。`);
}

async function checkPeriod(
  context: Context,
  engagementId: string,
  { from, to, years }: Pick<PlanContent, 'from' | 'to' | 'years'>,
): Promise<void> {
  if (to < from) throw fieldError('to', '終わりの日が、始まりの日より前です。日付を確かめてください。');
  if (years.length > 0) return;
  const { periodFrom, periodTo } = await engagementOf(context, engagementId);
  if (from < periodFrom || to > periodTo)
    throw fieldError('to', '期間が、契約の期間の外にあります。契約の期間の中の日付を入力してください。');
}
