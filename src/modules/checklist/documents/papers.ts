/** The checklist as a paper and as a workbook, and the forms that are filled in with it. */
import { formatEra } from '../../../core/calendar/index.ts';
import {
  type Block,
  bulletList,
  document,
  type DocumentTree,
  heading,
  letterHead,
  pageBreak,
  paragraph,
  type Sheet,
  table,
  toTheCity,
  type WorkbookTree,
} from '../../../documents/index.ts';
import type { EngagementProfile } from '../../engagement/contract.ts';
import type { ChecklistView, ItemView } from '../contract.ts';
import type { Row } from '../rules/compare.ts';
import { CHECKLIST_STATE_NAMES, DIFFERENCE_NAMES, severityName, TECHNIQUE_NAMES } from '../labels.ts';

export interface PaperSource {
  readonly engagement: EngagementProfile;
  readonly today: string;
  readonly title: string;
  readonly view: ChecklistView;
  readonly changes: { readonly base: 'earlier-year' | 'version' | null; readonly rows: readonly Row[] };
}

const JUDGEMENTS = ['適切', '一部不備', '不備', '対象外'] as const;

const dayOf = ({ view, today }: PaperSource): string => view.agreedOn ?? view.proposedOn ?? today;

function particulars(source: PaperSource, title: string) {
  const { view, engagement } = source;
  return {
    title,
    date: formatEra(dayOf(source)),
    created: dayOf(source),
    number: `第${view.position}版（${CHECKLIST_STATE_NAMES[view.state]}）`,
    orientation: 'landscape' as const,
    ...toTheCity(engagement),
  };
}

const inScope = ({ rows }: ChecklistView): ItemView[] => rows.filter(({ state }) => state === 'in-scope');

/** One line per standard, in the order of the standards: its name or mark once, then the places in it. */
function basisLines({ basis }: ItemView, { standards }: ChecklistView, nameOf: (code: string) => string): string {
  const rank = (code: string) => standards.findIndex((one) => one.code === code);
  return [...Map.groupBy(basis, ({ standard }) => standard)]
    .toSorted(([a], [b]) => rank(a) - rank(b))
    .map(([code, own]) => `${nameOf(code)}　${own.map(({ place }) => place).join('、')}`.trim())
    .join('\n');
}

const usedStandards = ({ standards, tally }: ChecklistView) =>
  standards.filter(({ code }) => tally.basis.includes(code));

/** Full names, in a workbook that is filtered by them. */
const byName = ({ standards }: ChecklistView) => {
  const names = new Map(standards.map(({ code, name }) => [code, name]));
  return (code: string): string => names.get(code) ?? code;
};

/** ①, ②, …: on paper the long names would fill the rows; the table of standards says what the marks mean. */
function byMark(view: ChecklistView) {
  const marks = new Map(usedStandards(view).map(({ code }, at) => [code, markAt(at)]));
  const named = byName(view);
  return (code: string): string => marks.get(code) ?? named(code);
}

const CIRCLED = 20;
const markAt = (at: number): string => (at < CIRCLED ? String.fromCodePoint(0x2460 + at) : `(${at + 1})`);

export const procedureLines = ({ procedures }: ItemView): string =>
  procedures.map(({ technique, procedure }) => `${TECHNIQUE_NAMES[technique]}：${procedure}`).join('\n');

/** Sets, and within them areas, in the order of the items; numbers run through the whole list. */
function parts(view: ChecklistView) {
  const numbered = inScope(view).map((item, at) => ({ item, number: at + 1 }));
  return [...Map.groupBy(numbered, ({ item }) => item.set)].map(([set, own]) => ({
    set,
    areas: [...Map.groupBy(own, ({ item }) => item.area)].map(([area, items]) => ({ area, items })),
  }));
}

export function checklistTree(source: PaperSource): DocumentTree {
  const { view } = source;
  const sets = parts(view);
  return document(particulars(source, source.title), [
    letterHead(),
    paragraph(source.engagement.title, { firstLine: false, keepWithNext: true }),
    paragraph(`${view.programme}で確かめる項目は${view.tally.items}件です。「根拠」の欄の記号は、次の基準を示します。`),
    ...standardBlocks(view),
    ...sets.flatMap(({ set, areas }) => [
      ...(set === '' ? [] : [heading(1, set)]),
      ...areas.flatMap(({ area, items }) => [heading(set === '' ? 1 : 2, area), itemTable(view, items)]),
    ]),
    ...trendBlocks(view),
    ...changeBlocks(source),
    ...leftOutBlocks(view),
    ...unverifiedBlocks(view),
  ]);
}

function itemTable(view: ChecklistView, items: readonly { readonly item: ItemView; readonly number: number }[]): Block {
  const nameOf = byMark(view);
  return table({
    columns: [
      { width: 10, align: 'center' },
      { width: '3fr' },
      { width: '4fr' },
      { width: '2fr' },
      { width: '3fr' },
      { width: 12, align: 'center' },
      { width: 24 },
    ],
    header: ['番号', '監査項目', '具体的な確認内容', '証拠の例', '根拠', '重要度', '適合状況'],
    rows: items.map(({ item, number }) => [
      number,
      `${item.title}\n${item.point}`,
      `${procedureLines(item)}${item.askWhom === '' ? '' : `\n（尋ねる相手：${item.askWhom}）`}`,
      item.evidence.join('、'),
      basisLines(item, view, nameOf),
      severityName(item.severity),
      JUDGEMENTS.map((one) => `□${one}`).join('\n'),
    ]),
    fontSize: 7.5,
  });
}

function trendBlocks(view: ChecklistView): Block[] {
  const told = view.trends.filter(({ text }) => text.trim() !== '');
  if (told.length === 0) return [];
  const numbers = new Map(inScope(view).map((item, at) => [item.id, at + 1]));
  return [
    heading(1, '項目に反映した動向'),
    table({
      columns: [{ width: 45 }, { width: '3fr' }, { width: '1fr' }],
      header: ['動向', '内容', '反映した項目'],
      rows: told.map(({ name, text }) => {
        const items = inScope(view).filter((item) => item.trends.includes(name));
        return [name, text, items.map(({ id }) => numbers.get(id) ?? '').join('、')];
      }),
    }),
  ];
}

function changeBlocks({ changes, view }: PaperSource): Block[] {
  if (changes.base === null) return [];
  const rows = changes.rows.filter(({ difference }) => difference !== 'same');
  const from = basedOn(changes.base);
  return [
    heading(1, `${from}からの変更`),
    ...(view.reason === '' ? [] : [paragraph(`変更の理由：${view.reason}`)]),
    table({
      columns: [{ width: 16, align: 'center' }, { width: '2fr' }, { width: '3fr' }, { width: '3fr' }, { width: '2fr' }],
      header: ['区分', '項目', from, '今回の項目', '外した理由'],
      rows: rows.map(({ difference, title, before, now, reason }) => [
        DIFFERENCE_NAMES[difference],
        title,
        before === '' ? '―' : before,
        now === '' ? '―' : now,
        reason === '' ? '―' : reason,
      ]),
      fontSize: 8,
      empty: '変更した項目はない。',
    }),
  ];
}

function leftOutBlocks(view: ChecklistView): Block[] {
  const left = view.rows.filter(({ state }) => state === 'left-out');
  if (left.length === 0) return [];
  return [
    heading(1, '外した項目'),
    table({
      columns: [{ width: '3fr' }, { width: '2fr' }],
      header: ['項目', '外した理由'],
      rows: left.map(({ title, point, leftOutReason }) => [`${title}\n${point}`, leftOutReason]),
      fontSize: 8,
    }),
  ];
}

function standardBlocks(view: ChecklistView): Block[] {
  return [
    heading(1, '根拠とした基準と版'),
    table({
      columns: [{ width: 14, align: 'center' }, { width: '3fr' }, { width: '2fr' }],
      header: ['記号', '基準', '版'],
      rows: usedStandards(view).map(({ name, edition }, at) => [markAt(at), name, edition === '' ? '―' : edition]),
    }),
  ];
}

function unverifiedBlocks({ unverified }: ChecklistView): Block[] {
  if (unverified.length === 0) return [];
  return [
    heading(1, '公表された文書との照合'),
    paragraph('次の点は、公表された文書との照合を済ませていません。', { keepWithNext: true }),
    bulletList(unverified.map((one) => `${one}。`)),
  ];
}

export function checklistWorkbook(source: PaperSource): WorkbookTree {
  const { view, engagement } = source;
  const head = [
    `${engagement.municipality}　${engagement.client.department}　御中`,
    `${engagement.title}　${engagement.contractor}　${formatEra(dayOf(source))}`,
    `第${view.position}版（${CHECKLIST_STATE_NAMES[view.state]}）　項目${view.tally.items}件`,
  ];
  const sets = parts(view);
  return {
    title: source.title,
    author: engagement.contractor,
    created: dayOf(source),
    ...(engagement.marking === null ? {} : { marking: engagement.marking }),
    sheets: [
      ...sets.map(({ set, areas }) =>
        itemSheet(
          set === '' ? '監査項目' : set,
          { title: source.title, subtitle: head },
          view,
          areas.flatMap(({ items }) => items),
        ),
      ),
      standardSheet(view),
      ...(changesSheet(source) ?? []),
    ],
  };
}

/** Excel refuses some characters and more than 31 of them. */
const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/gu, '・').slice(0, 31);

function itemSheet(
  name: string,
  head: { readonly title: string; readonly subtitle: readonly string[] },
  view: ChecklistView,
  items: readonly { readonly item: ItemView; readonly number: number }[],
): Sheet {
  const nameOf = byName(view);
  return {
    name: sheetName(name),
    ...head,
    size: 'A3',
    orientation: 'landscape',
    columns: [
      { title: '番号', width: 7, align: 'center' },
      { title: '領域', width: 16 },
      { title: '監査項目', width: 42 },
      { title: '具体的な確認内容', width: 50 },
      { title: '証拠の例', width: 22 },
      { title: '尋ねる相手', width: 16 },
      { title: '根拠', width: 52 },
      { title: '重要度', width: 8, align: 'center' },
      { title: '適合状況', width: 12, align: 'center', choices: JUDGEMENTS },
      { title: '回答及び確認した事実', width: 34 },
    ],
    rows: items.map(({ item, number }) => [
      number,
      item.area,
      `${item.title}\n${item.point}`,
      procedureLines(item),
      item.evidence.join('、'),
      item.askWhom,
      basisLines(item, view, nameOf),
      severityName(item.severity),
      null,
      null,
    ]),
  };
}

function standardSheet(view: ChecklistView): Sheet {
  return {
    name: '基準と版',
    title: '根拠とした基準と版',
    columns: [
      { title: '基準', width: 60 },
      { title: '版', width: 30 },
    ],
    rows: usedStandards(view).map(({ name, edition }) => [name, edition]),
  };
}

const basedOn = (base: 'earlier-year' | 'version'): string => (base === 'earlier-year' ? '前年度の監査項目' : '前の版');

function changesSheet({ changes }: PaperSource): Sheet[] | null {
  if (changes.base === null) return null;
  return [
    {
      name: '変更の一覧',
      title: `${basedOn(changes.base)}からの変更`,
      orientation: 'landscape',
      columns: [
        { title: '区分', width: 8, align: 'center' },
        { title: '項目', width: 30 },
        { title: '変更前', width: 44 },
        { title: '変更後', width: 44 },
        { title: '外した理由', width: 30 },
      ],
      rows: changes.rows
        .filter(({ difference }) => difference !== 'same')
        .map(({ difference, title, before, now, reason }) => [
          DIFFERENCE_NAMES[difference],
          title,
          before,
          now,
          reason,
        ]),
    },
  ];
}

/** Forms for the people who audit: a sheet per part to write in, and the sheet of results. */
export function formsTree(source: PaperSource): DocumentTree {
  const { view } = source;
  const [first, ...rest] = parts(view).flatMap(({ areas }) => areas);
  const sheet = (part: NonNullable<typeof first>): Block[] => [
    heading(2, part.area),
    table({
      columns: [{ width: 10, align: 'center' }, { width: '3fr' }, { width: 26 }, { width: '3fr' }, { width: '2fr' }],
      header: ['番号', '監査項目', '判断', '確認した事実', '見た書類・場所・相手'],
      rows: part.items.map(({ item, number }) => [
        number,
        `${item.title}\n${item.point}`,
        JUDGEMENTS.map((one) => `□${one}`).join('\n'),
        '',
        '',
      ]),
      fontSize: 8,
    }),
  ];
  return document(particulars(source, source.title), [
    letterHead(),
    paragraph(source.engagement.title, { firstLine: false, keepWithNext: true }),
    paragraph(`この様式は、第${view.position}版の監査項目${view.tally.items}件に合わせて作ったものです。`),
    heading(1, '監査調書（記入用）'),
    recordTable(RECORD_HEAD),
    ...(first === undefined ? [] : sheet(first)),
    ...rest.flatMap(sheet),
    pageBreak(),
    heading(1, '監査結果報告書（記入用）'),
    recordTable(RESULT_HEAD),
    // Written by hand: each with room for several lines.
    table({ columns: [{ width: 50 }, { width: '1fr' }], rows: RESULTS.map((name) => [name, '\n\n\n']) }),
  ]);
}

const RECORD_HEAD = ['監査を受ける所属', '監査の日時及び場所', '応対した人', '監査人'];
const RESULT_HEAD = ['監査を受けた所属', '実施した日', '監査人'];
const RESULTS = ['良い点', '改善が要る点と根拠', '改善の案', '所属の意見', '次回に確かめること'];

function recordTable(names: readonly string[]): Block {
  return table({ columns: [{ width: 50 }, { width: '1fr' }], rows: names.map((name) => [name, '']) });
}

export function formsWorkbook(source: PaperSource): WorkbookTree {
  const book = checklistWorkbook(source);
  return {
    ...book,
    sheets: [
      ...book.sheets.slice(0, parts(source.view).length),
      {
        name: '監査結果報告書',
        title: '監査結果報告書（記入用）',
        columns: [
          { title: '記載事項', width: 30 },
          { title: '内容', width: 80 },
        ],
        rows: [...RESULT_HEAD.map((name) => [name, null]), ...RESULTS.map((name) => [name, '\n\n\n'])],
      },
    ],
  };
}
