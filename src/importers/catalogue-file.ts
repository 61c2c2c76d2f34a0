/** A catalogue of requirements that somebody sent, read in a process of its own. */
import { CatalogueError, type ReadCatalogue, type SheetColumn, type SheetMapping } from '../core/catalogue/index.ts';
import { type Limits, runWorker } from './worker-process.ts';

/** A mapping that was saved before, with the headings it was made for. */
export interface KnownMapping {
  readonly mapping: SheetMapping;
  readonly headings: readonly string[];
}

export interface CatalogueRequest {
  /** What a person has chosen; null to propose one. */
  readonly mapping: SheetMapping | null;
  readonly known: readonly KnownMapping[];
}

export type CatalogueFile =
  | { readonly kind: 'catalogue'; readonly read: ReadCatalogue }
  | {
      readonly kind: 'sheets';
      readonly mapping: SheetMapping;
      /** The mapping is one that was saved before. */
      readonly fromEarlier: boolean;
      readonly headings: readonly string[];
      readonly sheets: readonly {
        readonly name: string;
        readonly rows: number;
        readonly firstRows: readonly { readonly row: number; readonly text: string }[];
        readonly columns: readonly SheetColumn[];
      }[];
      readonly read: ReadCatalogue | null;
      /** Why nothing could be read with this mapping. */
      readonly fault: string | null;
    };

export type CatalogueAnswer =
  | { readonly ok: true; readonly result: CatalogueFile }
  | { readonly ok: false; readonly message: string };

const LIMITS: Limits = { seconds: 60, megabytes: 768 };

/** What the file is says its content, not its name. @throws CatalogueError with a sentence for who sent it */
export async function readCatalogueFile(
  bytes: Uint8Array,
  request: CatalogueRequest,
  limits: Limits = LIMITS,
): Promise<CatalogueFile> {
  const worker = new URL('./catalogue-worker.ts', import.meta.url);
  const run = await runWorker(worker, JSON.stringify(request), bytes, limits);
  if (!('answer' in run)) {
    throw new CatalogueError(
      'ファイルが大きすぎるか複雑すぎるため、読み取りを打ち切りました。章ごとに分けて取り込んでください。',
    );
  }
  const answer = run.answer as CatalogueAnswer;
  if (!answer.ok) throw new CatalogueError(answer.message);
  return answer.result;
}
