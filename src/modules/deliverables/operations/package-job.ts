/** Makes a package in the background: collected, scanned, papers written, bound, zipped, imaged; then kept all at once. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { z } from 'zod';
import { isFull } from '../../../kernel/blob.ts';
import { sqlState } from '../../../kernel/database.ts';
import { AppError } from '../../../kernel/error.ts';
import type { JobContext } from '../../../kernel/module.ts';
import { id } from '../../../kernel/schema.ts';
import { ReadableError } from '../../../core/readable-error.ts';
import type { PackagePart } from '../contract/package.ts';
import { facts } from '../facts.ts';
import { failPackage, finishPackage, openPlan, saveProgress } from '../store/packages.ts';
import { type MadeFile, makeParts, PackageStopped } from '../packing/make.ts';
import { contentsHash, type PackagePlan, type VirusRecord } from '../packing/plan.ts';

export const PACKAGE_JOB = 'deliverables.package';

const payloadSchema = z.strictObject({ packageId: id, engagementId: id });

/** Into so many pieces the progress of one step is cut: more often nobody needs to know. */
const STEPS_TOLD = 20;

export async function makeByJob(context: JobContext, payload: Readonly<Record<string, unknown>>): Promise<void> {
  const { packageId, engagementId } = payloadSchema.parse(payload);
  const plan = await openPlan(context.tx, packageId);
  if (plan === null) return;
  let told = '';
  try {
    const { parts, notices, virus } = await makeParts(plan, {
      read: (fileId) => context.files.read(fileId),
      progress: async (progress) => {
        const share = Math.floor((progress.done * STEPS_TOLD) / Math.max(1, progress.total));
        const stage = `${progress.step} ${share}`;
        if (stage === told) return;
        told = stage;
        await context.aside((tx) => saveProgress(tx, packageId, progress));
      },
      keep: (file) => keepPart(context, packageId, file),
    });
    await finishPackage(context.tx, packageId, { parts, notices, virus, at: context.now });
    recordMade(context, madeOf(packageId, engagementId, plan), plan.files.length, parts, virus);
  } catch (error) {
    // What the database refuses is tried again by the queue; everything else is told to whoever asked.
    if (sqlState(error) !== null) throw error;
    if (!(error instanceof PackageStopped)) context.log.error('package failed', { packageId, failure: nameOf(error) });
    const stopped = error instanceof PackageStopped ? error : null;
    const { unreadable = [], virus = null } = stopped ?? {};
    if (virus !== null) recordScan(context, madeOf(packageId, engagementId, plan), virus);
    await failPackage(context.tx, packageId, { failure: sentenceOf(error), unreadable, virus });
  }
}

async function keepPart(context: JobContext, packageId: string, file: MadeFile): Promise<PackagePart> {
  const { size } = await stat(file.path);
  const stored = await context.files.keep(
    { name: file.name, mediaType: file.mediaType, chunks: () => createReadStream(file.path) },
    `deliverables:${packageId}`,
  );
  return { kind: file.kind, fileId: stored.id, name: stored.name, size, sha256: stored.sha256 };
}

interface Made {
  readonly packageId: string;
  readonly engagementId: string;
  readonly task: string | null;
  readonly contents: string;
}

const madeOf = (packageId: string, engagementId: string, plan: PackagePlan): Made => ({
  packageId,
  engagementId,
  task: plan.task?.id ?? null,
  contents: contentsHash(plan.files),
});

/** The check by the program is a fact of its own; a person's was recorded when it was entered. */
function recordScan(context: JobContext, { packageId, engagementId, task, contents }: Made, virus: VirusRecord): void {
  if (virus.checker !== null) return;
  const { software, signatures, checkedOn, clean } = virus;
  facts.record(context, 'delivery.virus-checked', {
    engagementId,
    subject: packageId,
    data: { software, signatures, occurredOn: checkedOn, clean, task, contents },
  });
}

function recordMade(
  context: JobContext,
  made: Made,
  entries: number,
  parts: readonly PackagePart[],
  virus: VirusRecord | null,
): void {
  const { packageId, engagementId, task } = made;
  if (virus !== null) recordScan(context, made, virus);
  facts.record(context, 'package.made', {
    engagementId,
    subject: packageId,
    data: {
      sha256: parts.find(({ kind }) => kind === 'zip')?.sha256 ?? '',
      entries,
      task,
      parts: parts.map(({ kind, sha256 }) => ({ kind, sha256 })),
      virusChecked: virus !== null,
    },
  });
}

const DISK_FULL =
  'サーバの保存先の空きが足りないため、納品一式を作れませんでした。前に作ったものは残っています。管理者に空きを増やしてもらい、もう一度作成してください。';

function sentenceOf(error: unknown): string {
  if (error instanceof PackageStopped || error instanceof ReadableError) return error.message;
  const words = error instanceof Error ? error.message : '';
  const isStoreFull = error instanceof AppError && error.code === 'storage.full';
  // The programs that make images of discs say it in their own words.
  if (isStoreFull || isFull(error) || /No space left|ENOSPC/iu.test(words)) return DISK_FULL;
  if (error instanceof AppError && error.code === 'file.missing') {
    return '成果物のファイルの一部が保存先に見つからないため、納品一式を作れませんでした。管理者に保存先を確かめてもらってください。';
  }
  return '納品一式を作れませんでした。前に作ったものは残っています。もう一度作成しても直らない場合は、管理者に連絡してください。';
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'failure');
