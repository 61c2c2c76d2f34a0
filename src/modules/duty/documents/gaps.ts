/** What the papers on the duties of the contractor still lack. */
import { gap } from '../../../kernel/gap.ts';
import type { Context, DocumentProvider } from '../../../kernel/module.ts';
import { teamContract } from '../../team/contract.ts';
import { dutyContract } from '../contract.ts';

type Gaps = NonNullable<DocumentProvider['gaps']>;

const pageOf = (engagementId: string, name: string): string => `/engagements/${engagementId}/duty/${name}`;

async function activeMembers(context: Context, engagementId: string): Promise<readonly string[]> {
  const { members } = await context.client(teamContract).getTeam({ engagementId });
  return members.filter(({ state }) => state === 'active').map(({ id }) => id);
}

/** Members at work whom the last notice does not name. */
export const handlerGaps: Gaps = async (context, { engagementId }) => {
  const { registers } = await context.client(dutyContract).getDuties({ engagementId });
  const named = new Set(registers['handler-notice'].at(-1)?.handlers.map(({ memberId }) => memberId));
  const open = (await activeMembers(context, engagementId)).filter((id) => !named.has(id)).length;
  return gap(open, `通知に載っていない担当者が${open}人います。`, pageOf(engagementId, 'handlers'));
};

/** Members at work who have not given their oath. */
export const oathGaps: Gaps = async (context, { engagementId }) => {
  const { registers } = await context.client(dutyContract).getDuties({ engagementId });
  const signed = new Set(registers.confidentiality.map(({ memberId }) => memberId));
  const open = (await activeMembers(context, engagementId)).filter((id) => !signed.has(id)).length;
  return gap(open, `誓約していない担当者が${open}人います。`, pageOf(engagementId, 'training'));
};

export const trainingGaps: Gaps = async (context, { engagementId, subject }) => {
  const { registers } = await context.client(dutyContract).getDuties({ engagementId });
  const training = registers.training.find(({ id }) => id === subject);
  if (training === undefined || training.heldOn === null) return [];
  const absent = training.members.filter((id) => !training.attendees.includes(id)).length;
  const href = pageOf(engagementId, 'training');
  return [
    ...gap(training.heldTopics.length === 0 ? 1 : 0, '研修で扱った事項が未記入です。', href),
    ...gap(training.result.trim() === '' ? 1 : 0, '研修の結果が未記入です。', href),
    ...gap(absent, `受講の記録がない対象者が${absent}人います。`, href),
  ];
};

export const materialGaps: Gaps = async (context, { engagementId }) => {
  const { registers } = await context.client(dutyContract).getDuties({ engagementId });
  const open = registers.material.filter(({ returnedOn, erased }) => returnedOn === null && erased === null).length;
  return gap(open, `返却又は消去が未記録の資料が${open}件あります。`, pageOf(engagementId, 'materials'));
};

/** Lent or created things without a number or without a word on how they are kept. */
export const registerGaps: Gaps = async (context, { engagementId }) => {
  const { registers } = await context.client(dutyContract).getDuties({ engagementId });
  const kept = registers.material.filter(({ returnedOn, erased }) => returnedOn === null && erased === null);
  const numbers = kept.filter(({ number }) => number === null).length;
  const handling = kept.filter((it) => it.handling.trim() === '').length;
  const href = pageOf(engagementId, 'materials');
  return [
    ...gap(numbers, `台帳番号が未記入の資料が${numbers}件あります。`, href),
    ...gap(handling, `保管・取扱いが未記入の資料が${handling}件あります。`, href),
  ];
};

export const subcontractGaps: Gaps = async (context, { engagementId, subject }) => {
  const { registers } = await context.client(dutyContract).getDuties({ engagementId });
  const row = registers.subcontract.find(({ id }) => id === subject);
  const open = row !== undefined && row.state === 'approved' ? 1 : 0;
  return gap(open, '再委託先との契約の確認が未記録です。', pageOf(engagementId, 'subcontracts'));
};

export const incidentGaps: Gaps = async (context, { engagementId, subject }) => {
  const { registers } = await context.client(dutyContract).getDuties({ engagementId });
  const row = registers.incident.find(({ id }) => id === subject);
  if (row === undefined) return [];
  const open = row.instructions.filter(({ completedOn }) => completedOn === null).length;
  const href = pageOf(engagementId, 'incidents');
  return [
    ...gap(row.firstMeasures.trim() === '' ? 1 : 0, '初めの措置が未記入です。', href),
    ...gap(open, `対応の済んでいない発注者の指示が${open}件あります。`, href),
  ];
};
