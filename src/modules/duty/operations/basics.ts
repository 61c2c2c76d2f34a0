/** Rules, measures, documents that the city asks for, cloud services. */
import type { DutyConditions } from '../../../core/specification/index.ts';
import { fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { OK } from '../../../kernel/schema.ts';
import { facts } from '../facts.ts';
import type { Entry } from '../records.ts';
import { saveRecord } from '../store.ts';
import {
  activeMember,
  asked,
  attachAll,
  checkComment,
  checkSpeaksFor,
  create,
  type H,
  happenedOn,
  inHand,
  onDay,
  refused,
  settingOf,
} from './common.ts';

export const acknowledgeRules: H<'acknowledgeRules'> = async (context, { engagementId, memberId, rules, ...input }) => {
  const setting = await settingOf(context, engagementId);
  const on = happenedOn(context, setting, input.occurredOn);
  checkSpeaksFor(context, await activeMember(context, engagementId, memberId));
  const { names } = asked(setting.conditions.rules, '遵守する規程');
  const missing = names.filter((name) => !rules.includes(name));
  if (missing.length > 0) throw fieldError('rules', `「${missing.join('」「')}」も確認してください。`);
  const id = await create(context, 'acknowledgement', engagementId, { memberId, rules, on });
  facts.record(context, 'rules.acknowledged', {
    engagementId,
    subject: memberId,
    data: { member: memberId, rules, ...onDay(context, on) },
  });
  return { id };
};

export const recordMeasure: H<'recordMeasure'> = async (context, { engagementId, ...body }) => {
  await settingOf(context, engagementId);
  await activeMember(context, engagementId, body.owner);
  const id = await create(context, 'measure', engagementId, body, body.files);
  const { prevents, owner } = body;
  facts.record(context, 'measure.recorded', { engagementId, subject: id, data: { prevents, owner } });
  return { id };
};

export const setDocumentDue: H<'setDocumentDue'> = async (context, { engagementId, document, due, note }) => {
  const { conditions } = await settingOf(context, engagementId);
  const wanted = asked(conditions.documents, '提出する書類');
  if (due < context.today) throw fieldError('due', '過ぎた日は期限にできません。今日以後の日付を入力してください。');
  const body = { document, due, note, submittedOn: null, files: [] };
  const id = await create(context, 'security-document', engagementId, body);
  facts.record(context, named(wanted) ? 'document.ordered' : 'security-document.due-set', {
    engagementId,
    subject: id,
    data: { document, due },
  });
  return { id };
};

/** Where the specification names the documents, they are ordered one by one; elsewhere they are about security in general. */
const named = ({ names }: NonNullable<DutyConditions['documents']>): boolean => names.length > 0;

export const submitSecurityDocument: H<'submitSecurityDocument'> = async (context, input) => {
  const { engagementId, files } = input;
  const setting = await settingOf(context, engagementId);
  const wanted = asked(setting.conditions.documents, '提出する書類');
  const on = happenedOn(context, setting, input.occurredOn);
  const entry = await inHand(context, 'security-document', input);
  if (entry.submittedOn !== null) throw refused('この書類は、既に提出しています。');
  await attachAll(context, files, entry.id);
  await saveRecord(context.tx, 'security-document', { ...entry, submittedOn: on, files });
  facts.record(context, named(wanted) ? 'document.handed-in' : 'security-document.submitted', {
    engagementId,
    subject: entry.id,
    data: { document: entry.document, ...onDay(context, on) },
  });
  return OK;
};

const recordCloud = (
  context: Context,
  engagementId: string,
  service: Pick<Entry<'cloud-service'>, 'id' | 'evidence' | 'validTo'>,
) =>
  facts.record(context, 'cloud-service.registered', {
    engagementId,
    subject: service.id,
    data: { evidence: service.evidence, validTo: service.validTo },
  });

function checkValid(context: Context, validTo: string | null): void {
  if (validTo !== null && validTo < context.today) {
    throw fieldError('validTo', '証明の有効期限が過ぎています。有効な証明を登録してください。');
  }
}

export const registerCloudService: H<'registerCloudService'> = async (context, { engagementId, ...input }) => {
  const { conditions } = await settingOf(context, engagementId);
  const cloud = asked(conditions.cloud, 'クラウドサービスの利用条件');
  if (!cloud.evidences.includes(input.evidence)) {
    throw fieldError('evidence', '仕様書が認める証明ではありません。一覧から選び直してください。');
  }
  checkValid(context, input.validTo);
  const state = input.evidence === 'accepted' ? 'requested' : 'in-use';
  const body = { ...input, state, comment: '' } as const;
  const id = await create(context, 'cloud-service', engagementId, body, input.files);
  // With the city's own judgement as the evidence, the service comes into use with the decision.
  if (state === 'in-use') recordCloud(context, engagementId, { ...body, id });
  return { id };
};

export const decideCloudService: H<'decideCloudService'> = async (context, input) => {
  const { engagementId, approved, comment } = input;
  await settingOf(context, engagementId);
  const entry = await inHand(context, 'cloud-service', input);
  if (entry.state !== 'requested') throw refused('このサービスは、発注者の判断を待っていません。');
  checkComment(approved, comment);
  await saveRecord(context.tx, 'cloud-service', { ...entry, state: approved ? 'in-use' : 'refused', comment });
  if (approved) recordCloud(context, engagementId, entry);
  return OK;
};

export const renewCloudService: H<'renewCloudService'> = async (context, input) => {
  const { engagementId, reference, validTo, files } = input;
  await settingOf(context, engagementId);
  const entry = await inHand(context, 'cloud-service', input);
  if (entry.state !== 'in-use') throw refused('利用中のサービスではないため、証明を更新できません。');
  checkValid(context, validTo);
  await attachAll(context, files, entry.id);
  await saveRecord(context.tx, 'cloud-service', { ...entry, reference, validTo, files: [...entry.files, ...files] });
  recordCloud(context, engagementId, { ...entry, validTo });
  return OK;
};

export const endCloudService: H<'endCloudService'> = async (context, input) => {
  await settingOf(context, input.engagementId);
  const entry = await inHand(context, 'cloud-service', input);
  if (entry.state !== 'in-use' && entry.state !== 'requested')
    throw refused('このサービスは、既に利用を終えています。');
  await saveRecord(context.tx, 'cloud-service', { ...entry, state: 'ended' });
  facts.record(context, 'cloud-service.ended', { engagementId: input.engagementId, subject: entry.id, data: {} });
  return OK;
};
