/** The prepared papers of a meeting as documents. */
import { formatEra, formatEraShort } from '../../../core/calendar/index.ts';
import {
  type Block,
  bulletList,
  cell,
  type FlowBlock,
  heading,
  paragraph,
  table,
  type TableCell,
} from '../../../documents/index.ts';
import type { InformationContent, IssuesContent, PaperContent, ProgressContent, ScheduleContent } from '../contract.ts';
import { INFORMATION_KINDS, type InformationKind } from '../meeting-types.ts';
import { barIn, monthsOf } from '../rules/months.ts';
import { periodWords } from '../rules/report.ts';

export const OWNERS = { city: '発注者', contractor: '受注者' } as const;

export function paperBlocks(content: PaperContent): Block[] {
  switch (content.kind) {
    case 'progress':
      return progressBlocks(content);
    case 'issues':
      return [issueTable(content), ...remarkBlocks(content)];
    case 'schedule':
      return [scheduleTable(content), ...remarkBlocks(content)];
    case 'information':
      return informationBlocks(content);
  }
}

const remarkBlocks = ({ remark }: { readonly remark: string }): FlowBlock[] =>
  remark.trim() === '' ? [] : [heading(1, '備考'), ...textBlocks(remark)];

/** Typed lines: １　… opens a chapter, 【…】 a part of it, ・ is a point, the rest are sentences. */
export function reportBlocks(text: string): FlowBlock[] {
  const chapters = text.split(/^[0-9０-９]+　(.+)$/mu);
  const [before = '', ...rest] = chapters;
  return [
    // Without a chapter the parts are the chapters.
    ...textBlocks(before, 1),
    ...rest.flatMap((piece, at) => (at % 2 === 0 ? [heading(1, piece.trim())] : textBlocks(piece))),
  ];
}

/**
 * Typed lines: 【…】 opens a part, ・ is a point, the rest are sentences.
 * @param level of the headings of the parts
 */
export function textBlocks(text: string, level: 1 | 2 = 2): FlowBlock[] {
  const blocks: FlowBlock[] = [];
  let points: string[] = [];
  const close = (): void => {
    if (points.length > 0) blocks.push(bulletList(points));
    points = [];
  };
  for (const typed of text.split('\n')) {
    const line = typed.trim();
    if (line === '') continue;
    const part = /^【(.+)】$/u.exec(line);
    if (part === null && line.startsWith('・')) {
      points.push(line.slice(1));
      continue;
    }
    close();
    blocks.push(part?.[1] === undefined ? paragraph(line) : heading(level, part[1]));
  }
  close();
  return blocks;
}

function progressBlocks(content: ProgressContent): Block[] {
  return [
    paragraph(`${periodWords(content.since, content.until)}の業務の状況を、次のとおり報告します。`),
    heading(1, '実施した事項'),
    ...textBlocks(content.done),
    heading(1, '作業の進捗'),
    content.tasks.length === 0
      ? paragraph('この期間に行う作業はありません。')
      : table({
          columns: [{ width: '1fr' }, { width: 28, align: 'center' }, { width: 18, align: 'right' }, { width: 48 }],
          header: ['作業', '終了の予定', '進捗', '備考'],
          rows: content.tasks.map(({ name, plannedEnd, percent, remark }) => [
            name,
            formatEraShort(plannedEnd),
            `${percent}%`,
            remark,
          ]),
        }),
    // What is overdue stands among them.
    heading(1, `${content.duties.includes('期限超過') ? '期限を過ぎた義務及び' : ''}次回までに期限を迎える義務`),
    ...textBlocks(content.duties),
    heading(1, '次回までの作業の予定'),
    ...textBlocks(content.next),
    ...remarkBlocks(content),
  ];
}

export const stateOfIssue = ({ closedOn, response }: IssuesContent['rows'][number]): string =>
  closedOn !== null ? '完了' : response.trim() === '' ? '未着手' : '対応中';

function issueTable({ rows, asOf }: IssuesContent): Block {
  return table({
    columns: [
      { width: 11, align: 'right' },
      { width: 21, align: 'center' },
      { width: '1fr' },
      { width: 17, align: 'center' },
      { width: 21, align: 'center' },
      { width: '1fr' },
      { width: 16, align: 'center' },
      { width: 21, align: 'center' },
    ],
    header: ['No.', '発生日', '課題の内容', '担当', '期限', '対応の状況', '状態', '完了日'],
    empty: '課題はありません。',
    rows: rows.map((row) => [
      row.number,
      formatEraShort(row.raisedOn),
      row.content,
      OWNERS[row.owner],
      dueCell(row, asOf),
      row.response,
      stateOfIssue(row),
      row.closedOn === null ? '―' : formatEraShort(row.closedOn),
    ]),
  });
}

/** A due date that has passed is tinted. */
function dueCell({ due, closedOn }: IssuesContent['rows'][number], asOf: string): string | TableCell {
  if (due === null) return '―';
  const text = formatEraShort(due);
  return closedOn === null && due < asOf ? cell(text, { shade: 'warning', align: 'center' }) : text;
}

function scheduleTable({ rows, from, to }: ScheduleContent): Block {
  const months = monthsOf(from, to);
  return table({
    columns: [
      { width: 52 },
      { width: 15, align: 'right' },
      ...months.map(() => ({ width: '1fr' as const, align: 'center' as const })),
      { width: 34 },
    ],
    header: ['業務項目', '進捗', ...months.map(({ label }) => label), '備考'],
    fontSize: 8,
    rows: rows.map((row) => [
      row.name,
      `${row.percent}%`,
      ...months.map((month) => {
        const bar = barIn(month, row.start, row.end);
        return bar === null ? '' : cell(bar, { shade: row.percent === 100 ? 'light' : 'good', align: 'center' });
      }),
      row.remark,
    ]),
  });
}

function informationBlocks(content: InformationContent): Block[] {
  const kinds = Object.keys(INFORMATION_KINDS) as InformationKind[];
  const parts = kinds.flatMap((kind): Block[] => {
    const rows = content.rows.filter(({ informationKind }) => informationKind === kind);
    return rows.length === 0
      ? []
      : [
          heading(1, INFORMATION_KINDS[kind]),
          ...rows.flatMap((row) => [
            heading(2, row.title),
            // The source never stands alone on the next page.
            ...textBlocks(row.summary).map((block, index, all) =>
              block.kind === 'paragraph' && index === all.length - 1 ? { ...block, keepWithNext: true } : block,
            ),
            paragraph(`出典：${row.source}（${formatEra(row.publishedOn)}）`, { align: 'right' }),
          ]),
        ];
  });
  const when = `前回の会議の後（${periodWords(content.since, content.until)}）に`;
  return [
    ...(parts.length === 0
      ? [paragraph(`${when}、新しく提供する情報はありません。`)]
      : [paragraph(`${when}把握した情報を、次のとおり提供します。`), ...parts]),
    ...remarkBlocks(content),
  ];
}
