/** The delivered package: one zip with a folder per deliverable, a contents list and the SHA-256 of every file. */
import { strToU8, zipSync } from 'fflate';
import { formatEra } from '../../../core/calendar/index.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { sha256Of } from '../../../kernel/canonical.ts';
import { engagementContract } from '../../engagement/contract.ts';
import type { deliverablesContract } from '../contract.ts';
import { contentsList } from '../documents/contents-list.ts';
import { portableName, renderXlsx } from '../../../documents/index.ts';
import { facts } from '../facts.ts';
import { packageVersions } from '../rules.ts';
import { insertPackage, lastPackage } from '../store.ts';
import { registerOf } from './register.ts';

type Contract = typeof deliverablesContract;

/** Dates inside a zip have no zone and would make equal packages differ; the first one that the format knows. */
const ZIP_DATE = '1980-01-01';

export async function makePackage(
  context: Context,
  input: ParsedInputOf<Contract, 'makePackage'>,
): Promise<OutputOf<Contract, 'makePackage'>> {
  const { engagementId } = input;
  const engagement = await context.client(engagementContract).getEngagement({ engagementId });
  const versions = packageVersions(await registerOf(context, engagementId));
  if (versions.length === 0) {
    throw new AppError('state.refused', {
      message: '提出済みの成果物がまだありません。提出してからまとめてください。',
    });
  }
  const entries: {
    readonly path: string;
    readonly title: string;
    readonly version: number;
    readonly bytes: Uint8Array;
    readonly sha256: string;
  }[] = [];
  for (const [index, version] of versions.entries()) {
    const folder = `${String(index + 1).padStart(2, '0')}_${portableName(version.title)}`;
    for (const file of version.files) {
      const { bytes, sha256 } = await context.files.open(file.fileId);
      entries.push({
        path: uniquePath(`${folder}/${portableName(file.name)}`, entries),
        title: version.title,
        version: version.version,
        bytes,
        sha256,
      });
    }
  }
  const list = contentsList({ engagement, entries, today: formatEra(context.today) });
  const listBytes = await renderXlsx(list);
  const sums = entries.map((entry) => `${entry.sha256}  ${entry.path}`).join('\n');
  const bytes = zipSync(
    Object.fromEntries([
      ['00_目録.xlsx', listBytes],
      ['00_SHA256SUMS.txt', strToU8(`${sums}\n`)],
      ...entries.map((entry) => [entry.path, entry.bytes] as const),
    ]),
    { mtime: ZIP_DATE, level: 6 },
  );
  const packageId = context.newId();
  const stored = await context.files.keep(
    { name: portableName(`納品一式_${engagement.title}.zip`), mediaType: 'application/zip', bytes },
    `deliverables:${packageId}`,
  );
  const sha256 = sha256Of(bytes);
  await insertPackage(context.tx, engagementId, {
    id: packageId,
    fileId: stored.id,
    sha256,
    entries: entries.length,
    at: context.now,
  });
  facts.record(context, 'package.made', {
    engagementId,
    subject: packageId,
    data: { sha256, entries: entries.length },
  });
  return { packageId, sha256, entries: entries.length };
}

export async function downloadPackage(
  context: Context,
  input: ParsedInputOf<Contract, 'downloadPackage'>,
): Promise<OutputOf<Contract, 'downloadPackage'>> {
  await context.client(engagementContract).getEngagement(input);
  if ((await lastPackage(context.tx, input.engagementId)) === null) await makePackage(context, input);
  const fileId = await lastPackage(context.tx, input.engagementId);
  if (fileId === null) throw new AppError('file.missing');
  return context.files.open(fileId);
}

function uniquePath(path: string, taken: readonly { readonly path: string }[]): string {
  const dot = path.lastIndexOf('.');
  let candidate = path;
  for (let number = 2; taken.some((entry) => entry.path === candidate); number += 1) {
    candidate = `${path.slice(0, dot)}（${number}）${path.slice(dot)}`;
  }
  return candidate;
}
