/** The paper sheet: boxes to write in, numbers by which the office types it in, and on every page where it belongs. */
import {
  type Block,
  cell,
  type Cell,
  type CellBlock,
  document,
  type DocumentTree,
  heading,
  landscape,
  note,
  paragraph,
  signature,
  table,
} from '../../../documents/index.ts';
import type { FormItem, TableItem, TableColumn } from '../../../core/content-schema/index.ts';
import { askedWhen } from '../rules/condition-words.ts';
import { choicesOf, type Holder, matrixHolders } from '../rules/holder.ts';
import { type SheetFrame, shortGuidance, UNIT_LABELS } from './frame.ts';

/** Rows to write in on one page of a table. */
const TABLE_ROWS = 8;
const BLANK = '　';

export function answerPaper(frame: SheetFrame): DocumentTree {
  const particulars = `整理番号 ${frame.number}　${frame.respondentName}`;
  const when = (item: FormItem): string => askedWhen(frame.form, item);
  return document(
    {
      title: frame.title,
      subtitle: `回答票（整理番号 ${frame.number}）`,
      addressee: frame.unit === 'person' ? `${frame.respondentName}　様` : `${frame.departmentName}　御中`,
      sender: frame.sender,
      running: `${frame.title}　${particulars}　第${frame.version}版`,
      created: frame.today,
    },
    [
      { kind: 'letter-head' },
      paragraph(frame.form.introduction),
      ...(frame.message === '' ? [] : [paragraph(`連絡：${frame.message}`)]),
      table({
        columns: [{ width: 30 }, { width: '1fr' }, { width: 30 }, { width: '1fr' }],
        rows: [
          [head(UNIT_LABELS[frame.unit]), frame.respondentName, head('整理番号'), frame.number],
          [head('提出期限'), frame.due, head('回答の方法'), frame.form.respondent],
          ...(frame.unit === 'person' ? [] : [[head('記入者'), lines(2), head('所属長'), lines(2)]]),
          [head('記入日'), '令和　　年　　月　　日', head('担当課受付日'), '令和　　年　　月　　日'],
        ],
      }),
      note(
        '当てはまるものの番号を○で囲んでください。書ききれないときは、余白に問の番号を添えて書いてください。全てのページを提出してください。',
        '記入の方法',
      ),
      ...frame.form.sections.flatMap((section) => sectionBlocks(section, when)),
      ...(frame.unit === 'person' ? [] : [signature([{ label: '所属長確認', seal: true }])]),
    ],
  );
}

const head = (text: string): Cell => cell(text, { shade: 'header', bold: true });
const lines = (count: number): Cell => cell(Array.from({ length: count }, () => paragraph(BLANK)));

type Section = SheetFrame['form']['sections'][number];

/** Questions as rows; a table has a landscape page of its own where the form has it. */
function sectionBlocks(section: Section, when: (item: FormItem) => string): Block[] {
  const blocks: Block[] = [heading(1, section.title)];
  if (section.description !== undefined) blocks.push(paragraph(section.description));
  let rows: Cell[][] = [];
  const flush = (): void => {
    if (rows.length > 0) blocks.push(questionTable(rows));
    rows = [];
  };
  for (const item of section.items) {
    if (item.type === 'table') {
      flush();
      blocks.push(
        paragraph(`問${item.number}　${item.question}${when(item)}（次のページの表に記入）`),
        tablePage(item),
      );
    } else rows.push(questionRow(item, when(item)));
  }
  flush();
  return blocks;
}

const questionTable = (rows: readonly (readonly Cell[])[]): Block =>
  table({
    columns: [{ width: 12, align: 'center' }, { width: '1fr' }, { width: 66 }],
    header: ['問', '設問と解説', '回答欄'],
    rows,
  });

function questionRow(item: Exclude<FormItem, TableItem>, when: string): Cell[] {
  const guidance = shortGuidance(item.guidance);
  return [
    cell(String(item.number), { bold: true }),
    cell([paragraph(`${item.question}${when}`), ...(guidance === '' ? [] : [paragraph(`（解説）${guidance}`)])]),
    cell(answerBox(item)),
  ];
}

/** Numbered choices, or room to write; beside はい/いいえ/対象外 the words that they need. */
function answerBox(item: Exclude<FormItem, TableItem>): readonly CellBlock[] {
  if (item.type === 'file')
    return [
      paragraph('別途提出（この用紙と一緒に提出してください。）'),
      paragraph('提出するものの名前：'),
      ...Array.from({ length: Math.min(item.maxFiles, 3) }, () => paragraph(BLANK)),
    ];
  if (item.type === 'matrix') {
    const rows = matrixHolders(item);
    const [first] = rows;
    const codes =
      first === undefined
        ? ''
        : choicesOf(first)
            .map(({ code }) => code)
            .join(BLANK.repeat(2));
    return [
      ...(first === undefined ? [] : [paragraph(`行ごとに一つに○（${choiceLine(first)}）`)]),
      ...rows.flatMap((row) => [paragraph(row.label), paragraph(`${BLANK}${codes}`)]),
    ];
  }
  if (item.type !== 'yes-no-na') return [...box(item)];
  const { no, notApplicable } = item.explanation;
  const asked = no !== 'none' || notApplicable !== 'none';
  return [
    ...box(item),
    ...(asked ? [paragraph('理由：'), paragraph(BLANK), paragraph(BLANK)] : []),
    ...(no === 'reason-or-alternative' ? [paragraph('代わりの対策：'), paragraph(BLANK)] : []),
  ];
}

/** All choices with their numbers in one line. */
const choiceLine = (holder: Holder): string =>
  choicesOf(holder)
    .map(({ code, label }) => `${code}${BLANK}${label}`)
    .join(BLANK);

function box(holder: Holder): readonly CellBlock[] {
  const choices = choicesOf(holder).map((choice) => `${choice.code}　${choice.label}`);
  switch (holder.type) {
    case 'scale':
      return [
        paragraph('一つに○'),
        paragraph(
          choicesOf(holder)
            .map(({ label }) => label)
            .join(BLANK),
        ),
      ];
    case 'yes-no-na':
    case 'yes-no':
      return [paragraph(choices.join(BLANK.repeat(2)))];
    case 'single':
      return [paragraph('一つに○'), ...choices.map((choice) => paragraph(choice))];
    case 'multiple':
      return [paragraph('当てはまるもの全てに○'), ...choices.map((choice) => paragraph(choice))];
    case 'number':
      return [paragraph(BLANK), paragraph(`（　　　　　　　　）${holder.unit}`)];
    case 'date':
      return [paragraph(BLANK), paragraph('令和　　　年　　　月　　　日')];
    case 'text':
      return Array.from({ length: holder.multiline || holder.maxLength > 200 ? 6 : 2 }, () => paragraph(BLANK));
  }
}

/** A landscape page with empty rows; what a number means stands below it. */
function tablePage(item: TableItem): Block {
  const guidance = shortGuidance(item.guidance);
  return landscape([
    table({
      caption: `問${item.number}　${item.question}`,
      columns: [{ width: 9, align: 'center' }, ...item.columns.map((column) => ({ width: widthOf(column) }))],
      header: ['行', ...item.columns.map((column) => column.label)],
      fontSize: 8,
      rows: Array.from({ length: Math.min(TABLE_ROWS, item.maxRows) }, (_, index) => [
        cell([paragraph(BLANK), paragraph(String(index + 1))]),
        ...item.columns.map((column) => cell(columnHint(column))),
      ]),
    }),
    ...item.columns.flatMap((column) => {
      const choices = choicesOf(column);
      if (choices.length === 0) return [];
      const several = column.type === 'multiple' ? '（いくつでも）' : '';
      return [note(choiceLine(column), `${column.label}${several}`)];
    }),
    ...(guidance === '' ? [] : [note(guidance, '解説')]),
    note(`${TABLE_ROWS}件を超えるときは、このページを写して記入してください。選ぶ欄には番号を書いてください。`),
  ]);
}

const widthOf = (column: TableColumn): '1fr' | '2fr' => (column.type === 'text' ? '2fr' : '1fr');

function columnHint(column: TableColumn): readonly CellBlock[] {
  const unit = column.type === 'number' ? column.unit : column.type === 'date' ? '．　．' : BLANK;
  return [paragraph(BLANK), paragraph(unit, { align: 'right' })];
}
