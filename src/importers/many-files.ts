/** Many files that people sent, also packed into archives, read in one process of its own: workbooks as sheets, the rest as text. */
import type { SheetContent } from '../core/exchange/index.ts';
import type { PlainSheet } from './list-file.ts';
import { type Limits, runWorker } from './worker-process.ts';

interface Found {
  readonly name: string;
  readonly sha256: string;
  /** Place of the file that was sent: its own, or that of the archive in which it lay. */
  readonly source: number;
  /** Base64 of a file out of an archive, where whoever asked wants the files themselves. */
  readonly content?: string;
}

/** One file; of an archive, each of its files. */
export type FoundFile = Found &
  (
    | { readonly kind: 'sheets'; readonly sheets: readonly SheetContent[] }
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'refused'; readonly message: string }
  );

/** As it passes between processes. */
export type PlainFile = Found &
  (
    | { readonly kind: 'sheets'; readonly sheets: readonly PlainSheet[] }
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'refused'; readonly message: string }
  );

/** A thousand workbooks take about a minute. */
const LIMITS: Limits = { seconds: 300, megabytes: 768 };

/**
 * What a file is say its bytes, not its name. What cannot be read is answered with a sentence; the others are read all the same.
 * @param options.contents files out of archives are wanted themselves, and texts may be as long as files inside them make them
 */
export async function readManyFiles(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  { limits = LIMITS, contents = false }: { readonly limits?: Limits; readonly contents?: boolean } = {},
): Promise<FoundFile[]> {
  const lengths = files.map(({ name, bytes }) => ({ name, length: bytes.length }));
  const whole = Buffer.concat([
    Buffer.from(`${JSON.stringify(lengths)}\n`, 'utf8'),
    ...files.map(({ bytes }) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
  ]);
  const run = await runWorker(new URL('./many-worker.ts', import.meta.url), contents ? 'contents' : '', whole, limits);
  if (!('answer' in run)) {
    const message =
      'ファイルが大きすぎるか複雑すぎるため、読み取りを打ち切りました。ファイルを幾つかに分けてから取り込んでください。';
    return files.map(({ name }, source) => ({ name, sha256: '', source, kind: 'refused', message }));
  }
  return (run.answer as readonly PlainFile[]).map((file) =>
    file.kind === 'sheets'
      ? {
          ...file,
          sheets: file.sheets.map(({ name, hidden, lines }) => ({
            name,
            hidden,
            lines: lines.map(([row, cells]) => ({ row, cells: new Map(cells) })),
          })),
        }
      : file,
  );
}
