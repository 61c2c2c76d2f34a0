/** Open plans go on: in the next contract of the same municipality, or by a file to the next contractor. */
import { z } from 'zod';
import { AppError, fieldError, refuse } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { planContent, type PlanContent, planState } from '../contract/plans.ts';
import { isOpen, moved } from '../rules/plan-rules.ts';
import { planRecords, type PlanRecord } from '../store/stores.ts';
import { departmentsById, facts, fullName, type H, planFact } from './shared.ts';
import { engagementOf, type EngagementProfile } from '../../engagement/contract.ts';
import { peopleContract } from '../../people/contract.ts';

const FORMAT = 'machimori-improvement-plans/1';

const handedOver = z.strictObject({
  state: planState,
  /** By name: the next contractor's database knows other ids. */
  department: z.string().max(400),
  content: planContent,
});

const handOverFile = z.strictObject({
  format: z.literal(FORMAT),
  municipality: z.string().max(200),
  title: z.string().max(400),
  contractor: z.string().max(200),
  fiscalYear: z.int(),
  plans: z.array(handedOver).max(5000),
});

export const carryOver: H<'carryOver'> = async (context, { engagementId, toEngagementId, planIds, reason }) => {
  if (toEngagementId === engagementId)
    throw fieldError('toEngagementId', '同じ契約には引き継げません。次の契約を選んでください。');
  const from = await engagementOf(context, engagementId);
  const to = await engagementOf(context, toEngagementId);
  if (to.contractDate <= from.contractDate)
    throw fieldError('toEngagementId', '引き継ぐ先には、この契約より後の契約を選んでください。');
  for (const planId of [...new Set(planIds)].toSorted()) {
    const plan = await planRecords.take(context.tx, planId);
    if (plan.engagementId !== engagementId) throw new AppError('record.missing', { internal: 'plan of another year' });
    const step = moved(plan.state, 'carry-over');
    if ('refusal' in step) throw refuse(step.refusal);
    await takeOver(context, to, plan.state, plan.content, plan.departmentId, from);
    const carriedTo = { by: context.caller.accountId, on: context.today, fiscalYear: to.fiscalYear, reason };
    await planRecords.save(context.tx, plan, { state: step.next, content: { carriedTo } });
    facts.record(context, 'improvement.carried-over', {
      engagementId,
      subject: plan.content.finding.findingId,
      data: { ...planFact(plan), to: toEngagementId },
    });
  }
  return { carried: new Set(planIds).size };
};

type Origin = Pick<EngagementProfile, 'fiscalYear' | 'title' | 'contractor'>;

/** The plan as it goes on: its history comes along, files stay where they were put on record. */
async function takeOver(
  context: Context,
  to: EngagementProfile,
  state: PlanRecord['state'],
  content: PlanContent,
  departmentId: string,
  { fiscalYear, title, contractor }: Origin,
): Promise<void> {
  const years = (content.carriedFrom?.years ?? 0) + 1;
  const plan = await planRecords.insert(context, {
    engagementId: to.id,
    departmentId,
    findingId: content.finding.findingId,
    state,
    content: { ...content, carriedFrom: { fiscalYear, title, contractor, years }, carriedTo: null },
  });
  facts.record(context, 'improvement.taken-over', {
    engagementId: to.id,
    subject: content.finding.findingId,
    data: { ...planFact(plan), fiscalYear, years },
  });
}

export const downloadHandOver: H<'downloadHandOver'> = async (context, { engagementId }) => {
  const { municipality, title, contractor, fiscalYear } = await engagementOf(context, engagementId);
  const departmentOf = await departmentsById(context);
  const open = (await planRecords.list(context.tx, { engagementId })).filter(({ state }) => isOpen(state));
  if (open.length === 0) throw refuse('引き継ぐ改善計画はありません。全て終了しているか、取りやめています。');
  const file: z.output<typeof handOverFile> = {
    ...{ format: FORMAT, municipality, title, contractor, fiscalYear },
    plans: open.map(({ state, departmentId, content }) => ({
      state,
      department: fullName(departmentOf(departmentId)),
      content: withoutFiles(content),
    })),
  };
  return {
    name: `改善計画引継ぎ_${fiscalYear}年度.json`,
    mediaType: 'application/json',
    bytes: new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`),
  };
};

/** Files cannot come along in a text file; their names and hashes do, as words. */
function withoutFiles(content: PlanContent): PlanContent {
  const named = (text: string, files: PlanContent['progress'][number]['files']): string =>
    [text, ...files.map(({ name, sha256 }) => `（添付：${name}　SHA-256 ${sha256}）`)].join('\n');
  return {
    ...content,
    progress: content.progress.map((one) => ({ ...one, text: named(one.text, one.files), files: [] })),
    confirmations: content.confirmations.map((one) => ({ ...one, text: named(one.text, one.files), files: [] })),
  };
}

export const importHandOver: H<'importHandOver'> = async (context, { engagementId, fileId }) => {
  const to = await engagementOf(context, engagementId);
  await context.files.attach(fileId, `improvement:hand-over:${engagementId}`);
  const file = parseFile((await context.files.open(fileId)).bytes);
  if (file.municipality !== to.municipality)
    throw refuse(`このファイルは「${file.municipality}」のものです。この市の引継ぎファイルを選んでください。`);
  const { departments } = await context.client(peopleContract).listDepartments({});
  const idOf = new Map(
    departments.map(({ id, name, bureauName }) => [fullName({ name, bureauName: bureauName ?? '' }), id]),
  );
  const here = new Set(
    (await planRecords.list(context.tx, { engagementId })).map(({ content }) => content.finding.findingId),
  );
  const result = { taken: 0, known: [] as string[], unknown: [] as { title: string; department: string }[] };
  for (const { state, department, content } of file.plans) {
    const departmentId = idOf.get(department);
    const { findingId, title } = content.finding;
    if (here.has(findingId)) result.known.push(title);
    else if (departmentId === undefined) result.unknown.push({ title, department });
    else {
      here.add(findingId);
      // Whatever the file says about files: it cannot lay claim to any that are kept here.
      await takeOver(context, to, state, withoutFiles(content), departmentId, file);
      result.taken += 1;
    }
  }
  return result;
};

const UNREADABLE =
  'この形式のファイルは読み込めません。街守の「引継ぎファイル」として取り出したファイルを選んでください。';

/** Bytes. Some thousand plans with long texts fit. */
const SIZE_LIMIT = 20 * 1024 * 1024;

function parseFile(bytes: Uint8Array): z.output<typeof handOverFile> {
  if (bytes.byteLength > SIZE_LIMIT) throw fieldError('fileId', UNREADABLE);
  const parsed = handOverFile.safeParse(jsonOf(bytes));
  if (!parsed.success) throw fieldError('fileId', UNREADABLE);
  if (parsed.data.plans.some(({ state }) => !isOpen(state))) throw fieldError('fileId', UNREADABLE);
  return parsed.data;
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw fieldError('fileId', UNREADABLE);
  }
}
