/** Site visits: nothing is visited before the city has confirmed the day's timetable. */
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { dayOfEvent } from '../../engagement/contract.ts';
import { visitMachine } from '../rules/machines.ts';
import { EXPECTED_VISITS, timetableGaps } from '../rules/visit-rules.ts';
import { checkRecordVersion, nextPosition, changedOf } from '../../../kernel/record-store.ts';
import { type AuditRecord, type VisitRecord, visits } from '../store/stores.ts';
import { draftFromOutline } from './finding-drafts.ts';
import type { H } from './handler.ts';
import { advance, checkFieldwork, checkNotified, facts, isContractor, readAudit, takeAudit } from './shared.ts';

function viewOf(visit: VisitRecord, audit: AuditRecord) {
  const { id, version, position, createdAt, auditId, state, content } = visit;
  return { ...content, id, version, position, createdAt, auditId, state, departmentId: audit.departmentId };
}

export const listVisits: H<'listVisits'> = async (context, { auditId }) => {
  const audit = await readAudit(context, auditId);
  const all = await visits.list(context.tx, { auditId });
  const seen = all.filter(({ state }) => isContractor(context.caller) || state !== 'draft');
  return { visits: seen.map((visit) => viewOf(visit, audit)) };
};

export const planVisit: H<'planVisit'> = async (context, input) => {
  const audit = await takeAudit(context, input.auditId);
  checkFieldwork(audit);
  if (input.plannedOn < context.today) throw fieldError('plannedOn', '予定の日には今日以降の日付を入れてください。');
  const all = await visits.list(context.tx, { engagementId: audit.engagementId });
  const departments = new Set(all.map(({ auditId }) => auditId)).add(audit.id);
  const additionalReason = input.additionalReason ?? '';
  if (departments.size > EXPECTED_VISITS && additionalReason.trim() === '') {
    throw fieldError(
      'additionalReason',
      `現場確認は${EXPECTED_VISITS}課程度までを見込んでいます。さらに行うときは、追加を求める理由を書いてください。`,
    );
  }
  const { place, plannedOn, reason, timetable } = input;
  const visit = await visits.insert(context, {
    engagementId: audit.engagementId,
    auditId: audit.id,
    state: 'draft',
    position: nextPosition(all.filter(({ auditId }) => auditId === audit.id)),
    content: {
      ...{ place, plannedOn, reason, timetable, additionalReason },
      remarks: [],
      submittedOn: null,
      confirmedOn: null,
      occurredOn: null,
      participants: [],
      cityAttendees: '',
      outline: null,
    },
  });
  return changedOf(visit);
};

async function take(context: Context, visitId: string, version: number) {
  const visit = await visits.take(context.tx, visitId);
  const audit = await readAudit(context, visit.auditId);
  if (!isContractor(context.caller) && visit.state === 'draft') throw new AppError('record.missing');
  checkRecordVersion(visit, version, viewOf(visit, audit));
  return { visit, audit };
}

export const saveTimetable: H<'saveTimetable'> = async (context, { visitId, version, place, plannedOn, timetable }) => {
  const { visit } = await take(context, visitId, version);
  const state = advance(visitMachine, visit.state, 'save');
  const saved = await visits.save(context.tx, visit, {
    state,
    content: { place, plannedOn, timetable, submittedOn: null, confirmedOn: null },
  });
  return changedOf(saved);
};

export const submitTimetable: H<'submitTimetable'> = async (context, { visitId, version }) => {
  const { visit, audit } = await take(context, visitId, version);
  const state = advance(visitMachine, visit.state, 'submit');
  const gaps = timetableGaps(visit.content.timetable);
  if (gaps.length > 0) throw new AppError('input.invalid', { fields: gaps });
  const saved = await visits.save(context.tx, visit, { state, content: { submittedOn: context.today } });
  record(context, 'visit.timetable-submitted', audit, visit);
  return changedOf(saved);
};

function record(
  context: Context,
  kind: 'visit.timetable-submitted' | 'visit.timetable-confirmed' | 'visit.timetable-returned',
  audit: AuditRecord,
  visit: VisitRecord,
): void {
  facts.record(context, kind, {
    engagementId: audit.engagementId,
    subject: visit.id,
    data: { department: audit.departmentId },
  });
}

export const confirmTimetable: H<'confirmTimetable'> = async (context, { visitId, version }) => {
  const { visit, audit } = await take(context, visitId, version);
  const state = advance(visitMachine, visit.state, 'confirm');
  const saved = await visits.save(context.tx, visit, { state, content: { confirmedOn: context.today } });
  record(context, 'visit.timetable-confirmed', audit, visit);
  return changedOf(saved);
};

export const returnTimetable: H<'returnTimetable'> = async (context, { visitId, version, remark }) => {
  const { visit, audit } = await take(context, visitId, version);
  const state = advance(visitMachine, visit.state, 'return');
  const saved = await visits.save(context.tx, visit, {
    state,
    content: {
      submittedOn: null,
      remarks: [...visit.content.remarks, { party: 'city', text: remark, on: context.today }],
    },
  });
  record(context, 'visit.timetable-returned', audit, visit);
  return changedOf(saved);
};

export const recordVisit: H<'recordVisit'> = async (context, input) => {
  const { visit, audit } = await take(context, input.visitId, input.version);
  checkNotified(audit);
  const state = advance(visitMachine, visit.state, 'hold');
  const on = await dayOfEvent(context, audit.engagementId, input.occurredOn);
  // A visit on a day before the confirmation was not confirmed when it happened.
  if (visit.content.confirmedOn !== null && on < visit.content.confirmedOn)
    throw fieldError('occurredOn', '市が時間割を確認した日より前の日付は登録できません。');
  const saved = await visits.save(context.tx, visit, {
    state,
    content: { occurredOn: on, participants: input.participants, cityAttendees: input.cityAttendees },
  });
  facts.record(context, 'visit.held', {
    engagementId: audit.engagementId,
    subject: visit.id,
    data: { department: audit.departmentId, participants: input.participants, occurredOn: on },
  });
  return changedOf(saved);
};

export const submitOutline: H<'submitOutline'> = async (context, { visitId, version, summary, items }) => {
  const { visit } = await take(context, visitId, version);
  const audit = await takeAudit(context, visit.auditId);
  const state = advance(visitMachine, visit.state, 'outline');
  if (items.length === 0 && summary.trim() === '')
    throw fieldError('summary', '見つけた事項がないときは、その旨を概要に書いてください。');
  const outline = [];
  for (const item of items) {
    const finding = await draftFromOutline(context, audit, visit, item);
    outline.push({ ...item, findingId: finding.id });
  }
  const saved = await visits.save(context.tx, visit, {
    state,
    content: { outline: { items: outline, summary, submittedOn: context.today } },
  });
  facts.record(context, 'visit.outline-submitted', {
    engagementId: audit.engagementId,
    subject: visit.id,
    data: { department: audit.departmentId, findings: items.length },
  });
  return { ...changedOf(saved), findingIds: outline.map(({ findingId }) => findingId) };
};
