/** A list that somebody sent as xlsx or CSV, read in a process of its own. */
import type { CellContent, SheetContent } from '../core/exchange/index.ts';
import { type Limits, runWorker } from './worker-process.ts';
import { SpreadsheetError } from './xlsx/model.ts';

export type ListFileAnswer =
  | { readonly ok: true; readonly sheets: readonly PlainSheet[] }
  | { readonly ok: false; readonly message: string };

/** A sheet without maps, as it passes between processes. */
export interface PlainSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly lines: readonly (readonly [number, readonly (readonly [number, CellContent])[]])[];
}

const LIMITS: Limits = { seconds: 60, megabytes: 512 };

/** What the file is says its content, not its name. @throws SpreadsheetError with a sentence for who sent it */
export async function readListFile(bytes: Uint8Array, limits: Limits = LIMITS): Promise<SheetContent[]> {
  const run = await runWorker(new URL('./list-worker.ts', import.meta.url), '', bytes, limits);
  if (!('answer' in run)) {
    throw new SpreadsheetError(
      'ファイルが大きすぎるか複雑すぎるため、読み取りを打ち切りました。要らないシートや行を除くか、分けてから読み込んでください。',
    );
  }
  const answer = run.answer as ListFileAnswer;
  if (!answer.ok) throw new SpreadsheetError(answer.message);
  return answer.sheets.map(({ name, hidden, lines }) => ({
    name,
    hidden,
    lines: lines.map(([row, cells]) => ({ row, cells: new Map(cells) })),
  }));
}
