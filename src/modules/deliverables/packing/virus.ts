/** The check for viruses with ClamAV, where the machine has it: program, definitions and result as the program says them. */
import { relative } from 'node:path';
import { findProgram, runProgram } from '../../../kernel/program.ts';
import type { VirusRecord } from './plan.ts';

/** A scanner that can be run: the daemon's client is much quicker, the plain program works without a daemon. */
export interface Scanner {
  readonly program: string;
  readonly args: readonly string[];
}

const LIMITS = ['--max-filesize=2000M', '--max-scansize=2000M'];
const TIME_LIMIT_MS = 30 * 60_000;

export function findScanners(path?: string): Scanner[] {
  const daemon = findProgram('clamdscan', path);
  const plain = findProgram('clamscan', path);
  return [
    ...(daemon === null ? [] : [{ program: daemon, args: ['--fdpass', '--multiscan'] }]),
    ...(plain === null ? [] : [{ program: plain, args: ['--recursive', ...LIMITS] }]),
  ];
}

export type ScanResult =
  | { readonly done: true; readonly record: VirusRecord }
  /** It could not look at everything; why, in Japanese words that fit into a sentence. */
  | { readonly done: false; readonly reason: string };

/** Scans a folder with the first scanner that works. Without any, `null`. */
export async function scanFolder(
  folder: string,
  today: string,
  scanners: readonly Scanner[],
): Promise<ScanResult | null> {
  let last: ScanResult | null = null;
  for (const scanner of scanners) {
    last = await scanWith(scanner, folder, today);
    if (last.done) return last;
  }
  return last;
}

async function scanWith({ program, args }: Scanner, folder: string, today: string): Promise<ScanResult> {
  const call = { cwd: folder, timeoutMs: TIME_LIMIT_MS };
  try {
    const version = await runProgram(program, ['--version'], call);
    const scan = await runProgram(program, [...args, '--infected', folder], call);
    if (scan.code !== 0 && scan.code !== 1) return { done: false, reason: reasonOf(scan.stderr) };
    const { software, signatures } = parseVersion(version.stdout, scan.stdout);
    const found = parseFound(scan.stdout).map(({ path, name }) => ({ path: relative(folder, path), name }));
    // Code 1 says that something was found, whatever the lines look like.
    const clean = scan.code === 0 && found.length === 0;
    return { done: true, record: { software, signatures, checkedOn: today, clean, checker: null, found } };
  } catch {
    return { done: false, reason: '検査のプログラムが終わりませんでした' };
  }
}

const reasonOf = (errors: string): string =>
  /database|cl_load|Can't (?:open|get)/iu.test(errors)
    ? 'ウイルスの定義ファイルがありません'
    : '検査のプログラムが途中で止まりました';

/**
 * `ClamAV 1.4.6/27482/Mon Nov 30 08:30:05 2026`: program, number and day of the definitions. Definitions that are not the
 * official ones have no day; then the number of known viruses of the summary stands for them.
 */
export function parseVersion(version: string, summary: string): { software: string; signatures: string } {
  const [software = '', number = '', date = ''] = firstLine(version).split('/');
  const known = /^Known viruses: (\d+)$/mu.exec(summary)?.[1];
  const day = dayOfDefinitions(date);
  const signatures =
    day !== null
      ? `${day}（版 ${number}）`
      : known === undefined
        ? '不明'
        : `既知のウイルス${known}件（定義ファイルの日付なし）`;
  return { software: software.trim() === '' ? 'ClamAV' : software.trim(), signatures };
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function dayOfDefinitions(text: string): string | null {
  const match = /^\w{3} (\w{3}) +(\d{1,2}) [\d:]{8} (\d{4})$/u.exec(text.trim());
  const month = MONTHS.indexOf(match?.[1] ?? '') + 1;
  if (match === null || month === 0) return null;
  return `${match[3]}-${String(month).padStart(2, '0')}-${(match[2] ?? '').padStart(2, '0')}`;
}

/** `/path/file.docx: Win.Test.EICAR_HDB-1 FOUND` */
export function parseFound(output: string): { path: string; name: string }[] {
  return [...output.matchAll(/^(.+): (\S+) FOUND$/gmu)].map(([, path = '', name = '']) => ({ path, name }));
}

const firstLine = (text: string): string => text.trim().split('\n')[0]?.trim() ?? '';
