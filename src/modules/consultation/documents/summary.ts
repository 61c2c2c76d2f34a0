/** 相談対応の集計: the consultations of a month or a year by theme. */
import { formatEra, formatEraMonth, fiscalYearLabel, fiscalYearOf } from '../../../core/calendar/index.ts';
import {
  type Block,
  document,
  type DocumentTree,
  heading,
  letterHead,
  paragraph,
  type Sheet,
  table,
  type WorkbookTree,
  toTheCity,
} from '../../../documents/index.ts';
import type { EngagementProfile } from '../../engagement/contract.ts';
import type { Summary } from '../contract.ts';
import { periodName } from '../rules/cap.ts';

export interface SummaryPaper {
  readonly summary: Summary;
  readonly profile: EngagementProfile;
  readonly today: string;
}

export function summaryTitle({ period, from }: Summary): string {
  const name = period === 'month' ? formatEraMonth(from) : fiscalYearLabel(fiscalYearOf(from));
  return `相談対応の集計（${name}）`;
}

const HEADER = ['分類', '受付', '質問', '至急', '回答済み', '対応中', '回答までの日数', '満足度'] as const;

type Counts = Summary['total'];

const cellsOf = (counts: Counts): string[] => [
  `${counts.received}`,
  `${counts.questions}`,
  `${counts.urgent}`,
  `${counts.answered}`,
  `${counts.open}`,
  oneDecimal(counts.averageDays),
  oneDecimal(counts.averageScore),
];

const oneDecimal = (value: number | null): string => (value === null ? '―' : value.toFixed(1));

export function summaryDocument({ summary, profile, today }: SummaryPaper): DocumentTree {
  return document(
    {
      title: summaryTitle(summary),
      subtitle: profile.title,
      date: formatEra(today),
      created: today,
      ...toTheCity(profile),
    },
    [letterHead(), ...summaryBlocks(summary, 1)],
  );
}

/** The figures as a chapter; also part of the business report. */
export function summaryBlocks(summary: Summary, level: 1 | 2 | 3): Block[] {
  const { total, themes, channels, visits, cap } = summary;
  return [
    heading(level, '概要'),
    paragraph(
      `${formatEra(summary.from)}から${formatEra(summary.to)}までに、${total.received}件（質問${total.questions}問、うち至急${total.urgent}件）の相談を受け付け、${total.answered}件に回答しました。対応中のものは${total.open}件です。訪問は${visits}回行いました。`,
    ),
    ...(themes.length === 0
      ? []
      : [
          heading(level, '分類ごとの件数'),
          table({
            columns: [
              { width: '1fr' },
              ...HEADER.slice(1).map((title) => ({ width: title.length > 4 ? 24 : 16, align: 'right' as const })),
            ],
            header: [...HEADER],
            rows: [...themes.map((theme) => [theme.theme, ...cellsOf(theme)]), ['合計', ...cellsOf(total)]],
          }),
          paragraph('回答までの日数は、受付の日から最初の回答の日までの暦日の平均、満足度は5点満点の平均です。'),
        ]),
    ...(channels.length === 0
      ? []
      : [
          heading(level, '回答の方法'),
          table({
            columns: [{ width: '1fr' }, { width: 30, align: 'right' }],
            header: ['方法', '回答'],
            rows: channels.map(({ channel, count }) => [channel, `${count}件`]),
          }),
        ]),
    ...(cap.length === 0
      ? []
      : [
          heading(level, '上限の使用状況'),
          table({
            columns: [{ width: '1fr' }, ...CAP_HEADER.slice(1).map(() => ({ width: 26, align: 'right' as const }))],
            header: [...CAP_HEADER],
            rows: cap.map((use) => [periodName(use.period), ...capCells(use).map(String)]),
          }),
        ]),
  ];
}

const CAP_HEADER = ['期間', '上限', '繰越し', '使用', '超過'] as const;
const capCells = ({ max, carried, used, over }: Summary['cap'][number]): number[] => [max, carried, used, over];

export function summaryWorkbook({ summary, profile, today }: SummaryPaper): WorkbookTree {
  const title = summaryTitle(summary);
  const subtitle = [`${profile.municipality}　${profile.title}`, `${formatEra(today)}現在`];
  const numbers = ({ received, questions, urgent, answered, open, averageDays, averageScore }: Counts) => [
    received,
    questions,
    urgent,
    answered,
    open,
    averageDays ?? '―',
    averageScore ?? '―',
  ];
  const sheets: Sheet[] = [
    {
      name: '分類ごとの件数',
      title,
      subtitle,
      orientation: 'landscape',
      columns: [
        { title: HEADER[0], width: 40 },
        ...HEADER.slice(1).map((name) => ({ title: name, width: 16, align: 'right' as const })),
      ],
      rows: [...summary.themes.map((theme) => [theme.theme, ...numbers(theme)]), ['合計', ...numbers(summary.total)]],
    },
    {
      name: '回答の方法',
      title,
      subtitle,
      columns: [
        { title: '方法', width: 24 },
        { title: '件数', width: 12, align: 'right' },
      ],
      rows: [...summary.channels.map(({ channel, count }) => [channel, count]), ['訪問の回数', summary.visits]],
    },
  ];
  if (summary.cap.length > 0) {
    sheets.push({
      name: '上限の使用状況',
      title,
      subtitle,
      columns: [
        { title: CAP_HEADER[0], width: 20 },
        ...CAP_HEADER.slice(1).map((name) => ({ title: name, width: 12, align: 'right' as const })),
      ],
      rows: summary.cap.map((use) => [periodName(use.period), ...capCells(use)]),
    });
  }
  return {
    title,
    author: profile.contractor,
    created: today,
    ...(profile.marking === null ? {} : { marking: profile.marking }),
    sheets,
  };
}
