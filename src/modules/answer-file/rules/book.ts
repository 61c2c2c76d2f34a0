/** Names in the Excel sheet by which it is read back, wherever rows and columns have been moved to. */
import type { Heading } from '../../../core/exchange/table.ts';

/** Hidden sheet with what the server gave out. */
export const TICKET_SHEET = '回答票の情報';
export const ANSWER_SHEET = '回答';

export const TICKET_ROWS = {
  campaign: '調査',
  department: '所属の識別子',
  form: '調査票の版',
  formHash: '調査票の照合値',
  revision: '提出の回数',
  issued: '配布の時刻',
  channel: '形式',
  seal: '封印',
} as const;

export type AnswerColumn =
  | 'id'
  | 'number'
  | 'question'
  | 'value'
  | 'reason'
  | 'alternative'
  | 'before'
  | 'manner'
  | 'guidance';

export interface AnswerHeading extends Heading {
  readonly key: AnswerColumn;
}

export const ANSWER_HEADINGS: readonly AnswerHeading[] = [
  { key: 'id', title: '識別子' },
  { key: 'number', title: '問' },
  { key: 'question', title: '設問' },
  { key: 'value', title: '回答' },
  { key: 'reason', title: '理由' },
  { key: 'alternative', title: '代わりの対策' },
  { key: 'before', title: '前回の回答' },
  { key: 'manner', title: '答え方' },
  { key: 'guidance', title: '解説' },
];

/** What stood in the cell of a file before files could come beside the sheet: no name of a file. */
export const NO_FILES_CELL = '画面から添付';

/** A row of a table item bears the item and its own place: asset-table#3. */
export const rowId = (item: string, place: number): string => `${item}#${place}`;
/** A row of a matrix bears the item and its own id: habits@lock. */
export const matrixRowId = (item: string, row: string): string => `${item}@${row}`;
export const itemOfRow = (id: string): string | null => /^(.+)#\d+$/u.exec(id)?.[1] ?? null;
