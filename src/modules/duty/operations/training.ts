/** Training of the members and their duty of secrecy. */
import { fieldError } from '../../../kernel/error.ts';
import { OK } from '../../../kernel/schema.ts';
import { facts } from '../facts.ts';
import { listRecords, saveRecord } from '../store.ts';
import {
  activeMember,
  asked,
  attachAll,
  checkMembers,
  checkSpeaksFor,
  create,
  type H,
  happenedOn,
  inHand,
  onDay,
  refused,
  type Setting,
  settingOf,
} from './common.ts';

function checkTopics(topics: readonly string[], { conditions }: Setting): void {
  const { topics: wanted } = asked(conditions.training, '従業員の研修');
  const missing = wanted.filter((topic) => !topics.includes(topic));
  if (missing.length > 0) throw fieldError('topics', `研修の内容に「${missing.join('」「')}」を加えてください。`);
}

export const planTraining: H<'planTraining'> = async (context, { engagementId, ...input }) => {
  const setting = await settingOf(context, engagementId);
  checkTopics(input.topics, setting);
  await checkMembers(context, engagementId, input.members, 'members');
  const id = await create(context, 'training', engagementId, {
    ...input,
    planReportedOn: null,
    heldOn: null,
    heldTopics: [],
    attendees: [],
    result: '',
    files: [],
    reportedOn: null,
    state: 'planned',
  });
  const { topics, members } = input;
  facts.record(context, 'staff-training.planned', { engagementId, subject: id, data: { topics, members } });
  return { id };
};

export const reportTrainingPlan: H<'reportTrainingPlan'> = async (context, input) => {
  const { engagementId } = input;
  const on = happenedOn(context, await settingOf(context, engagementId), input.occurredOn);
  const entry = await inHand(context, 'training', input);
  if (entry.state !== 'planned') throw refused('この研修の実施計画は、既に報告しています。');
  await saveRecord(context.tx, 'training', { ...entry, planReportedOn: on, state: 'plan-reported' });
  facts.record(context, 'staff-training.plan-reported', { engagementId, subject: entry.id, data: onDay(context, on) });
  return OK;
};

export const holdTraining: H<'holdTraining'> = async (context, input) => {
  const { engagementId, topics, result, files } = input;
  const setting = await settingOf(context, engagementId);
  const on = happenedOn(context, setting, input.occurredOn);
  const entry = await inHand(context, 'training', input);
  if (entry.state === 'planned') {
    throw refused('研修の実施計画をまだ発注者に報告していません。受託者が計画を報告してから、実施を記録してください。');
  }
  if (entry.state !== 'plan-reported') throw refused('この研修の実施は、既に記録しています。');
  checkTopics(topics, setting);
  const attendees = [...new Set(input.attendees)];
  await checkMembers(context, engagementId, attendees, 'attendees');
  await attachAll(context, files, entry.id);
  await saveRecord(context.tx, 'training', {
    ...entry,
    heldOn: on,
    heldTopics: topics,
    attendees,
    result,
    files,
    state: 'held',
  });
  facts.record(context, 'staff-training.held', {
    engagementId,
    subject: entry.id,
    data: { topics, members: attendees, occurredOn: on },
  });
  return OK;
};

export const reportTraining: H<'reportTraining'> = async (context, input) => {
  const { engagementId } = input;
  const on = happenedOn(context, await settingOf(context, engagementId), input.occurredOn);
  const entry = await inHand(context, 'training', input);
  if (entry.state === 'reported') throw refused('この研修の実施は、既に報告しています。');
  if (entry.state !== 'held') throw refused('研修の実施をまだ記録していません。実施を記録してから報告してください。');
  await saveRecord(context.tx, 'training', { ...entry, reportedOn: on, state: 'reported' });
  facts.record(context, 'staff-training.reported', { engagementId, subject: entry.id, data: onDay(context, on) });
  return OK;
};

export const signConfidentiality: H<'signConfidentiality'> = async (
  context,
  { engagementId, memberId, occurredOn },
) => {
  const setting = await settingOf(context, engagementId);
  const on = happenedOn(context, setting, occurredOn);
  checkSpeaksFor(context, await activeMember(context, engagementId, memberId));
  const { contents } = asked(setting.conditions.confidentiality, '守秘の誓約');
  const id = await create(context, 'confidentiality', engagementId, { memberId, on, contents });
  facts.record(context, 'confidentiality.signed', {
    engagementId,
    subject: memberId,
    data: { member: memberId, ...onDay(context, on) },
  });
  return { id };
};

export const submitConfidentiality: H<'submitConfidentiality'> = async (context, input) => {
  const { engagementId, files } = input;
  const on = happenedOn(context, await settingOf(context, engagementId), input.occurredOn);
  const signed = await listRecords(context.tx, engagementId, 'confidentiality');
  const members = [...new Set(input.members)];
  if (!members.every((wanted) => signed.some(({ memberId }) => memberId === wanted))) {
    throw fieldError('members', 'まだ誓約していない担当者が含まれています。誓約した担当者だけを選んでください。');
  }
  const id = await create(context, 'confidentiality-evidence', engagementId, { on, members, files }, files);
  facts.record(context, 'confidentiality.submitted', {
    engagementId,
    subject: id,
    data: { members, ...onDay(context, on) },
  });
  return { id };
};
