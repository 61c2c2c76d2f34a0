/** The data of the analysis as a workbook, for the office: with names of departments, small groups kept back. */
import { formatEra } from '../../../core/calendar/index.ts';
import type { Sheet, WorkbookTree } from '../../../documents/index.ts';
import { hiddenNote, marked, type ReportMaterial } from './common.ts';

export function dataWorkbook(material: ReportMaterial, today: string, kind: 'self-check' | 'my-number'): WorkbookTree {
  const { profile, overview } = material;
  const title = kind === 'my-number' ? 'マイナンバー自己点検の集計データ' : '自己点検の集計データ';
  const subtitle = [
    `${profile.municipality}　${overview.campaign.title}`,
    `作成日　${formatEra(today)}`,
    ...(overview.hidden ? [hiddenNote(overview.criteria.criteria.smallestGroup)] : []),
  ];
  const sheet = (name: string, columns: Sheet['columns'], rows: Sheet['rows']): Sheet => ({
    name,
    title: name,
    subtitle,
    // More characters than these would print too small to read on A4.
    size: columns.reduce((sum, { width }) => sum + width, 0) > 170 ? 'A3' : 'A4',
    orientation: 'landscape',
    columns,
    rows,
  });
  return {
    title,
    created: today,
    ...marked(profile),
    // What has nothing to tell is no sheet.
    sheets: [
      sheet('設問ごと', ITEM_COLUMNS, itemRows(material)),
      sheet(
        '設問の回答',
        COUNT_COLUMNS,
        overview.items.flatMap(({ number, question, counts }) =>
          counts.map(({ label, count }) => [number, question, label, count]),
        ),
      ),
      sheet('分類と章', AREA_COLUMNS, [
        ...overview.sections.map(({ title: name, rate }) => ['分類', name, null, rate]),
        ...overview.chapters.map(({ label, items, rate }) => ['章', label, items, rate]),
        ...overview.measures.map(({ label, items, rate }) => ['安全管理措置', label, items, rate]),
      ]),
      sheet(
        '局と区分',
        [
          { title: '集まり', width: 10 },
          { title: '名称', width: 26 },
          { title: '回答', width: 8, align: 'right' },
          { title: '平均点', width: 10, align: 'right' },
          ...overview.sections.map(({ title: name }) => ({ title: name, width: 14, align: 'right' as const })),
        ],
        overview.groups.flatMap((group) =>
          group.rows.map((row) => [
            group.title,
            row.name,
            ...(row.respondents === null
              ? ['非表示', null, ...overview.sections.map(() => null)]
              : [row.respondents, row.points, ...row.sections]),
          ]),
        ),
      ),
      sheet(
        '前回との比較',
        YEAR_COLUMNS,
        material.years.items.map((item) => [
          item.number,
          item.question,
          item.rates.at(-2) ?? null,
          item.rates.at(-1) ?? null,
          item.change,
          item.better,
          item.worse,
        ]),
      ),
      sheet('確かめたい回答', DOUBT_COLUMNS, [
        ...material.doubts.doubts.map((one) => [
          one.departmentName,
          DOUBTS[one.kind],
          numberOf(material, one.item),
          one.message,
        ]),
        ...material.doubts.uniform.map((one) => [one.departmentName, DOUBTS[one.kind], null, one.message]),
      ]),
      sheet(
        '自由記述',
        TEXT_COLUMNS,
        material.themes.flatMap(({ title: theme, texts }) =>
          texts.map(({ departmentName, number, kind: what, text }) => [
            theme,
            departmentName,
            number,
            TEXTS[what],
            text,
          ]),
        ),
      ),
      sheet(
        '設問の見直し案',
        PROPOSAL_COLUMNS,
        material.proposals.map((one) => [PROPOSALS[one.kind], one.question, one.suggestion, one.reasons.join('')]),
      ),
    ].filter(({ rows }, index) => index === 0 || rows.length > 0),
  };
}

const right = { align: 'right' } as const;
const ITEM_COLUMNS: Sheet['columns'] = [
  { title: '問', width: 6, ...right },
  { title: '分類', width: 22 },
  { title: '確認事項', width: 60 },
  { title: '根拠', width: 44 },
  { title: '重大度', width: 8, ...right },
  { title: '回答', width: 8, ...right },
  { title: '達成率（%）', width: 12, ...right },
  { title: '対象外（%）', width: 12, ...right },
  { title: '改善の提案', width: 60 },
];
const COUNT_COLUMNS: Sheet['columns'] = [
  { title: '問', width: 6, ...right },
  { title: '確認事項', width: 60 },
  { title: '回答', width: 40 },
  { title: '件数', width: 8, ...right },
];
const AREA_COLUMNS: Sheet['columns'] = [
  { title: '集まり', width: 16 },
  { title: '名称', width: 40 },
  { title: '設問の数', width: 10, ...right },
  { title: '達成率（%）', width: 12, ...right },
];
const YEAR_COLUMNS: Sheet['columns'] = [
  { title: '問', width: 6, ...right },
  { title: '確認事項', width: 60 },
  { title: '前回（%）', width: 11, ...right },
  { title: '今回（%）', width: 11, ...right },
  { title: '差', width: 8, ...right },
  { title: '良くなった所属', width: 15, ...right },
  { title: '悪くなった所属', width: 15, ...right },
];
const DOUBT_COLUMNS: Sheet['columns'] = [
  { title: '所属', width: 24 },
  { title: '種類', width: 22 },
  { title: '問', width: 6, ...right },
  { title: '内容', width: 90 },
];
const TEXT_COLUMNS: Sheet['columns'] = [
  { title: 'テーマ', width: 24 },
  { title: '所属', width: 24 },
  { title: '問', width: 6, ...right },
  { title: '種類', width: 12 },
  { title: '記述', width: 80 },
];
const PROPOSAL_COLUMNS: Sheet['columns'] = [
  { title: '案', width: 8 },
  { title: '設問', width: 60 },
  { title: '改める案', width: 60 },
  { title: '理由', width: 80 },
];
const DOUBTS = {
  survey: '予備調査との食違い',
  evidence: '監査の判断との食違い',
  'last-year': '前回との食違い',
  'all-yes': '全て「はい」',
  'same-step': '同じ段階',
  'same-text': '同じ文章',
} as const;
const TEXTS = { reason: '理由', alternative: '代わりの対策', text: '意見' } as const;
const PROPOSALS = { drop: '外す', sharpen: '改める', add: '加える' } as const;

const numberOf = ({ overview }: ReportMaterial, item: string): number | null =>
  overview.items.find(({ id }) => id === item)?.number ?? null;

function itemRows({ overview, weak }: ReportMaterial): Sheet['rows'] {
  const advice = new Map(weak.map((row) => [row.id, row.advice]));
  return overview.items.map((item) => [
    item.number,
    item.section,
    item.question,
    item.citations.join('、'),
    item.severity,
    item.answered,
    item.rate,
    item.notApplicable,
    advice.get(item.id) ?? null,
  ]);
}
