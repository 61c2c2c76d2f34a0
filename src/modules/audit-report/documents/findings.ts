/** Findings and remedies as they stand in a report, graded by the scheme of the programme. */
import {
  type Block,
  definitionList,
  heading,
  type HeadingLevel,
  type Inline,
  marked,
  paragraph,
  table,
} from '../../../documents/index.ts';
import type { Material, ReportedFinding } from '../contract/material.ts';
import { EASE_NAMES, IMPORTANCE_NAMES } from '../labels.ts';
import { improvable } from '../rules/figures.ts';
import { HIDDEN, type NamedTargets } from './marks.ts';

const below = (level: HeadingLevel, steps: 1 | 2): HeadingLevel => Math.min(6, level + steps) as HeadingLevel;

const named = <K extends string>(names: Readonly<Record<K, string>>, key: string | null): string =>
  key === null ? '' : (names[key as K] ?? '');

/** Every level of the scheme as a heading, with its findings; the public reads how many there are. */
export function findingsPart(material: Material, targets: NamedTargets, level: HeadingLevel): Block[] {
  return material.levels.flatMap(({ label, meaning, needsRemedy }) => {
    const own = material.findings.filter(({ grade }) => grade === label);
    return [
      heading(below(level, 1), label),
      paragraph(meaning, { keepWithNext: true }),
      ...(own.length === 0
        ? [paragraph('該当する事項はありませんでした。')]
        : [
            paragraph(`該当する事項は${own.length}件です。`, { keepWithNext: true }),
            ...own.flatMap((finding) => [
              marked(heading(below(level, 2), finding.title), HIDDEN.detail),
              marked(
                definitionList(entriesOf(finding, needsRemedy, targets), { termWidth: 44, together: true }),
                HIDDEN.detail,
              ),
            ]),
          ]),
    ];
  });
}

function entriesOf(finding: ReportedFinding, remedied: boolean, targets: NamedTargets): [Inline, Inline][] {
  const { constraints } = finding;
  const weight = [
    finding.importance === null ? '' : `重要性：${named(IMPORTANCE_NAMES, finding.importance)}`,
    finding.ease === null ? '' : `対応の容易さ：${named(EASE_NAMES, finding.ease)}`,
    finding.cost === '' ? '' : `費用：${finding.cost}`,
  ].filter((part) => part !== '');
  const hindrances = [
    constraints.physical === '' ? '' : `物理的な制約：${constraints.physical}`,
    constraints.organisational === '' ? '' : `組織上の制約：${constraints.organisational}`,
    constraints.affair === '' ? '' : `事務に特有の事項：${constraints.affair}`,
  ].filter((part) => part !== '');
  const entries: (readonly [string, Inline])[] = [
    ['監査の対象', targets.textOf(finding.targetId)],
    ['確認した事実', finding.fact],
    ['根拠となる基準', finding.basis.join('\n')],
    ...(remedied
      ? ([
          ['原因', finding.cause],
          ['改善しない場合に発生しうる問題', finding.risk],
          ['具体的な改善策', finding.recommendation],
          ['ほかの方法', finding.alternatives.join('\n')],
          ['改善に当たり考慮した事項', [...weight, ...hindrances].join('\n')],
        ] as const)
      : []),
    ['これまでの経過', finding.times > 0 ? `過去の監査で${finding.times}回見つかった事項です。` : ''],
    ['監査を受けた所属の認識', finding.view],
  ];
  return entries.flatMap(([term, value]): [Inline, Inline][] => (value === '' ? [] : [[term, value]]));
}

/** What to do about each finding, the gravest first. */
export function remediesPart(material: Material, targets: NamedTargets): Block[] {
  const rank = new Map(material.levels.map(({ label, rank: place }) => [label, place]));
  const own = [...improvable(material)].sort((a, b) => (rank.get(a.grade ?? '') ?? 9) - (rank.get(b.grade ?? '') ?? 9));
  if (own.length === 0) return [paragraph('改善を要する事項はありませんでした。')];
  return [
    marked(
      table({
        columns: [
          { width: 30 },
          { width: '2fr' },
          { width: 24, align: 'center' },
          { width: '3fr' },
          { width: 15, align: 'center' },
        ],
        header: ['監査の対象', '発見事項', '評価', '改善の方法', '容易さ'],
        rows: own.map((finding) => [
          targets.cellOf(finding.targetId),
          finding.title,
          finding.grade ?? '―',
          finding.recommendation === '' ? '（未記入）' : finding.recommendation,
          named(EASE_NAMES, finding.ease) || '―',
        ]),
        fontSize: 8.5,
      }),
      HIDDEN.detail,
    ),
    marked(paragraph(`改善の方法は、監査を受けた所属に${own.length}件示しました。`), { only: ['public'] }),
  ];
}

/** The same remedy for several findings is one measure. */
export function measuresPart(material: Material): Block[] {
  const own = improvable(material);
  if (own.length === 0) return [paragraph('改善を要する事項はありませんでした。')];
  const measures = Map.groupBy(own, ({ recommendation }) => (recommendation === '' ? '（未記入）' : recommendation));
  return [
    marked(
      table({
        columns: [{ width: '4fr' }, { width: '3fr' }, { width: 14, align: 'right' }],
        header: ['対策案', '対応する発見事項', '件数'],
        rows: [...measures].map(([measure, found]) => [
          measure,
          [...new Set(found.map(({ title }) => title))].join('\n'),
          found.length,
        ]),
        fontSize: 8.5,
      }),
      HIDDEN.detail,
    ),
    ...(material.issues.length === 0
      ? []
      : [
          paragraph('次の事項は、所属ごとではなく全庁で対応することを提案します。', { keepWithNext: true }),
          marked(
            table({
              columns: [{ width: '2fr' }, { width: '4fr' }],
              header: ['全庁に共通する課題', '内容'],
              rows: material.issues.map(({ title, text }) => [title, text]),
              fontSize: 8.5,
            }),
            HIDDEN.detail,
          ),
        ]),
  ];
}
