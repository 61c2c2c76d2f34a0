/** The debriefing as slides and as a paper to hand out; findings with what may happen and what to do about it. */
import { formatEra } from '../../../core/calendar/index.ts';
import {
  type Block,
  chart,
  deck,
  type DeckTree,
  document,
  type DocumentTree,
  heading,
  letterHead,
  note,
  paragraph,
  type Slide,
  table,
  textBlocks,
} from '../../../documents/index.ts';
import type { EngagementProfile } from '../../engagement/contract.ts';
import type { DebriefingContent } from '../contract/debriefings.ts';
import type { Material, ReportedFinding } from '../contract/material.ts';
import { mainFindings } from '../rules/figures.ts';
import { levelCounts, liveTargets } from '../rules/tallies.ts';
import { judgementsBySection, judgementsByTarget } from './charts.ts';

export interface DebriefingSource {
  readonly engagement: EngagementProfile;
  readonly content: Pick<DebriefingContent, 'title' | 'audience' | 'sections' | 'cases'>;
  readonly material: Material;
  /** The target that it is about; null for all of them. */
  readonly about: string | null;
  readonly on: string;
  readonly draft: boolean;
}

const ADVICE = 'この監査は改善のための助言を目的とし、全ての業務を対象に対策の状況を請け合うものではありません。';

const titleOf = ({ content, draft }: DebriefingSource): string => (draft ? `${content.title}（案）` : content.title);

/** One target has nothing beside it to compare: there the headings of the checklist tell more. */
function chartOf({ material, about }: DebriefingSource) {
  const live = liveTargets(material);
  return about === null && live.length > 1
    ? judgementsByTarget(material)
    : judgementsBySection(live.flatMap(({ items }) => items));
}

/** Findings of a level, when a section bears its name. */
function levelOf({ material }: DebriefingSource, title: string): readonly ReportedFinding[] | null {
  return material.levels.some(({ label }) => label === title)
    ? material.findings.filter(({ grade }) => grade === title)
    : null;
}

const needsRemedy = ({ material }: DebriefingSource, title: string): boolean =>
  material.levels.find(({ label }) => label === title)?.needsRemedy ?? true;

export function debriefingDeck(source: DebriefingSource): DeckTree {
  const { engagement, content, material, about, on } = source;
  const drawn = chartOf(source);
  return deck(
    {
      title: titleOf(source),
      created: on,
      author: engagement.contractor,
      ...(engagement.marking === null ? {} : { marking: engagement.marking }),
    },
    [
      {
        kind: 'title',
        title: titleOf(source),
        ...(about === null ? {} : { subtitle: about }),
        lines: [formatEra(on), engagement.contractor],
        notes: `${content.audience}に向けて説明します。`,
      },
      {
        kind: 'bullets',
        title: 'お伝えすること',
        items: [
          ...content.sections.map(({ title }) => title),
          ...(content.cases.length > 0 ? ['他の自治体の事例'] : []),
        ],
      },
      {
        kind: 'table',
        title: '監査の対象と結果',
        columns: [
          { title: '対象', share: 3 },
          { title: '項目', share: 1, align: 'right' },
          { title: '発見事項', share: 3 },
        ],
        rows: liveTargets(material).map(({ id, name, items }) => {
          const own = material.findings.filter(({ targetId }) => targetId === id);
          return [name, items.length, own.length === 0 ? 'なし' : levelCounts(material, own)];
        }),
        note: ADVICE,
      },
      ...(drawn === null ? [] : [{ kind: 'chart', title: drawn.title, chart: drawn } as const]),
      ...content.sections.flatMap((section) => sectionSlides(source, section)),
      ...findingSlides(source),
      ...content.cases.map(({ title, text, source: from }): Slide => ({
        kind: 'bullets',
        title: `事例：${title}`,
        items: [...linesOf(text), `出典：${from}`],
      })),
      { kind: 'closing', title: '御質問、御意見をお聞かせください', lines: [engagement.contractor] },
    ],
  );
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^・/u, '').trim())
    .filter((line) => line !== '');

function sectionSlides(source: DebriefingSource, { title, text }: { title: string; text: string }): Slide[] {
  const findings = levelOf(source, title);
  if (findings === null || findings.length === 0)
    return [{ kind: 'bullets', title, items: linesOf(text), notes: text }];
  const remedied = needsRemedy(source, title);
  return [
    {
      kind: 'table',
      title,
      columns: remedied
        ? [
            { title: '事項', share: 3 },
            { title: '改善しない場合の問題', share: 4 },
            { title: '具体的な改善策', share: 4 },
          ]
        : [
            { title: '事項', share: 2 },
            { title: '確認した事実', share: 5 },
          ],
      rows: findings.map((finding) =>
        remedied ? [finding.title, finding.risk, finding.recommendation] : [finding.title, finding.fact],
      ),
      notes: text,
    },
  ];
}

const FINDINGS_TITLE = '改善を要する事項と改善策';
const MOST = 30;

/** What was found, once each; nothing where a section goes through a level or tells all the remedies by itself. */
function found({ content, material }: DebriefingSource): ReturnType<typeof mainFindings> {
  const main = mainFindings(material, MOST);
  const told = content.sections.some(
    ({ title, text }) =>
      material.levels.some(({ label }) => label === title) ||
      main.every(({ recommendation }) => text.includes(recommendation)),
  );
  return told ? [] : main;
}

function findingSlides(source: DebriefingSource): Slide[] {
  const rows = found(source);
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      title: FINDINGS_TITLE,
      columns: [
        { title: '評価', share: 2 },
        { title: '事項', share: 3 },
        { title: '改善策', share: 6 },
        { title: '件数', share: 1, align: 'right' },
      ],
      rows: rows.map(({ grade, title, recommendation, count }) => [grade ?? '―', title, recommendation, count]),
    },
  ];
}

function findingBlocks(source: DebriefingSource): Block[] {
  const rows = found(source);
  if (rows.length === 0) return [];
  return [
    heading(1, FINDINGS_TITLE),
    table({
      columns: [{ width: 34 }, { width: '2fr' }, { width: '4fr' }, { width: 13, align: 'right' }],
      header: ['評価', '事項', '改善策', '件数'],
      rows: rows.map(({ grade, title, recommendation, count }) => [grade ?? '―', title, recommendation, count]),
      fontSize: 8.5,
    }),
  ];
}

export function debriefingTree(source: DebriefingSource): DocumentTree {
  const { engagement, content, about, on } = source;
  const drawn = chartOf(source);
  return document(
    {
      title: titleOf(source),
      date: formatEra(on),
      created: on,
      addressee: /(?:様|各位|御中|宛て|殿)$/u.test(content.audience) ? content.audience : `${content.audience}　各位`,
      sender: [engagement.municipality, engagement.contractor],
      ...(engagement.marking === null ? {} : { marking: engagement.marking }),
    },
    [
      letterHead(),
      paragraph(about === null ? engagement.title : `${engagement.title}　${about}`, { firstLine: false }),
      ...(drawn === null ? [] : [chart(drawn)]),
      ...content.sections.flatMap((section) => [heading(1, section.title), ...sectionBlocks(source, section)]),
      ...findingBlocks(source),
      ...(content.cases.length === 0
        ? []
        : [
            heading(1, '他の自治体の事例'),
            table({
              columns: [{ width: '2fr' }, { width: '4fr' }, { width: '2fr' }],
              header: ['事例', '内容と参考にする点', '出典'],
              rows: content.cases.map(({ title, text, source: from }) => [title, text, from]),
              fontSize: 8.5,
            }),
          ]),
      note(ADVICE),
    ],
  );
}

function sectionBlocks(source: DebriefingSource, { title, text }: { title: string; text: string }): Block[] {
  const findings = levelOf(source, title);
  if (findings === null || findings.length === 0) return textBlocks(text);
  const remedied = needsRemedy(source, title);
  return [
    table({
      columns: remedied ? [{ width: '2fr' }, { width: '3fr' }, { width: '3fr' }] : [{ width: '1fr' }, { width: '2fr' }],
      header: remedied ? ['事項', '改善しない場合に発生しうる問題', '具体的な改善策'] : ['事項', '確認した事実'],
      rows: findings.map((finding) =>
        remedied ? [finding.title, finding.risk, finding.recommendation] : [finding.title, finding.fact],
      ),
      fontSize: 8.5,
    }),
  ];
}
