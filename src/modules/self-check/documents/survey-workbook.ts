/** 予備調査一覧: the assets of all departments and what is particular to each department. */
import {
  type AnswerSheet,
  answerTo,
  cellInWords,
  type ItemAnswer,
  readAnswer,
  rowsOf,
  valueInWords,
} from '../../../core/assessment/index.ts';
import {
  type FormItem,
  questionnaireItems,
  type TableColumn,
  type TableItem,
} from '../../../core/content-schema/index.ts';
import type { CellValue, Sheet, WorkbookTree } from '../../../documents/index.ts';
import type { Context, DocumentRequest } from '../../../kernel/module.ts';
import { bureauCell } from '../rules/bureaus.ts';
import { headLines, marked, materialOf } from './material.ts';

type Material = Awaited<ReturnType<typeof materialOf>>;

export async function surveyWorkbook(context: Context, { engagementId }: DocumentRequest): Promise<WorkbookTree> {
  const material = await materialOf(context, engagementId, 'preliminary-survey');
  const subtitle = headLines(material.profile, material.campaign, context.today);
  const items = questionnaireItems(material.form);
  const tables = items.filter((item): item is TableItem => item.type === 'table');
  return {
    title: '予備調査一覧',
    ...marked(material.profile),
    sheets: [
      ...tables.map((item) => tableSheet(material, item, subtitle)),
      attributesSheet(
        material,
        items.filter((item) => item.type !== 'table'),
        subtitle,
      ),
    ],
  };
}

const PLACE = [
  { title: '局', width: 16 },
  { title: '課', width: 20 },
] as const;

function tableSheet({ sheets }: Material, item: TableItem, subtitle: readonly string[]): Sheet {
  return {
    name: `${item.rowLabel}の一覧`,
    title: `${item.rowLabel}の一覧`,
    subtitle,
    size: 'A3',
    orientation: 'landscape',
    columns: [...PLACE, ...item.columns.map((column) => ({ title: column.label, width: 18 }))],
    rows: sheets.flatMap(({ status, answers }) =>
      rowsOf(answerTo(answers, item.id)).map((row) => [
        bureauCell(status.bureau_name),
        status.department_name,
        ...item.columns.map((column) => cellOf(column, row[column.id])),
      ]),
    ),
  };
}

function attributesSheet(
  { statuses, sheets }: Material,
  items: readonly FormItem[],
  subtitle: readonly string[],
): Sheet {
  return {
    name: '課の特徴',
    title: '課の特徴',
    subtitle,
    size: 'A3',
    orientation: 'landscape',
    columns: [...PLACE, ...items.map((item) => ({ title: item.question, width: 24 }))],
    rows: statuses.map((status) => {
      const own: AnswerSheet | undefined = sheets.find(
        (sheet) => sheet.status.department_id === status.department_id,
      )?.answers;
      const head = [bureauCell(status.bureau_name), status.department_name];
      if (own === undefined) return [...head, ...items.map((_, index) => (index === 0 ? '未提出' : null))];
      return [...head, ...items.map((item) => answerCell(item, answerTo(own, item.id)))];
    }),
  };
}

/** An answer as a cell: numbers stay numbers, everything else is said in the words of the form. */
function answerCell(item: FormItem, answer: ItemAnswer | undefined): CellValue {
  const given = readAnswer(item, answer);
  if (given === null) return null;
  return given.type === 'number' ? given.value : valueInWords(item, answer);
}

function cellOf(column: TableColumn, value: unknown): CellValue {
  if (typeof value === 'number') return value;
  const words = cellInWords(column, value);
  return words === '' ? null : words;
}
