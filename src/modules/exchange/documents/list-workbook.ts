/** A list as a workbook that can be edited and read back. */
import { formatEra, toDayNumber } from '../../../core/calendar/index.ts';
import {
  ID_TITLE,
  type ListColumn,
  type ListContent,
  type ListValue,
  shownText,
  STAMP_TITLE,
  stampOf,
} from '../../../core/exchange/index.ts';
import type { CellValue, SheetColumn, WorkbookTree } from '../../../documents/index.ts';

export interface ListWorkbookOptions {
  readonly title: string;
  readonly help: string | null;
  readonly today: string;
  /** False for a list that only goes out: its cells are locked. */
  readonly editable: boolean;
  /** Rows may be added in the file. */
  readonly additions: boolean;
  readonly engagement: { readonly title: string; readonly contractor: string; readonly marking: string | null } | null;
}

/** Excel counts days from the end of 1899. */
const SERIAL_OF_1970 = 25_569;
const ERA_FORMAT = '[$-411]ggge"年"m"月"d"日"';
/** Widest sheet that is read on A4 across: half-width characters. */
const A4_WIDTH = 150;
const editHelp = (additions: boolean): string =>
  `灰色の列は変えられません。${additions ? '行を加えるときは下の空いた行に書きます。' : ''}保存したファイルは、画面の「Excelで編集」から読み込めます。`;

export function listWorkbook(list: ListContent, options: ListWorkbookOptions): WorkbookTree {
  const { columns, rows } = list;
  const { title, help, today, editable, additions, engagement } = options;
  const marking = engagement?.marking ?? null;
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const heading = `${engagement === null ? '' : `${engagement.title}　`}${formatEra(today)}現在`;
  return {
    title,
    created: today,
    ...(engagement === null ? {} : { author: engagement.contractor }),
    ...(marking === null ? {} : { marking }),
    sheets: [
      {
        name: sheetName(title),
        title,
        subtitle: [heading, ...sentencesOf(`${help ?? ''}${editable ? editHelp(additions) : ''}`)],
        size: width > A4_WIDTH ? 'A3' : 'A4',
        orientation: 'landscape',
        columns: [
          ...columns.map((column) => sheetColumn(column, editable)),
          { title: ID_TITLE, width: 10, hidden: true, readOnly: true },
          { title: STAMP_TITLE, width: 10, hidden: true, readOnly: true },
        ],
        rows: rows.map((row) => [
          ...columns.map((column) => cellValue(column, row.values[column.key] ?? null)),
          row.id,
          stampOf(columns, row),
        ]),
        // Locked cells cannot be copied, sorted or removed as rows; only what is not to be edited at all is protected.
        protect: !editable,
        blankRows: editable && additions ? 20 : 0,
      },
    ],
  };
}

/** A narrow list cuts a long line when it is printed: each sentence has its own. */
const sentencesOf = (text: string): string[] => text.match(/[^。]+。/gu) ?? [];

function sheetColumn(column: ListColumn, editable: boolean): SheetColumn {
  const { kind } = column;
  return {
    title: column.title,
    width: column.width,
    ...(kind === 'number' ? { align: 'right' as const } : {}),
    ...(kind === 'day' ? { align: 'center' as const, format: ERA_FORMAT } : {}),
    ...(kind === 'boolean' ? { align: 'center' as const, choices: ['○'] } : {}),
    ...(kind === 'text' || kind === 'texts' ? { text: true } : {}),
    ...(kind === 'choice' ? { choices: (column.choices ?? []).map(({ label }) => label) } : {}),
    ...(kind === 'text' && column.maxLength !== undefined ? { maxLength: column.maxLength } : {}),
    ...(editable && (column.edit ?? 'never') === 'never' ? { readOnly: true } : {}),
  };
}

function cellValue(column: ListColumn, value: ListValue): CellValue {
  if (column.kind === 'number' && typeof value === 'number') return value;
  const shown = shownText(column, value);
  if (shown === '') return null;
  return column.kind === 'day' ? toDayNumber(shown) + SERIAL_OF_1970 : shown;
}

const sheetName = (title: string): string =>
  [...title.replaceAll(/[\\/?*[\]:]/gu, '・').replaceAll(/^'+|'+$/gu, '')].slice(0, 28).join('') || '一覧';
