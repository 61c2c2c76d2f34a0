/** The work log: fast to write, counted by month and mode (fukuoka 7-p3 and 7-p4, koganei 9(4)). */
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { renderXlsx } from '../../../documents/index.ts';
import { peopleContract } from '../../people/contract.ts';
import type { engagementContract, EngagementProfile, WorkRecord } from '../contract.ts';
import { workWorkbook } from '../documents/work-log.ts';
import { facts } from '../facts.ts';
import { workMonths } from '../rules/work-months.ts';
import { specificationUnder } from '../specifications.ts';
import { requireEngagement } from '../store.ts';
import { insertWork, selectWork } from '../store-work.ts';

type Contract = typeof engagementContract;
type In<K extends keyof Contract['operations']> = ParsedInputOf<Contract, K>;
type Out<K extends keyof Contract['operations']> = Promise<OutputOf<Contract, K>>;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export async function listWork(context: Context, input: In<'listWork'>): Out<'listWork'> {
  const engagement = await requireEngagement(context.tx, input.engagementId);
  const records = await selectWork(context.tx, engagement.id);
  return {
    today: context.today,
    records: records.filter(({ occurredOn }) => input.month === undefined || occurredOn.startsWith(input.month)),
    months: workMonths(records, engagement.periodFrom, context.today),
    people: await contractorPeople(context, records),
  };
}

export async function recordWork(context: Context, input: In<'recordWork'>): Out<'recordWork'> {
  const { engagementId, ...fields } = input;
  const engagement = await requireEngagement(context.tx, engagementId);
  await checkWork(context, engagement, fields);
  return write(context, engagementId, { ...fields, corrects: null, reason: '' });
}

/** A correction is a record of its own that names the old one; the old one stays and no longer counts. */
export async function correctWork(context: Context, input: In<'correctWork'>): Out<'correctWork'> {
  const { engagementId, recordId, ...fields } = input;
  const engagement = await requireEngagement(context.tx, engagementId);
  const old = (await selectWork(context.tx, engagementId)).find(({ id }) => id === recordId);
  if (old === undefined) throw new AppError('record.missing', { internal: 'work record' });
  if (old.correctedBy !== null) {
    throw new AppError('state.refused', {
      message: 'この記録は、既に訂正されています。画面を読み直し、新しい記録を訂正してください。',
    });
  }
  await checkWork(context, engagement, fields);
  return write(context, engagementId, { ...fields, corrects: old.id });
}

type Work = Omit<In<'recordWork'>, 'engagementId'>;

async function checkWork(context: Context, engagement: EngagementProfile, fields: Work): Promise<void> {
  const { clauses } = await specificationUnder(context, engagement.specification, engagement.readings);
  if (!clauses.some(({ id }) => id === fields.clause)) {
    throw fieldError('clause', '仕様書にある条項の番号を指定してください。');
  }
  if (fields.occurredOn > context.today) throw fieldError('occurredOn', '作業した日は、今日以前の日にしてください。');
  if (fields.occurredOn < engagement.periodFrom) {
    throw fieldError('occurredOn', '作業した日は、委託期間の始めの日以後の日にしてください。');
  }
  if (new Set(fields.members).size !== fields.members.length) {
    throw fieldError('members', '同じ人が二回選ばれています。一人につき一回だけ選んでください。');
  }
  const people = new Set((await contractorPeople(context, [])).map(({ id }) => id));
  if (![...fields.members, fields.responsible].every((id) => people.has(id))) {
    throw fieldError('members', '受託者の利用者として登録されている人を選んでください。');
  }
}

async function write(
  context: Context,
  engagementId: string,
  fields: Work & Pick<WorkRecord, 'corrects' | 'reason'>,
): Promise<WorkRecord> {
  const record = { ...fields, id: context.newId() };
  await insertWork(context.tx, engagementId, record, context.now);
  const { clause, mode, occurredOn, members, responsible, corrects } = record;
  facts.record(context, 'work.recorded', {
    engagementId,
    subject: record.id,
    data: { clause, mode, occurredOn, members, responsible, ...(corrects === null ? {} : { corrects }) },
  });
  return { ...record, correctedBy: null };
}

export async function downloadWork(context: Context, input: In<'downloadWork'>): Out<'downloadWork'> {
  const engagement = await requireEngagement(context.tx, input.engagementId);
  const records = await selectWork(context.tx, engagement.id);
  const people = await contractorPeople(context, records);
  const tree = workWorkbook({
    engagement,
    records,
    months: workMonths(records, engagement.periodFrom, context.today),
    names: new Map(people.map(({ id, name }) => [id, name])),
    today: context.today,
  });
  return { name: '作業の記録.xlsx', mediaType: XLSX, bytes: await renderXlsx(tree) };
}

/** People of the contractor, and whoever past records name. */
async function contractorPeople(
  context: Context,
  records: readonly WorkRecord[],
): Promise<{ id: string; name: string }[]> {
  const { accounts } = await context.client(peopleContract).listAccounts({ everyone: true });
  const named = new Set(records.flatMap(({ members, responsible }) => [...members, responsible]));
  return accounts
    .filter(({ id, party }) => party === 'contractor' || named.has(id))
    .map(({ id, displayName }) => ({ id, name: displayName }));
}
