/** Incidents of the contractor, breaches and damages. Clauses 10(9), 10(10), 10(12). They can be recorded after the end too. */
import { addDays } from '../../../core/calendar/index.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { OK } from '../../../kernel/schema.ts';
import { peopleContract } from '../../people/contract.ts';
import { facts } from '../facts.ts';
import { findRecord, listRecords, saveRecord } from '../store.ts';
import { create, type H, happenedOn, inHand, onDay, refused, settingOf } from './common.ts';

export const noticeIncident: H<'noticeIncident'> = async (context, { engagementId, departments = [], ...input }) => {
  const setting = await settingOf(context, engagementId);
  if (input.awareOn > context.today || input.awareOn < setting.profile.contractDate) {
    throw fieldError('awareOn', '知った日は、契約日から今日までの日付にしてください。');
  }
  if (input.subcontractId !== null) await findRecord(context.tx, engagementId, 'subcontract', input.subcontractId);
  await checkDepartments(context, departments, input.awareOn);
  const body = {
    ...input,
    departments,
    reportedOn: null,
    instructions: [],
    publication: null,
    state: 'noticed',
  } as const;
  const id = await create(context, 'incident', engagementId, { ...body, instructions: [] });
  facts.record(context, 'incident.noticed', {
    engagementId,
    subject: id,
    data: {
      awareOn: input.awareOn,
      suspected: input.suspected,
      class: input.class,
      ...(departments.length === 0 ? {} : { departments }),
    },
  });
  return { id };
};

/** It is often known later only whose information was concerned. */
export const nameIncidentDepartments: H<'nameIncidentDepartments'> = async (context, input) => {
  const { engagementId, departments } = input;
  await settingOf(context, engagementId);
  const entry = await inHand(context, 'incident', input);
  if (entry.state === 'noticed' && context.caller.party === 'city')
    throw new AppError('record.missing', { internal: 'not reported yet' });
  await checkDepartments(context, departments, entry.awareOn);
  await saveRecord(context.tx, 'incident', { ...entry, departments });
  facts.record(context, 'incident.departments-named', { engagementId, subject: entry.id, data: { departments } });
  return OK;
};

/** Departments of the day on which it became known, or of today. @throws AppError `input.invalid` */
async function checkDepartments(context: Context, ids: readonly string[], awareOn: string): Promise<void> {
  if (ids.length === 0) return;
  const people = context.client(peopleContract);
  const known = new Set<string>();
  for (const asOf of [awareOn, context.today]) {
    for (const { id } of (await people.listDepartments({ asOf })).departments) known.add(id);
  }
  if (!ids.every((id) => known.has(id)))
    throw fieldError('departments', '発注者の組織にない所属が含まれています。一覧から選び直してください。');
  if (new Set(ids).size < ids.length)
    throw fieldError('departments', '同じ所属が二度選ばれています。一つにしてください。');
}

export const reportIncident: H<'reportIncident'> = async (context, input) => {
  const { engagementId } = input;
  const on = happenedOn(context, await settingOf(context, engagementId), input.occurredOn);
  const entry = await inHand(context, 'incident', input);
  if (entry.state !== 'noticed') throw refused('この事故は、既に発注者に報告しています。');
  if (on < entry.awareOn) throw fieldError('occurredOn', '知った日以後の日付を入力してください。');
  await saveRecord(context.tx, 'incident', { ...entry, reportedOn: on, state: 'reported' });
  facts.record(context, 'incident.reported', { engagementId, subject: entry.id, data: onDay(context, on) });
  return OK;
};

export const instructIncident: H<'instructIncident'> = async (context, input) => {
  const { engagementId, text } = input;
  await settingOf(context, engagementId);
  const entry = await inHand(context, 'incident', input);
  if (entry.state === 'noticed') throw new AppError('record.missing', { internal: 'not reported yet' });
  if (entry.state === 'instructed') throw refused('前の指示への対応が済んでいません。受託者の対応をお待ちください。');
  const instructions = [...entry.instructions, { on: context.today, text, completedOn: null, result: '' }];
  await saveRecord(context.tx, 'incident', { ...entry, instructions, state: 'instructed' });
  facts.record(context, 'incident.instructed', { engagementId, subject: entry.id, data: {} });
  return OK;
};

export const completeIncident: H<'completeIncident'> = async (context, input) => {
  const { engagementId, result } = input;
  await settingOf(context, engagementId);
  const entry = await inHand(context, 'incident', input);
  if (entry.state !== 'instructed') throw refused('対応を待っている発注者の指示がありません。');
  const instructions = entry.instructions.map((instruction) =>
    instruction.completedOn === null ? { ...instruction, completedOn: context.today, result } : instruction,
  );
  await saveRecord(context.tx, 'incident', { ...entry, instructions, state: 'completed' });
  facts.record(context, 'incident.completed', { engagementId, subject: entry.id, data: {} });
  return OK;
};

export const publishIncident: H<'publishIncident'> = async (context, input) => {
  const { engagementId, scope, text } = input;
  await settingOf(context, engagementId);
  const entry = await inHand(context, 'incident', input);
  if (entry.state === 'noticed') throw new AppError('record.missing', { internal: 'not reported yet' });
  await saveRecord(context.tx, 'incident', { ...entry, publication: { on: context.today, scope, text } });
  facts.record(context, 'incident.published', { engagementId, subject: entry.id, data: { scope } });
  return OK;
};

/** How long before the last day the declaration may be made: it speaks of the whole contract. Days. */
const DECLARATION_DAYS = 31;

export const declareNoIncident: H<'declareNoIncident'> = async (context, { engagementId }) => {
  const { profile } = await settingOf(context, engagementId);
  if (context.today < addDays(profile.periodTo, -DECLARATION_DAYS)) {
    throw refused('契約期間の終わりの1か月になってから申告してください。');
  }
  if ((await listRecords(context.tx, engagementId, 'incident')).length > 0) {
    throw refused('事故の記録があるため、なかった旨を申告できません。');
  }
  if ((await listRecords(context.tx, engagementId, 'no-incident')).length > 0) {
    throw new AppError('record.duplicate', { message: '事故がなかった旨は、既に申告しています。' });
  }
  const id = await create(context, 'no-incident', engagementId, { on: context.today });
  facts.record(context, 'incident.none-declared', { engagementId, subject: engagementId, data: {} });
  return { id };
};

export const recordBreach: H<'recordBreach'> = async (context, { engagementId, occurredOn, ...input }) => {
  const on = happenedOn(context, await settingOf(context, engagementId), occurredOn);
  if (input.subcontractId !== null) await findRecord(context.tx, engagementId, 'subcontract', input.subcontractId);
  const id = await create(context, 'breach', engagementId, { ...input, on, decision: '', decidedOn: null });
  facts.record(context, 'breach.recorded', {
    engagementId,
    subject: id,
    data: { kind: input.kind, ...onDay(context, on) },
  });
  return { id };
};

export const decideBreach: H<'decideBreach'> = async (context, input) => {
  const { engagementId, decision } = input;
  await settingOf(context, engagementId);
  const entry = await inHand(context, 'breach', input);
  await saveRecord(context.tx, 'breach', { ...entry, decision, decidedOn: context.today });
  facts.record(context, 'breach.decided', { engagementId, subject: entry.id, data: {} });
  return OK;
};
