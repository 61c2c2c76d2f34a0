/** From the plan to the files of a package, in a private folder that is gone afterwards. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { bindVolume, faultOf } from '../../../documents/index.ts';
import { writeZip } from '../../../kernel/zip.ts';
import type { PackagePart, PackageProgress, UnreadablePdf } from '../contract/package.ts';
import { CAPACITY, findDiscProgram, NO_DISC_PROGRAM, volumeName, writeDiscImage } from '../../../kernel/disc-image.ts';
import { packageName } from './names.ts';
import { paperFiles } from './papers.ts';
import { type PackagePlan, type VirusRecord } from './plan.ts';
import { findScanners, scanFolder, type Scanner } from './virus.ts';
import { volumeOf } from './volume.ts';

export interface MadeFile {
  readonly kind: PackagePart['kind'];
  readonly name: string;
  readonly mediaType: string;
  readonly path: string;
}

export interface Making {
  read(fileId: string): Promise<{ readonly chunks: AsyncIterable<Uint8Array> }>;
  keep(file: MadeFile): Promise<PackagePart>;
  progress(progress: PackageProgress): Promise<void>;
  /** The scanners of the machine unless a test names others. */
  readonly scanners?: readonly Scanner[];
}

/** People must do something first; the message says what. */
export class PackageStopped extends Error {
  override readonly name = 'PackageStopped';
  readonly unreadable: readonly UnreadablePdf[];
  readonly virus: VirusRecord | null;

  constructor(message: string, more: { unreadable?: readonly UnreadablePdf[]; virus?: VirusRecord } = {}) {
    super(message);
    this.unreadable = more.unreadable ?? [];
    this.virus = more.virus ?? null;
  }
}

interface Made {
  readonly parts: PackagePart[];
  readonly notices: string[];
  readonly virus: VirusRecord | null;
}

/** @throws PackageStopped when people have to decide or mend something; Error when the machine cannot */
export async function makeParts(plan: PackagePlan, making: Making): Promise<Made> {
  // Only this process's user may look in: what has not been delivered is nobody else's business.
  const work = await mkdtemp(join(tmpdir(), 'machimori-package-'));
  try {
    return await makeIn(work, plan, making);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function makeIn(work: string, plan: PackagePlan, making: Making): Promise<Made> {
  const folder = join(work, 'files');
  const step = (name: PackageProgress['step'], done = 0, total = 1): Promise<void> =>
    making.progress({ step: name, done, total });
  await collect(folder, plan, making);
  await step('scan');
  const { virus, notice } = await checkViruses(folder, plan, making.scanners ?? findScanners());
  await step('papers');
  const papers = await paperFiles(plan, virus);
  for (const { path, bytes } of papers) await write(join(folder, path), bytes);
  const order = [
    ...papers.map(({ path }) => path),
    ...(plan.ownNote === null ? [] : [plan.ownNote.path]),
    ...plan.files.map(({ path }) => path),
  ];
  await write(join(folder, SUMS), Buffer.from(await sums(folder, order), 'utf8'));
  const stem = packageName(`納品一式_${plan.task === null ? '' : `${plan.task.id}_`}${plan.engagement.title}`, 50);
  const notices = notice === null ? [] : [notice];
  const parts: MadeFile[] = [];
  if (plan.bound) {
    await step('bound');
    const bound = await bind(folder, plan);
    const path = join(work, 'bound.pdf');
    await write(path, bound.bytes);
    parts.push({ kind: 'bound', name: `${stem}_製本用.pdf`, mediaType: 'application/pdf', path });
    notices.push(...bound.notices);
  }
  await step('zip');
  const zip = join(work, 'package.zip');
  await writeZip(
    zip,
    [...order.slice(0, papers.length), SUMS, ...order.slice(papers.length)].map((path) => ({
      path,
      file: join(folder, path),
    })),
  );
  parts.unshift({ kind: 'zip', name: `${stem}.zip`, mediaType: 'application/zip', path: zip });
  if (plan.disc !== null) {
    await step('disc');
    const program = findDiscProgram();
    if (program === null) throw new PackageStopped(NO_DISC_PROGRAM);
    const image = join(work, 'disc.iso');
    await writeDiscImage(program, { folder, image, volume: volumeName(plan.madeOn), madeOn: plan.madeOn });
    parts.push({ kind: 'disc', name: `${stem}.iso`, mediaType: 'application/x-iso9660-image', path: image });
    notices.push(...(await tooLarge(image, plan)));
  }
  const kept: PackagePart[] = [];
  for (const part of parts) kept.push(await making.keep(part));
  return { parts: kept, notices, virus };
}

/** Checked on any computer with `sha256sum -c`. */
const SUMS = 'SHA256SUMS.txt';

async function collect(folder: string, plan: PackagePlan, making: Making): Promise<void> {
  const all = [...plan.files, ...(plan.ownNote === null ? [] : [plan.ownNote])];
  const total = all.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  for (const { path, fileId, sha256, size } of all) {
    await making.progress({ step: 'collect', done, total });
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    const { chunks } = await making.read(fileId);
    await pipeline(chunks, createWriteStream(target, { mode: 0o600 }));
    // What was delivered is what was reviewed: the bytes must still be those of the record.
    if ((await hashOf(target)) !== sha256) {
      throw new PackageStopped(
        `「${path}」の中身が、提出したときと変わっています。管理者に保存先を確かめてもらってください。`,
      );
    }
    done += size;
  }
}

async function checkViruses(
  folder: string,
  plan: PackagePlan,
  scanners: readonly Scanner[],
): Promise<{ virus: VirusRecord | null; notice: string | null }> {
  const scan = await scanFolder(folder, plan.madeOn, scanners);
  if (scan?.done === true) {
    if (scan.record.clean) return { virus: scan.record, notice: null };
    const found = some(scan.record.found.map(({ path, name }) => `${path}（${name}）`));
    throw new PackageStopped(
      `ウイルス検査で検出があったため、納品一式の作成を止めました：${found || '詳細不明'}。該当するファイルを差し替えて提出し直してください。`,
      { virus: scan.record },
    );
  }
  const failed = scan === null ? '' : `サーバのウイルス検査を実施できませんでした（${scan.reason}）。`;
  if (plan.virus !== null) return { virus: plan.virus, notice: failed === '' ? null : failed };
  const wanted = plan.delivery.virusCheck;
  if (wanted !== undefined) {
    throw new PackageStopped(
      `${failed}仕様書 ${wanted.clause} がウイルス検査の記録を求めています。検査の結果を記録してから、もう一度作成してください。`,
    );
  }
  return { virus: null, notice: `${failed}この納品一式には、ウイルス検査の記録がありません。` };
}

async function bind(folder: string, plan: PackagePlan): Promise<{ bytes: Uint8Array; notices: string[] }> {
  const wanted = plan.files.filter(
    (file) => file.format === 'pdf' && file.edition === 'detailed' && !plan.leftOut.includes(file.fileId),
  );
  const unreadable: UnreadablePdf[] = [];
  for (const { fileId, title, path } of wanted) {
    const fault = await faultOf(await readFile(join(folder, path)));
    if (fault !== null) unreadable.push({ fileId, title, name: path, fault });
  }
  if (unreadable.length > 0) {
    throw new PackageStopped(
      `開けないPDFがあるため、製本用のPDFを作れませんでした：${some(unreadable.map(({ name }) => name))}。差し替えて提出し直すか、除いて作成してください。`,
      { unreadable },
    );
  }
  const bound = volumeOf(plan, wanted, (path) => readFile(join(folder, path)));
  if (bound === null) {
    throw new PackageStopped(
      '製本できるPDFがありません。成果物にPDFを加えて提出するか、製本用のPDFなしで作成してください。',
    );
  }
  const { bytes, pages, folded } = await bindVolume(bound.volume);
  return {
    bytes,
    notices: [
      `製本用のPDFは${pages}ページです。両面で印刷してください。`,
      ...(folded === 0 ? [] : [`A4より大きいページが${folded}ページあります。A4に折り込んで製本してください。`]),
      ...(bound.without.length === 0 ? [] : [`PDFがないため製本用のPDFに入っていない成果物：${some(bound.without)}`]),
    ],
  };
}

/** So many names stand in a sentence; the rest is counted. */
const NAMES = 10;
const some = (names: readonly string[]): string =>
  names.length <= NAMES ? names.join('、') : `${names.slice(0, NAMES).join('、')}、ほか${names.length - NAMES}件`;

async function tooLarge(image: string, plan: PackagePlan): Promise<string[]> {
  const { size } = await stat(image);
  const medium = plan.disc;
  if (medium === null || size <= CAPACITY[medium]) return [];
  const advice =
    plan.delivery.perTask === undefined && plan.delivery.tasks.length === 0
      ? '媒体を発注者と協議してください。'
      : '作業区分ごとに分けて作成するか、媒体を発注者と協議してください。';
  return [`ディスクイメージ（${Math.ceil(size / 1_000_000)}MB）が${medium}の容量を超えています。${advice}`];
}

async function sums(folder: string, paths: readonly string[]): Promise<string> {
  const lines: string[] = [];
  for (const path of paths) lines.push(`${await hashOf(join(folder, path))}  ${path}\n`);
  return lines.join('');
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(path, bytes, { mode: 0o600 });
}
