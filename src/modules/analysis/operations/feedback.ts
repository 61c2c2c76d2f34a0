/** The sheets that departments get: one at a time, or all in one run. */
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { achievementOf, answerTo, isCounted, scoreSelfCheck, visibleItems } from '../../../core/assessment/index.ts';
import { portableName } from '../../../documents/index.ts';
import type { FileReply, OutputOf } from '../../../kernel/contract.ts';
import { sqlState } from '../../../kernel/database.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Context, JobContext } from '../../../kernel/module.ts';
import { writeZip } from '../../../kernel/zip.ts';
import { engagementContract } from '../../engagement/contract.ts';
import { selfCheckContract } from '../../self-check/contract.ts';
import { FEEDBACK_TITLE, type FeedbackPlan, feedbackSheet } from '../documents/feedback.ts';
import { facts } from '../facts.ts';
import { type Answered, itemRows, meanOf } from '../rules/distribution.ts';
import { findRun, finishRun, insertRun, listRuns, openRun, saveDone, type StoredRun } from '../store/runs.ts';
import { currentCriteria, type H } from './common.ts';
import { earlierOf, type Material, materialOf } from './material.ts';

const NOT_CLOSED = '結果通知は、情報セキュリティ担当課が調査を締め切った後に作れます。';

export const downloadFeedback: H<'downloadFeedback'> = async (context, { campaignId, departmentId }) => {
  const material = await materialOf(context, campaignId);
  const [plan] = await plansOf(context, material, (sheet) => sheet.departmentId === departmentId);
  if (plan === undefined)
    throw new AppError('state.refused', { message: 'この所属の回答はありません。回答のある所属を選んでください。' });
  return fileOf(plan);
};

async function fileOf(plan: FeedbackPlan): Promise<FileReply> {
  const { pdf } = await feedbackSheet(plan);
  return {
    name: `${portableName(`${FEEDBACK_TITLE}（${plan.departmentName}）`)}.pdf`,
    mediaType: 'application/pdf',
    bytes: pdf,
  };
}

/** The plans of the sheets that `wanted` accepts, in the order of the departments. */
async function plansOf(
  context: Context,
  material: Material,
  wanted: (sheet: Answered) => boolean = () => true,
): Promise<FeedbackPlan[]> {
  const { campaign, form, sheets, criteria, points } = material;
  if (campaign.state !== 'closed') throw new AppError('state.refused', { message: NOT_CLOSED });
  if (campaign.unit !== 'department')
    throw new AppError('state.refused', {
      message:
        '結果通知は、所属ごとに答える調査について作れます。人ごと又は事務ごとの調査は、報告書で知らせてください。',
    });
  const { smallestGroup } = criteria.criteria;
  const told = sheets.length >= smallestGroup;
  const rates = new Map(itemRows(form, sheets, smallestGroup).map(({ id, rate }) => [id, rate]));
  const earlier = await earlierOf(context, material);
  const head = await headOf(context, campaign.engagementId, campaign);
  return sheets.filter(wanted).map((sheet) => {
    const visible = new Set(visibleItems(form, sheet.answers).map(({ id }) => id));
    const before = beforeOf(earlier, sheet);
    const items = form.sections.flatMap((section) =>
      section.items
        .filter((item) => visible.has(item.id) && isCounted(item))
        .map((item) => {
          const own = achievementOf(item, answerTo(sheet.answers, item.id));
          return {
            number: item.number,
            section: section.title,
            question: item.question,
            own: own === null ? null : 100 * own,
            all: told ? (rates.get(item.id) ?? null) : null,
            before: before(item.id, item.revision),
            good: item.guidance?.good ?? '',
          };
        }),
    );
    return {
      ...head,
      departmentId: sheet.departmentId,
      departmentName: sheet.departmentName,
      points: scoreSelfCheck(form, sheet.answers).points,
      average: told ? meanOf(points) : null,
      answered: sheets.length,
      asked: campaign.asked,
      ...bySection(items),
    };
  });
}

interface SheetItem {
  readonly number: number;
  readonly section: string;
  readonly question: string;
  readonly own: number | null;
  readonly all: number | null;
  readonly before: number | null;
  readonly good: string;
}

const bySection = (items: readonly SheetItem[]): Pick<FeedbackPlan, 'sections' | 'items'> => ({
  sections: [...Map.groupBy(items, ({ section }) => section)].map(([title, own]) => ({
    title,
    own: meanOf(own.flatMap((item) => item.own ?? [])),
    all: meanOf(own.flatMap((item) => item.all ?? [])),
  })),
  items: items.map(({ section: _section, ...item }) => item),
});

async function headOf(context: Context, engagementId: string, { title }: { readonly title: string }) {
  const { municipality, client, marking } = await context.client(engagementContract).getEngagement({ engagementId });
  return { municipality, office: client.department, marking, campaignTitle: title, today: context.today };
}

function beforeOf(earlier: Material | null, { id }: Answered): (item: string, revision: number) => number | null {
  const answers = earlier?.sheets.find((sheet) => sheet.id === id)?.answers;
  const known = new Map(
    (earlier?.form.sections ?? []).flatMap(({ items }) => items).map((item) => [item.id, item] as const),
  );
  return (itemId, revision) => {
    const item = known.get(itemId);
    if (answers === undefined || item?.revision !== revision) return null;
    const achieved = achievementOf(item, answerTo(answers, itemId));
    return achieved === null ? null : 100 * achieved;
  };
}

/** A department sees its own answers and the mean of all, through the operation that decides what it may see. */
export const downloadOwnFeedback: H<'downloadOwnFeedback'> = async (context, { campaignId, departmentId }) => {
  const own = await context.client(selfCheckContract).getOwnResult({ campaignId, departmentId });
  if (own.campaign.state !== 'closed') throw new AppError('state.refused', { message: NOT_CLOSED });
  if (own.points === null)
    throw new AppError('state.refused', { message: '自分の所属の回答がないため、結果通知はありません。' });
  const { criteria } = await currentCriteria(context, own.campaign.engagementId);
  return fileOf({
    ...(await headOf(context, own.campaign.engagementId, own.campaign)),
    departmentId,
    departmentName: own.departmentName,
    points: own.points,
    ...told(own, criteria.smallestGroup),
  });
};

type OwnResult = OutputOf<typeof selfCheckContract, 'getOwnResult'>;

function told({ campaign, averagePoints, items }: OwnResult, smallest: number) {
  const enough = campaign.answered >= smallest;
  return {
    average: enough ? averagePoints : null,
    answered: campaign.answered,
    asked: campaign.departments,
    ...bySection(items.map((item) => ({ ...item, all: enough ? item.all : null }))),
  };
}

const runView = ({ engagementId: _engagement, campaignId: _campaign, fileId: _file, ...run }: StoredRun) => ({
  ...run,
  overflow: [...run.overflow],
});

export const listFeedbackRuns: H<'listFeedbackRuns'> = async (context, { campaignId }) => {
  await materialOf(context, campaignId);
  return { runs: (await listRuns(context.tx, campaignId)).map(runView) };
};

export const FEEDBACK_JOB = 'analysis.feedback';

export const makeFeedback: H<'makeFeedback'> = async (context, { campaignId }) => {
  const material = await materialOf(context, campaignId);
  const plan = await plansOf(context, material);
  if (plan.length === 0) throw new AppError('state.refused', { message: '回答がないため、結果通知は作れません。' });
  const [newest] = await listRuns(context.tx, campaignId);
  if (newest?.state === 'making')
    throw new AppError('state.refused', { message: '今、結果通知を作っています。作り終わるまで待ってください。' });
  const id = context.newId();
  const { engagementId } = material.campaign;
  await insertRun(context.tx, {
    id,
    engagementId,
    campaignId,
    number: (newest?.number ?? 0) + 1,
    plan,
    by: context.caller.accountId,
    at: context.now,
  });
  await context.jobs.add({ kind: FEEDBACK_JOB, payload: { runId: id } });
  return runView(await findRun(context.tx, id));
};

const payloadSchema = z.strictObject({ runId: z.uuid() });
/** So often the progress is told. */
const TOLD_EVERY = 10;

export async function makeByJob(context: JobContext, payload: Readonly<Record<string, unknown>>): Promise<void> {
  const { runId } = payloadSchema.parse(payload);
  const plan = await openRun(context.tx, runId);
  if (plan === null) return;
  const run = await findRun(context.tx, runId);
  // Only this process's user may look in.
  const folder = await mkdtemp(join(tmpdir(), 'machimori-feedback-'));
  try {
    const overflow: { departmentName: string; left: number }[] = [];
    const files: { path: string; file: string }[] = [];
    for (const [index, one] of plan.entries()) {
      const { pdf, left } = await feedbackSheet(one);
      const file = join(folder, `${index}.pdf`);
      await writeFile(file, pdf, { mode: 0o600 });
      const place = String(index + 1).padStart(String(plan.length).length, '0');
      files.push({ path: `${place}_${portableName(one.departmentName)}.pdf`, file });
      if (left > 0) overflow.push({ departmentName: one.departmentName, left });
      if ((index + 1) % TOLD_EVERY === 0) await context.aside((tx) => saveDone(tx, runId, index + 1));
    }
    const archive = join(folder, 'all.zip');
    await writeZip(archive, files);
    const stored = await context.files.keep(
      { name: `${FEEDBACK_TITLE}.zip`, mediaType: 'application/zip', chunks: () => createReadStream(archive) },
      `analysis:${runId}`,
    );
    await finishRun(context.tx, runId, { state: 'made', fileId: stored.id, done: plan.length, overflow });
    facts.record(context, 'feedback.made', {
      engagementId: run.engagementId,
      subject: runId,
      data: { campaign: run.campaignId, departments: plan.length, number: run.number },
    });
  } catch (error) {
    // What the database refuses is tried again by the queue; everything else is told to whoever asked.
    if (sqlState(error) !== null) throw error;
    context.log.error('feedback failed', { runId, failure: error instanceof Error ? error.name : 'unknown' });
    await finishRun(context.tx, runId, {
      state: 'failed',
      failure:
        '結果通知を作れませんでした。設問の文章が長すぎて1枚に収まらない所属がないかを確かめ、もう一度作ってください。続くときは、システム管理者に知らせてください。',
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const downloadFeedbackRun: H<'downloadFeedbackRun'> = async (context, { runId }) => {
  const run = await findRun(context.tx, runId);
  await materialOf(context, run.campaignId);
  if (run.fileId === null) throw new AppError('state.refused', { message: '結果通知は、まだ出来上がっていません。' });
  return context.files.openStream(run.fileId);
};
