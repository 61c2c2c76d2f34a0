/** Making an engagement from a specification, and settling what the specification leaves open. */
import type { SpecificationSource } from '../../../core/specification/index.ts';
import type { ParsedInputOf, OutputOf } from '../../../kernel/contract.ts';
import { fiscalYearOf } from '../../../core/calendar/index.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { OK } from '../../../kernel/schema.ts';
import type { engagementContract } from '../contract.ts';
import { facts } from '../facts.ts';
import { contractNameOf, periodOf, planTasks, tasksFrom } from '../rules.ts';
import { specificationView } from '../specification-view.ts';
import { selectClosedDays } from '../store-board.ts';
import { specificationContract } from '../../specification/contract.ts';
import { specificationSource, specificationUnder } from '../specifications.ts';
import {
  insertAgreedPoint,
  insertEngagement,
  requireEngagement,
  saveReading,
  selectAgreedPoints,
  selectEngagements,
} from '../store.ts';
import { insertTasks } from '../store-tasks.ts';

type Contract = typeof engagementContract;
type In<K extends keyof Contract['operations']> = ParsedInputOf<Contract, K>;
type Out<K extends keyof Contract['operations']> = Promise<OutputOf<Contract, K>>;

export async function listSpecifications(context: Context): Out<'listSpecifications'> {
  const { specifications } = await context.client(specificationContract).listSpecifications({});
  const listed = [];
  for (const { id, title, authority, fiscalYear, periodTo, clauses } of specifications) {
    const openPoints = pointsOf(await specificationSource(context, id), {});
    listed.push({ id, title, authority, fiscalYear, periodTo, clauses, openPoints });
  }
  return { specifications: listed };
}

export async function createEngagement(context: Context, input: In<'createEngagement'>): Out<'createEngagement'> {
  const readings = input.readings ?? {};
  const specification = await specificationUnder(context, input.specification, readings);
  const dates = periodOf(specification, input);
  const fiscalYear = specification.fiscalYear ?? fiscalYearOf(dates.periodFrom);
  const engagementId = context.newId();
  const marking = specification.marking ?? null;
  const title = input.title ?? contractNameOf(specification);
  await insertEngagement(
    context.tx,
    {
      id: engagementId,
      specification: specification.id,
      title,
      fiscalYear,
      ...dates,
      contractor: input.contractor,
      client: input.client,
      places: input.places,
      marking,
    },
    context.now,
  );
  facts.record(context, 'engagement.created', {
    engagementId,
    subject: engagementId,
    data: {
      specification: specification.id,
      ...dates,
      contractName: title,
      clientDepartment: input.client.department,
      clientAddress: input.client.address,
      clientTel: input.client.tel,
      clientFax: input.client.fax,
      clientEmail: input.client.email,
      places: input.places,
      marking,
    },
  });
  for (const [point, option] of Object.entries(readings)) await settleReading(context, engagementId, point, option);
  const tasks = tasksFrom(planTasks(specification, dates), context.newId);
  await insertTasks(context.tx, engagementId, tasks);
  facts.record(context, 'wbs.generated', {
    engagementId,
    subject: engagementId,
    data: { clauses: tasks.map((task) => task.clause), tasks: tasks.length },
  });
  return { engagementId };
}

export async function listEngagements(context: Context): Out<'listEngagements'> {
  return { engagements: await selectEngagements(context.tx) };
}

export function getEngagement(context: Context, input: In<'getEngagement'>): Out<'getEngagement'> {
  return requireEngagement(context.tx, input.engagementId);
}

export async function getSpecification(context: Context, input: In<'getSpecification'>): Out<'getSpecification'> {
  const [engagement, { days }] = await Promise.all([
    requireEngagement(context.tx, input.engagementId),
    selectClosedDays(context.tx, input.engagementId),
  ]);
  const specification = await specificationUnder(context, engagement.specification, engagement.readings);
  return specificationView(
    specification,
    engagement,
    days.map(({ day }) => day),
  );
}

export async function listOpenPoints(context: Context, input: In<'listOpenPoints'>): Out<'listOpenPoints'> {
  const engagement = await requireEngagement(context.tx, input.engagementId);
  return { openPoints: pointsOf(await specificationSource(context, engagement.specification), engagement.readings) };
}

export async function chooseReading(context: Context, input: In<'chooseReading'>): Out<'chooseReading'> {
  const engagement = await requireEngagement(context.tx, input.engagementId);
  // Refuses a point or an option that the specification does not have.
  await specificationUnder(context, engagement.specification, { ...engagement.readings, [input.point]: input.option });
  await settleReading(context, input.engagementId, input.point, input.option);
  return OK;
}

export async function agreePoint(context: Context, input: In<'agreePoint'>): Out<'agreePoint'> {
  const engagement = await requireEngagement(context.tx, input.engagementId);
  const { clauses } = await specificationUnder(context, engagement.specification, engagement.readings);
  if (!clauses.some((it) => it.id === input.clause)) {
    throw fieldError('clause', '仕様書にある条項の番号を指定してください。');
  }
  if (input.occurredOn > context.today) throw fieldError('occurredOn', '協議した日は、今日以前の日にしてください。');
  const { clause, topic, decision, occurredOn } = input;
  const pointId = context.newId();
  await insertAgreedPoint(context.tx, engagement.id, { id: pointId, clause, topic, decision, occurredOn });
  facts.record(context, 'point.agreed', {
    engagementId: engagement.id,
    subject: pointId,
    data: { clause, topic, decision, occurredOn },
  });
  return { pointId };
}

export async function listAgreedPoints(context: Context, input: In<'listAgreedPoints'>): Out<'listAgreedPoints'> {
  await requireEngagement(context.tx, input.engagementId);
  return { points: await selectAgreedPoints(context.tx, input.engagementId) };
}

async function settleReading(context: Context, engagementId: string, point: string, option: string): Promise<void> {
  const engagement = await requireEngagement(context.tx, engagementId);
  const { openPoints } = await specificationSource(context, engagement.specification);
  const found = openPoints.find((candidate) => candidate.id === point);
  const chosen = found?.options?.find((candidate) => candidate.id === option);
  if (found === undefined || chosen === undefined) throw new AppError('record.missing', { internal: 'reading' });
  await saveReading(context.tx, engagementId, point, option);
  facts.record(context, 'reading.chosen', {
    engagementId,
    subject: found.clause,
    data: { clause: found.clause, point, reading: chosen.label },
  });
}

function pointsOf(
  source: SpecificationSource,
  readings: Readonly<Record<string, string>>,
): {
  id: string;
  clause: string;
  question: string;
  reading: string;
  options: { id: string; label: string }[];
  chosen: string | null;
}[] {
  return source.openPoints.map((point) => ({
    id: point.id,
    clause: point.clause,
    question: point.question,
    reading: point.reading,
    options: (point.options ?? []).map(({ id, label }) => ({ id, label })),
    chosen: readings[point.id] ?? point.default ?? point.options?.[0]?.id ?? null,
  }));
}
