/** The parts of a report by what they are made of. A part without anything to say has no block, and no heading then. */
import type { ProgrammeReport, ReportContents } from '../../../core/programme/index.ts';
import { formatEra, formatEraShort } from '../../../core/calendar/index.ts';
import {
  type Block,
  chart,
  definitionList,
  heading,
  type HeadingLevel,
  marked,
  paragraph,
  table,
  textBlocks,
} from '../../../documents/index.ts';
import type { Material, ReportedTarget } from '../contract/material.ts';
import type { WrittenPart } from '../contract/reports.ts';
import { JUDGEMENT_NAMES } from '../labels.ts';
import { handlesMyNumber, viewpointsOf } from '../rules/figures.ts';
import { adequateShare, byArea, bySection, count, type Judgement, liveTargets } from '../rules/tallies.ts';
import { judgementsBySection, judgementsByTarget } from './charts.ts';
import { findingsPart, measuresPart, remediesPart } from './findings.ts';
import { HIDDEN, type NamedTargets } from './marks.ts';

export interface PartSource {
  readonly material: Material;
  readonly report: ProgrammeReport;
  readonly targets: NamedTargets;
  readonly viewpoints: readonly WrittenPart[];
  /** Level of the heading of the part itself. */
  readonly level: HeadingLevel;
}

type Part = (source: PartSource, written: Block[]) => Block[];

const next = (level: HeadingLevel): HeadingLevel => Math.min(6, level + 1) as HeadingLevel;
const charted = (spec: Parameters<typeof chart>[0] | null, marks?: Parameters<typeof marked>[1]): Block[] =>
  spec === null ? [] : [marks === undefined ? chart(spec) : marked(chart(spec), marks)];

export function partBlocks(content: ReportContents, source: PartSource, text: string): Block[] {
  return PARTS[content](source, textBlocks(text));
}

const PARTS: Readonly<Record<ReportContents, Part>> = {
  summary: (_source, written) => written,
  'next-year': (_source, written) => written,
  'pre-survey': ({ material: { survey } }, written) => [
    ...written,
    ...(survey === null
      ? []
      : [
          definitionList([
            ['配った調査票', `${survey.sent}件`],
            ['回答', `${survey.answered}件`],
            ...(survey.notes.length === 0 ? [] : [['監査で確かめることとした点', survey.notes.join('\n')] as const]),
          ]),
        ]),
  ],
  compliance: ({ material }, written) => {
    const items = liveTargets(material).flatMap((target) => target.items);
    if (items.length === 0) return written;
    return [...written, ...charted(judgementsByTarget(material), HIDDEN.departments), sectionTable(items)];
  },
  problems: ({ material }, written) => [
    ...written,
    table({
      columns: [{ width: 50 }, { width: '1fr' }, { width: 18, align: 'right' }],
      header: ['評価', '評価の基準', '件数'],
      rows: material.levels.map(({ label, meaning }) => [
        label,
        meaning,
        material.findings.filter(({ grade }) => grade === label).length,
      ]),
    }),
    ...areaTable(material),
  ],
  measures: ({ material }, written) => [...written, ...measuresPart(material)],
  results: ({ material, targets, level, report }, written) => [
    ...written,
    ...(report.scope === 'target'
      ? liveTargets(material).flatMap((target) => oneTarget(target, level))
      : allTargets(material, targets)),
  ],
  'all-items': ({ material, targets, level }, written) => [
    ...written,
    ...liveTargets(material).flatMap((target) => [
      heading(next(level), targets.textOf(target.id)),
      marked(itemTable(target), HIDDEN.detail),
      marked(
        paragraph(`${target.items.length}項目を確かめ、${count(target.items, 'adequate')}項目を適切と判断しました。`),
        { only: ['public'] },
      ),
    ]),
  ],
  findings: ({ material, targets, level }, written) => [...written, ...findingsPart(material, targets, level)],
  remedies: ({ material, targets }, written) => [...written, ...remediesPart(material, targets)],
  viewpoints: ({ material, report, viewpoints, level }, written) => [
    ...written,
    ...viewpointsOf(report, handlesMyNumber(material)).flatMap((title) => {
      const blocks = textBlocks(viewpoints.find((one) => one.title === title)?.text ?? '');
      return blocks.length === 0 ? [] : [heading(next(level), title), ...blocks];
    }),
  ],
  verification: ({ material: { verifications }, targets }, written) => [
    ...written,
    ...(verifications.length === 0
      ? []
      : [
          table({
            columns: [{ width: '2fr' }, { width: 34 }, { width: '2fr' }, { width: 22, align: 'right' }],
            header: ['監査の対象', '実施日', '使用したツール', '見つかった\n弱点'],
            rows: verifications.map(({ targetId, occurredOn, tool, vulnerabilities }) => [
              targets.cellOf(targetId),
              formatEraShort(occurredOn),
              tool,
              `${vulnerabilities}件`,
            ]),
          }),
        ]),
  ],
};

function sectionTable(items: ReportedTarget['items']): Block {
  return table({
    columns: [{ width: '1fr' }, ...Array.from({ length: 5 }, () => ({ width: 19, align: 'right' as const }))],
    header: ['分野', '項目', '適切', '一部不備', '不備', '適切の割合'],
    rows: [...bySection(items)].map(([section, own]) => {
      const share = adequateShare(own);
      return [
        section,
        own.length,
        count(own, 'adequate'),
        count(own, 'minor'),
        count(own, 'inadequate'),
        share === null ? '―' : `${share}％`,
      ];
    }),
    fontSize: 8.5,
  });
}

function areaTable(material: Material): Block[] {
  const areas = byArea(material.findings);
  if (areas.length === 0) return [];
  return [
    marked(
      table({
        columns: [{ width: '2fr' }, { width: 16, align: 'right' }, { width: '4fr' }],
        header: ['分野', '件数', '主な発見事項'],
        rows: areas.map(({ area, findings }) => [
          area,
          findings.length,
          [...new Set(findings.map(({ title }) => title))].slice(0, 5).join('\n'),
        ]),
        fontSize: 8.5,
      }),
      HIDDEN.detail,
    ),
  ];
}

function allTargets(material: Material, targets: NamedTargets): Block[] {
  const live = liveTargets(material);
  if (live.length === 0) return [];
  return [
    table({
      columns: [
        { width: '2fr' },
        { width: 28, marks: HIDDEN.day },
        ...Array.from({ length: 5 }, () => ({ width: 18, align: 'right' as const })),
      ],
      header: ['監査の対象', '実施日', '項目', '適切', '一部不備', '不備', '対象外'],
      rows: live.map(({ id, heldOn, items }) => [
        targets.cellOf(id),
        heldOn.map(formatEraShort).join('\n') || '―',
        items.length,
        ...(['adequate', 'minor', 'inadequate', 'not-applicable'] as const).map((one) => count(items, one)),
      ]),
      fontSize: 8.5,
    }),
    ...charted(judgementsByTarget(material), HIDDEN.departments),
  ];
}

function oneTarget(target: ReportedTarget, level: HeadingLevel): Block[] {
  const said = (values: readonly string[]): string => values.join('、') || '―';
  return [
    // The mark holds for all that stands under the heading.
    heading(next(level), '監査の実施', { marks: HIDDEN.people }),
    definitionList([
      ['実施日', target.heldOn.map(formatEra).join('、') || '―'],
      ['場所', said(target.places)],
      ['方法', said(target.methods)],
      ['対応した人', said(target.interviewees)],
      ...(target.route === '' ? [] : [['接続の経路', target.route] as const]),
      ...(target.systems.length === 0 ? [] : [['到達するシステム', target.systems.join('、')] as const]),
    ]),
    heading(next(level), '分野ごとの判断'),
    ...charted(judgementsBySection(target.items)),
    sectionTable(target.items),
  ];
}

/** Every item with its fact, and its heading of the checklist where there are headings. */
function itemTable({ items }: ReportedTarget): Block {
  const divided = bySection(items).size > 1;
  return table({
    columns: [
      { width: 12, align: 'center' },
      ...(divided ? [{ width: 28 }] : []),
      { width: '2fr' },
      { width: 18, align: 'center' },
      { width: '5fr' },
    ],
    header: ['番号', ...(divided ? ['分野'] : []), '監査項目', '判断', '確認した事実'],
    rows: items.map(({ number, section, title, judgement, fact }) => [
      number,
      ...(divided ? [section] : []),
      title,
      JUDGEMENT_NAMES[judgement as Judgement] ?? judgement,
      fact === '' ? '―' : fact,
    ]),
    fontSize: 8,
  });
}
