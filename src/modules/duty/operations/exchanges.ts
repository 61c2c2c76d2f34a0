/** Oaths, what leaves the premises, third parties, requests of the city. */
import { createCalendar } from '../../../core/calendar/index.ts';
import { fieldError } from '../../../kernel/error.ts';
import { OK } from '../../../kernel/schema.ts';
import { facts } from '../facts.ts';
import { findRecord, listRecords, saveRecord } from '../store.ts';
import {
  activeMember,
  asked,
  attachAll,
  checkComment,
  checkMembers,
  create,
  type H,
  happenedOn,
  inHand,
  onDay,
  refused,
  settingOf,
} from './common.ts';

export const submitOath: H<'submitOath'> = async (context, { engagementId, occurredOn, ...input }) => {
  const setting = await settingOf(context, engagementId);
  const { signers } = asked(setting.conditions.confidentiality, '誓約書');
  const { signer, subcontractId, files } = input;
  const members = [...new Set(input.members)];
  if (!signers.includes(signer)) {
    throw fieldError('signer', '仕様書は、この区分の誓約書を求めていません。一覧から選び直してください。');
  }
  const on = happenedOn(context, setting, occurredOn);
  if (signer === 'member') {
    if (members.length === 0) throw fieldError('members', '誓約した担当者を選んでください。');
    await checkMembers(context, engagementId, members, 'members');
  } else if (members.length > 0) {
    throw fieldError('members', '担当者を選べるのは、従事者の誓約書だけです。');
  }
  if ((signer === 'subcontractor') !== (subcontractId !== null)) {
    throw fieldError('subcontractId', '再委託先の誓約書のときだけ、再委託先を選んでください。');
  }
  if (subcontractId !== null) await findRecord(context.tx, engagementId, 'subcontract', subcontractId);
  const id = await create(context, 'oath', engagementId, { ...input, members, on }, files);
  facts.record(context, 'oath.submitted', {
    engagementId,
    subject: id,
    data: { signer, members, subcontract: subcontractId, ...onDay(context, on) },
  });
  return { id };
};

export const requestCarryOut: H<'requestCarryOut'> = async (context, { engagementId, ...input }) => {
  const { conditions, profile } = await settingOf(context, engagementId);
  const { clause, clauses } = asked(conditions.carryOut, '資料等の持出し');
  if (![clause, ...clauses].includes(input.clause)) {
    throw fieldError('clause', '持出しの定めのある条項を、一覧から選んでください。');
  }
  await activeMember(context, engagementId, input.carrier);
  if (input.takeOn < context.today) {
    throw fieldError('takeOn', '持出しは事前に承諾を得るものです。今日以後の日付を入力してください。');
  }
  if (input.backBy < input.takeOn) throw fieldError('backBy', '返す期限は、持ち出す日以後にしてください。');
  if (input.backBy > profile.periodTo) {
    throw fieldError('backBy', '返す期限は、契約期間の末日までにしてください。');
  }
  const id = await create(context, 'carry-out', engagementId, {
    ...input,
    state: 'requested',
    comment: '',
    decidedOn: null,
    takenOn: null,
    returnedOn: null,
    returnNote: '',
  });
  const { materials, purpose, carrier, medium } = input;
  facts.record(context, 'carry-out.requested', {
    engagementId,
    subject: id,
    data: { materials, purpose, carrier, medium, clause: input.clause },
  });
  return { id };
};

export const decideCarryOut: H<'decideCarryOut'> = async (context, input) => {
  const { engagementId, approved, comment } = input;
  await settingOf(context, engagementId);
  const entry = await inHand(context, 'carry-out', input);
  if (entry.state !== 'requested') throw refused('この持出しは、既に判断されています。');
  checkComment(approved, comment);
  const state = approved ? 'approved' : 'refused';
  await saveRecord(context.tx, 'carry-out', { ...entry, state, comment, decidedOn: context.today });
  facts.record(context, 'carry-out.decided', { engagementId, subject: entry.id, data: { approved } });
  return OK;
};

export const takeOut: H<'takeOut'> = async (context, input) => {
  const { engagementId } = input;
  const on = happenedOn(context, await settingOf(context, engagementId), input.occurredOn);
  const entry = await inHand(context, 'carry-out', input);
  if (entry.state === 'requested') {
    throw refused('発注者の承諾がまだないため、持ち出せません。発注者の担当課の判断をお待ちください。');
  }
  if (entry.state !== 'approved') throw refused('承諾されていないか、既に持ち出した資料等です。');
  if (entry.decidedOn !== null && on < entry.decidedOn) {
    throw fieldError('occurredOn', '承諾を得た日より前には持ち出せません。日付を確かめてください。');
  }
  await saveRecord(context.tx, 'carry-out', { ...entry, state: 'taken', takenOn: on });
  facts.record(context, 'carry-out.taken', { engagementId, subject: entry.id, data: onDay(context, on) });
  return OK;
};

export const bringBack: H<'bringBack'> = async (context, input) => {
  const { engagementId, note } = input;
  const on = happenedOn(context, await settingOf(context, engagementId), input.occurredOn);
  const entry = await inHand(context, 'carry-out', input);
  if (entry.state !== 'taken' || entry.takenOn === null) throw refused('持ち出している資料等ではありません。');
  if (on < entry.takenOn) throw fieldError('occurredOn', '持ち出した日以後の日付を入力してください。');
  await saveRecord(context.tx, 'carry-out', { ...entry, state: 'returned', returnedOn: on, returnNote: note });
  facts.record(context, 'carry-out.returned', { engagementId, subject: entry.id, data: onDay(context, on) });
  return OK;
};

export const requestDisclosure: H<'requestDisclosure'> = async (context, { engagementId, ...input }) => {
  asked((await settingOf(context, engagementId)).conditions.thirdParties, '第三者への提供等');
  const acts = [...new Set(input.acts)];
  const body = { ...input, acts, state: 'requested', comment: '', decidedOn: null, madeOn: null } as const;
  const id = await create(context, 'disclosure', engagementId, body);
  facts.record(context, 'disclosure.requested', {
    engagementId,
    subject: id,
    data: { acts, recipient: input.recipient },
  });
  return { id };
};

export const decideDisclosure: H<'decideDisclosure'> = async (context, input) => {
  const { engagementId, approved, comment } = input;
  await settingOf(context, engagementId);
  const entry = await inHand(context, 'disclosure', input);
  if (entry.state !== 'requested') throw refused('この申請は、既に判断されています。');
  checkComment(approved, comment);
  const state = approved ? 'approved' : 'refused';
  await saveRecord(context.tx, 'disclosure', { ...entry, state, comment, decidedOn: context.today });
  facts.record(context, 'disclosure.decided', { engagementId, subject: entry.id, data: { approved } });
  return OK;
};

export const recordDisclosure: H<'recordDisclosure'> = async (context, input) => {
  const { engagementId } = input;
  const on = happenedOn(context, await settingOf(context, engagementId), input.occurredOn);
  const entry = await inHand(context, 'disclosure', input);
  if (entry.state === 'requested') {
    throw refused('発注者の許可がまだないため、第三者に提供等できません。発注者の担当課の判断をお待ちください。');
  }
  if (entry.state !== 'approved') throw refused('許可されていないか、既に実施を記録した申請です。');
  if (entry.decidedOn !== null && on < entry.decidedOn) {
    throw fieldError('occurredOn', '許可を得た日より前には提供等できません。日付を確かめてください。');
  }
  await saveRecord(context.tx, 'disclosure', { ...entry, state: 'made', madeOn: on });
  facts.record(context, 'disclosure.made', {
    engagementId,
    subject: entry.id,
    data: { recipient: entry.recipient, ...onDay(context, on) },
  });
  return OK;
};

export const registerThirdPartyWork: H<'registerThirdPartyWork'> = async (context, { engagementId, ...input }) => {
  const { costBy: bearer } = asked((await settingOf(context, engagementId)).conditions.works, '第三者の著作物');
  if (bearer !== undefined && input.costBy !== bearer) {
    throw fieldError('costBy', `仕様書は、第三者の著作物の費用を${bearer}が負担すると定めています。`);
  }
  const id = await create(context, 'third-party-work', engagementId, { ...input, on: context.today }, input.files);
  const { owner, licence, costBy } = input;
  facts.record(context, 'third-party-work.registered', { engagementId, subject: id, data: { owner, licence, costBy } });
  return { id };
};

export const requestReport: H<'requestReport'> = async (context, { engagementId, ...input }) => {
  const { conditions, profile } = await settingOf(context, engagementId);
  const { within, subcontractorClause } = asked(conditions.reports, '報告の求め');
  if (subcontractorClause === undefined && input.subcontractId !== null) {
    throw fieldError('subcontractId', '仕様書は、再委託先に報告を求めることを定めていません。受託者に求めてください。');
  }
  if (input.due !== null && input.due < context.today) {
    throw fieldError('due', '過ぎた日は期限にできません。今日以後の日付を入力してください。');
  }
  if (input.subcontractId !== null) await findRecord(context.tx, engagementId, 'subcontract', input.subcontractId);
  const due = input.due ?? (within === undefined ? null : createCalendar().addSpan(context.today, within));
  const id = await create(context, 'report-request', engagementId, {
    ...input,
    due,
    requestedOn: context.today,
    answer: '',
    answeredOn: null,
    files: [],
    acceptedOn: null,
    comment: '',
  });
  facts.record(context, 'report.requested', {
    engagementId,
    subject: id,
    data: { topic: input.topic, due: due ?? profile.periodTo },
  });
  return { id };
};

export const answerReport: H<'answerReport'> = async (context, input) => {
  const { engagementId, answer, files } = input;
  await settingOf(context, engagementId);
  const entry = await inHand(context, 'report-request', input);
  if (entry.answeredOn !== null) throw refused('この求めには、既に答えています。');
  await attachAll(context, files, entry.id);
  // What was handed in with an answer that came back stays.
  const all = [...new Set([...entry.files, ...files])].slice(-20);
  await saveRecord(context.tx, 'report-request', { ...entry, answer, files: all, answeredOn: context.today });
  facts.record(context, 'report.answered', { engagementId, subject: entry.id, data: {} });
  return OK;
};

export const decideReport: H<'decideReport'> = async (context, input) => {
  const { engagementId, approved, comment } = input;
  await settingOf(context, engagementId);
  const entry = await inHand(context, 'report-request', input);
  if (entry.acceptedOn !== null) throw refused('この報告は、既に受け入れられています。');
  if (entry.answeredOn === null) throw refused('まだ答えがありません。受託者の回答をお待ちください。');
  if (!approved && comment.trim() === '') throw fieldError('comment', '差し戻す理由を入力してください。');
  const decided = approved ? { acceptedOn: context.today } : { answeredOn: null };
  await saveRecord(context.tx, 'report-request', { ...entry, ...decided, comment });
  facts.record(context, approved ? 'report.accepted' : 'report.returned', {
    engagementId,
    subject: entry.id,
    data: {},
  });
  return OK;
};

export const nameSupervisor: H<'nameSupervisor'> = async (context, { engagementId, name, department, occurredOn }) => {
  const setting = await settingOf(context, engagementId);
  asked(setting.conditions.supervisor, '監督者');
  const on = happenedOn(context, setting, occurredOn);
  for (const before of await listRecords(context.tx, engagementId, 'supervisor')) {
    if (before.endedOn === null) await saveRecord(context.tx, 'supervisor', { ...before, endedOn: on });
  }
  const id = await create(context, 'supervisor', engagementId, { name, department, on, endedOn: null });
  facts.record(context, 'supervisor.named', { engagementId, subject: id, data: onDay(context, on) });
  return { id };
};

export const recordEco: H<'recordEco'> = async (context, { engagementId, items, note }) => {
  asked((await settingOf(context, engagementId)).conditions.eco, '環境に配慮した物品');
  const id = await create(context, 'eco', engagementId, { items, note, on: context.today });
  facts.record(context, 'eco.recorded', { engagementId, subject: id, data: { items } });
  return { id };
};
