/** Support after an audit, noted when it happens and handed in within the days of the specification. */
import { fieldError, refuse } from '../../../kernel/error.ts';
import { checkRecordVersion, changedOf } from '../../../kernel/record-store.ts';
import type { Context } from '../../../kernel/module.ts';
import { engagementOf } from '../../engagement/contract.ts';
import type { SupportView } from '../contract.ts';
import { USUAL_CHANNELS } from '../labels.ts';
import { planRecords, supportRecords, type PlanRecord, type SupportRecord } from '../store/stores.ts';
import { dayOfEvent, departmentsById, facts, fullName, GONE, type H } from './shared.ts';
import { followUpOf, recordDue } from './terms.ts';

export async function supportViews(context: Context, engagementId: string): Promise<SupportView[]> {
  await engagementOf(context, engagementId);
  const terms = await followUpOf(context, engagementId);
  const departmentOf = await departmentsById(context);
  const plans = new Map((await planRecords.list(context.tx, { engagementId })).map((plan) => [plan.id, plan]));
  return (await supportRecords.list(context.tx, { engagementId })).map((record) => {
    const { id, departmentId, position, state, version, content } = record;
    const due = recordDue(terms, content.occurredOn);
    return {
      ...content,
      ...{ id, engagementId, departmentId, position, state, version, due },
      departmentName: fullName(departmentOf(departmentId)),
      planTitle: plans.get(content.planId ?? '')?.content.finding.title ?? '',
      late: due !== null && due < (content.submittedOn ?? context.today),
    };
  });
}

export const listSupport: H<'listSupport'> = async (context, { engagementId }) => ({
  records: await supportViews(context, engagementId),
});

export const noteSupport: H<'noteSupport'> = async (context, input) => {
  const { engagementId, departmentId, planId, channel, minutes, asked, answered } = input;
  const { contractDate } = await engagementOf(context, engagementId);
  await checkChannel(context, engagementId, channel);
  const plans = await planRecords.list(context.tx, { engagementId });
  const type = typeOf(plans, input);
  const departmentOf = await departmentsById(context);
  if (departmentOf(departmentId) === GONE)
    throw fieldError('departmentId', '登録のない所属です。所属を選び直してください。');
  const on = dayOfEvent(context, input.occurredOn, contractDate, '契約を結んだ日');
  const record = await supportRecords.insert(context, {
    engagementId,
    departmentId,
    state: 'noted',
    content: {
      ...{ planId, type, channel, minutes, asked, answered, occurredOn: on },
      by: context.caller.accountId,
      submittedOn: null,
    },
  });
  facts.record(context, 'improvement.supported', {
    engagementId,
    subject: record.id,
    data: { type, department: departmentId, channel, minutes, occurredOn: on },
  });
  return changedOf(record);
};

/** The kind of audit: that of the plan, or as said, or the only one there is. */
function typeOf(
  plans: readonly PlanRecord[],
  { planId, departmentId, type }: Pick<Parameters<H<'noteSupport'>>[1], 'planId' | 'departmentId' | 'type'>,
): string {
  if (planId !== null) {
    const plan = plans.find(({ id }) => id === planId);
    if (plan === undefined || plan.departmentId !== departmentId)
      throw fieldError('planId', 'この所属の改善計画の中から選んでください。');
    return plan.content.audit.type;
  }
  const types = new Set(plans.map(({ content }) => content.audit.type));
  const [only] = types;
  const chosen = type ?? (types.size === 1 ? only : undefined);
  if (chosen === undefined) throw fieldError('type', 'どの監査についての支援かを選んでください。');
  return chosen;
}

async function checkChannel(context: Context, engagementId: string, channel: string): Promise<void> {
  const channels: readonly string[] = (await followUpOf(context, engagementId)).support?.channels ?? USUAL_CHANNELS;
  if (!channels.includes(channel))
    throw fieldError('channel', `支援の手段は「${channels.join('」「')}」から選んでください。`);
}

export const changeSupport: H<'changeSupport'> = async (context, { supportId, version, ...written }) => {
  const record = await take(context, supportId, version);
  if (record.state === 'submitted')
    throw refuse('この記録は市に出しているため、変更できません。新しい記録を付けてください。');
  await checkChannel(context, record.engagementId, written.channel);
  return changedOf(await supportRecords.save(context.tx, record, { content: written }));
};

export const submitSupport: H<'submitSupport'> = async (context, { supportId, version }) => {
  const record = await take(context, supportId, version);
  if (record.state === 'submitted') throw refuse('この記録は既に市に出しています。');
  if (record.content.answered.trim() === '')
    throw refuse('支援の内容がまだ書かれていません。答えたことを書いてから出してください。');
  const saved = await supportRecords.save(context.tx, record, {
    state: 'submitted',
    content: { submittedOn: context.today },
  });
  facts.record(context, 'improvement.support-recorded', {
    engagementId: record.engagementId,
    subject: record.id,
    data: { type: record.content.type, department: record.departmentId },
  });
  return changedOf(saved);
};

async function take(context: Context, supportId: string, version: number): Promise<SupportRecord> {
  const record = await supportRecords.take(context.tx, supportId);
  checkRecordVersion(record, version);
  return record;
}
