/** 自己点検結果通知: one page for one department. */
import { formatEra } from '../../../core/calendar/index.ts';
import {
  type Block,
  definitionList,
  document,
  type DocumentTree,
  heading,
  letterHead,
  note,
  pageCount,
  paragraph,
  renderPdf,
  table,
} from '../../../documents/index.ts';

/** All that a department's sheet tells: complete in itself, so that sheets can be made in the background. */
export interface FeedbackPlan {
  readonly departmentId: string;
  readonly departmentName: string;
  readonly municipality: string;
  readonly office: string;
  readonly marking: string | null;
  readonly campaignTitle: string;
  /** Day of making. */
  readonly today: string;
  readonly points: number | null;
  /** Null where so few answered that the mean would tell of single ones. */
  readonly average: number | null;
  readonly answered: number;
  readonly asked: number;
  readonly sections: readonly { readonly title: string; readonly own: number | null; readonly all: number | null }[];
  readonly items: readonly {
    readonly number: number;
    readonly question: string;
    readonly own: number | null;
    readonly all: number | null;
    readonly before: number | null;
    readonly good: string;
  }[];
}

export interface FeedbackSheet {
  readonly tree: DocumentTree;
  readonly pdf: Uint8Array;
  /** Items not achieved for which the page has no room. */
  readonly left: number;
}

export const FEEDBACK_TITLE = '自己点検結果通知';

/** The sheet with as many items as the page holds. What does not fit is counted on it, never cut. */
export async function feedbackSheet(plan: FeedbackPlan): Promise<FeedbackSheet> {
  const open = openItems(plan);
  for (let rows = Math.min(open.length, firstGuess(open)); ; rows -= 1) {
    const tree = feedbackTree(plan, Math.max(0, rows), rows >= 0);
    const pdf = await renderPdf(tree);
    if ((await pageCount(pdf)) === 1) return { tree, pdf, left: open.length - Math.max(0, rows) };
    // Not even the bare sheet fits: somebody has to see that, nobody gets half a sheet.
    if (rows < 0) throw new RangeError(`the sheet of ${plan.departmentId} does not fit on one page`);
  }
}

type Items = FeedbackPlan['items'];

/** Not achieved, the farthest behind the others first. */
function openItems({ items }: FeedbackPlan): Items {
  return items
    .filter(({ own }) => own !== null && own < 100)
    .toSorted((a, b) => (a.own ?? 0) - (b.own ?? 0) || (b.all ?? 0) - (a.all ?? 0) || a.number - b.number);
}

/** Lines of the table that the page holds beside the rest. */
const LINES = 26;

function firstGuess(items: Items): number {
  let lines = 0;
  const at = items.findIndex(({ question, good }) => {
    lines += Math.max(Math.ceil(question.length / 19), Math.ceil(good.length / 20));
    return lines > LINES;
  });
  return at < 0 ? items.length : Math.max(1, at + 1);
}

function feedbackTree(plan: FeedbackPlan, rows: number, drawn: boolean): DocumentTree {
  const open = openItems(plan);
  const left = open.length - rows;
  return document(
    {
      title: FEEDBACK_TITLE,
      date: formatEra(plan.today),
      addressee: `${plan.departmentName}　所属長　様`,
      sender: [plan.municipality, plan.office],
      author: plan.municipality,
      created: plan.today,
      ...(plan.marking === null ? {} : { marking: plan.marking }),
    },
    [
      letterHead(),
      paragraph(
        `${plan.campaignTitle}の結果を、次のとおりお知らせします。達成していない項目について、実施の時期と担当を決めて取り組んでください。`,
      ),
      heading(1, '得点'),
      definitionList([
        ['自課の得点', plan.points === null ? '回答なし' : `${plan.points.toFixed(1)}点`],
        [
          '全体の平均',
          plan.average === null
            ? '回答が少ないため示しません。'
            : `${plan.average.toFixed(1)}点（${plan.asked}課のうち${plan.answered}課が回答）`,
        ],
      ]),
      heading(1, '分類ごとの達成率'),
      ...(drawn ? sectionTable(plan) : []),
      heading(1, '達成していない項目'),
      ...itemTable(open.slice(0, rows)),
      ...(left === 0
        ? []
        : [note(`このほかに${left}項目があります。自課の結果の画面で、全ての項目と確認の方法を確かめてください。`)]),
    ],
  );
}

function sectionTable({ sections }: FeedbackPlan): Block[] {
  const shown = sections.filter(({ own }) => own !== null);
  if (shown.length === 0) return [paragraph('数に入る回答がありません。')];
  const compared = shown.some(({ all }) => all !== null);
  return [
    table({
      columns: [
        { width: '1fr' },
        { width: 28, align: 'right' },
        ...(compared
          ? [
              { width: 28, align: 'right' as const },
              { width: 28, align: 'right' as const },
            ]
          : []),
      ],
      header: ['分類', '自課', ...(compared ? ['全体', '差'] : [])],
      rows: shown.map(({ title, own, all }) => [
        title,
        percent(own),
        ...(compared ? [percent(all), own === null || all === null ? '―' : signed(own - all)] : []),
      ]),
    }),
  ];
}

function itemTable(items: Items): Block[] {
  if (items.length === 0) return [paragraph('対象となる全ての項目を達成しています。今の対策を続けてください。')];
  const earlier = items.some(({ before }) => before !== null);
  return [
    table({
      fontSize: 8,
      columns: [
        { width: 10, align: 'right' },
        { width: 58 },
        { width: 16, align: 'right' },
        { width: 16, align: 'right' },
        ...(earlier ? [{ width: 16, align: 'right' as const }] : []),
        { width: '1fr' },
      ],
      header: ['問', '確認事項', '自課', '全体', ...(earlier ? ['前回'] : []), '目指す状態'],
      rows: items.map(({ number, question, own, all, before, good }) => [
        number,
        question,
        percent(own),
        percent(all),
        ...(earlier ? [percent(before)] : []),
        good === '' ? '―' : good,
      ]),
    }),
  ];
}

const percent = (rate: number | null): string => (rate === null ? '―' : `${rate.toFixed(1)}%`);
const signed = (difference: number): string =>
  `${difference > 0 ? '＋' : difference < 0 ? '−' : ''}${Math.abs(difference).toFixed(1)}`;
