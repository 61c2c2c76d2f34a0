/** The city's internal auditors, audits of earlier years, and the rotation that follows from them. */
import { fiscalYearOf } from '../../../core/calendar/index.ts';
import { AppError, refuse } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { engagementOf } from '../../engagement/contract.ts';
import { peopleContract } from '../../people/contract.ts';
import { rotationOf, type Rotation } from '../rules/rotation.ts';
import { checkRecordVersion, nextPosition, changedOf } from '../../../kernel/record-store.ts';
import { auditors, type AuditorRecord, history, type TargetRecord, targets } from '../store/stores.ts';
import { checkDepartments, facts, type H, programmeInForce } from './shared.ts';

const viewOf = ({ id, state, version, content }: AuditorRecord) => ({ ...content, id, state, version });

export const listAuditors: H<'listAuditors'> = async (context, { engagementId }) => ({
  auditors: (await auditors.list(context.tx, { engagementId })).map(viewOf),
});

export const addAuditor: H<'addAuditor'> = async (context, { engagementId, ...fields }) => {
  await engagementOf(context, engagementId);
  await checkDepartments(context, [fields.departmentId]);
  const own = await auditors.list(context.tx, { engagementId });
  const twice = own.some(
    ({ state, content }) => state === 'active' && fields.accountId !== null && content.accountId === fields.accountId,
  );
  if (twice) throw new AppError('record.duplicate', { message: 'この利用者は既に内部監査人に登録されています。' });
  const saved = await auditors.insert(context, {
    engagementId,
    state: 'active',
    position: nextPosition(own),
    content: fields,
  });
  facts.record(context, 'internal-auditor.registered', {
    engagementId,
    subject: saved.id,
    data: { department: fields.departmentId, trained: fields.trainedOn !== null },
  });
  return changedOf(saved);
};

export const changeAuditor: H<'changeAuditor'> = async (context, { auditorId, version, ...fields }) => {
  const record = await auditors.take(context.tx, auditorId);
  checkRecordVersion(record, version);
  await checkDepartments(context, [fields.departmentId]);
  const saved = await auditors.save(context.tx, record, { content: fields });
  facts.record(context, 'internal-auditor.registered', {
    engagementId: record.engagementId,
    subject: record.id,
    data: { department: fields.departmentId, trained: fields.trainedOn !== null },
  });
  return changedOf(saved);
};

export const removeAuditor: H<'removeAuditor'> = async (context, { auditorId, version }) => {
  const record = await auditors.take(context.tx, auditorId);
  checkRecordVersion(record, version);
  const own = await targets.list(context.tx, { engagementId: record.engagementId });
  const busy = own.filter(
    ({ state, content }) =>
      state !== 'withdrawn' && content.team.some(({ kind, id }) => kind === 'city' && id === auditorId),
  );
  if (busy.length > 0)
    throw refuse(`割り当てられた対象が${busy.length}件あります。先に別の監査人に替えてから外してください。`);
  const saved = await auditors.save(context.tx, record, { state: 'left' });
  facts.record(context, 'internal-auditor.left', { engagementId: record.engagementId, subject: record.id, data: {} });
  return changedOf(saved);
};

export const listHistory: H<'listHistory'> = async (context, { engagementId }) => ({
  history: (await history.list(context.tx, { engagementId })).map(({ id, version, content }) => ({
    ...content,
    id,
    version,
  })),
});

export const addHistory: H<'addHistory'> = async (context, { engagementId, ...fields }) => {
  const { fiscalYear } = await engagementOf(context, engagementId);
  await checkDepartments(context, [fields.departmentId]);
  checkYear(fields, fiscalYear);
  const own = await history.list(context.tx, { engagementId });
  const same = own.some(
    ({ content }) =>
      content.departmentId === fields.departmentId &&
      content.fiscalYear === fields.fiscalYear &&
      content.kind === fields.kind,
  );
  if (same) throw new AppError('record.duplicate', { message: 'この所属のこの年度の監査は、既に登録されています。' });
  const saved = await history.insert(context, {
    engagementId,
    state: 'recorded',
    position: nextPosition(own),
    content: fields,
  });
  noted(context, engagementId, saved.id, fields);
  return changedOf(saved);
};

export const changeHistory: H<'changeHistory'> = async (context, { historyId, version, ...fields }) => {
  const record = await history.take(context.tx, historyId);
  checkRecordVersion(record, version);
  const { fiscalYear } = await engagementOf(context, record.engagementId);
  await checkDepartments(context, [fields.departmentId]);
  checkYear(fields, fiscalYear);
  const saved = await history.save(context.tx, record, { content: fields });
  noted(context, record.engagementId, record.id, fields);
  return changedOf(saved);
};

export const removeHistory: H<'removeHistory'> = async (context, { historyId, version }) => {
  const record = await history.take(context.tx, historyId);
  checkRecordVersion(record, version);
  await history.delete(context.tx, historyId);
  facts.record(context, 'audit-history.removed', { engagementId: record.engagementId, subject: historyId, data: {} });
  return { ok: true };
};

export const getRotation: H<'getRotation'> = async (context, { engagementId, programmeId }) => {
  const { rotation, years, fiscalYear } = await readRotation(context, engagementId, programmeId);
  return {
    fiscalYear,
    years,
    needed: rotation.needed,
    departments: [...rotation.lines],
    outsideCycle: rotation.outsideCycle,
  };
};

/** The rotation of a programme as it stands: who was audited when, who is chosen this year. */
export async function readRotation(
  context: Context,
  engagementId: string,
  programmeId: string,
): Promise<{ rotation: Rotation; years: number | null; fiscalYear: number; departments: number }> {
  const { fiscalYear } = await engagementOf(context, engagementId);
  const { programme } = await programmeInForce(context, programmeId);
  const wanted = programme.wanted.find(({ kind }) => kind === 'department');
  const { departments } = await context.client(peopleContract).listDepartments({});
  // A bureau that has sections below it is audited through them.
  const bureaus = new Set(departments.flatMap(({ bureauId }) => bureauId ?? []));
  const sections = departments.filter(({ id }) => !bureaus.has(id));
  const past = (await history.list(context.tx, { engagementId })).filter(
    ({ content }) => content.kind === programme.kind,
  );
  const audited = new Map<string, number[]>();
  for (const { content } of past)
    audited.set(content.departmentId, [...(audited.get(content.departmentId) ?? []), content.fiscalYear]);
  const own: TargetRecord[] = await targets.list(context.tx, { programmeId });
  const rotation = rotationOf({
    fiscalYear,
    years: wanted?.rotationYears ?? null,
    share: wanted?.share ?? null,
    departments: sections.map(({ id, name }) => ({ id, name })),
    audited,
    targeted: new Set(own.filter(({ state }) => state !== 'withdrawn').flatMap(({ content }) => content.departmentIds)),
  });
  return { rotation, years: wanted?.rotationYears ?? null, fiscalYear, departments: sections.length };
}

interface Past {
  readonly departmentId: string;
  readonly fiscalYear: number;
  readonly auditedOn: string | null;
}

function checkYear(past: Past, current: number): void {
  if (past.fiscalYear >= current)
    throw refuse(`過去の年度の監査だけを登録できます。${current}年度の監査は、対象として登録してください。`);
  if (past.auditedOn !== null && fiscalYearOf(past.auditedOn) !== past.fiscalYear)
    throw refuse('監査した日が、その年度の中にありません。年度と日を確かめてください。');
}

function noted(context: Context, engagementId: string, subject: string, past: Past & { readonly kind: string }): void {
  facts.record(context, 'audit-history.recorded', {
    engagementId,
    subject,
    data: { department: past.departmentId, fiscalYear: past.fiscalYear, kind: past.kind },
  });
}
