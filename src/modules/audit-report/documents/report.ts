/** A report as a tree: the audit in short, the parts that its clause names, the terms explained. */
import type { ProgrammeReport } from '../../../core/programme/index.ts';
import { formatEra } from '../../../core/calendar/index.ts';
import {
  type Block,
  bulletList,
  callout,
  definitionList,
  document,
  type DocumentTree,
  editionOf,
  forExecutives,
  heading,
  type Inline,
  letterHead,
  marked,
  note,
  paragraph,
  row,
  table,
  tableOfContents,
  textsOf,
  titlePage,
  toTheCity,
} from '../../../documents/index.ts';
import type { EngagementProfile } from '../../engagement/contract.ts';
import type { Material } from '../contract/material.ts';
import type { ReportContent } from '../contract/reports.ts';
import { glossary } from '../glossary.ts';
import { mainFindings } from '../rules/figures.ts';
import { type Term, termsIn } from '../rules/plain.ts';
import { levelCounts, liveTargets } from '../rules/tallies.ts';
import { departmentsText, HIDDEN, namedTargets } from './marks.ts';
import { partBlocks } from './parts.ts';

export interface ReportSource {
  readonly engagement: EngagementProfile;
  readonly report: ProgrammeReport;
  readonly content: Pick<ReportContent, 'title' | 'parts' | 'viewpoints' | 'reason'>;
  readonly material: Material;
  readonly number: number;
  /** The day of the paper. */
  readonly on: string;
  /** Sentences that keep it a draft; none for a finished version. */
  readonly open: readonly string[];
  /** What the reader must know of the whole paper. */
  readonly remark?: string;
}

export const GLOSSARY_TITLE = '用語の説明';

export function reportTree(source: ReportSource): DocumentTree {
  const { engagement, report, content, open, on, number } = source;
  const draft = open.length > 0;
  const whole = report.scope === 'programme';
  return document(
    {
      // The title runs on every page: a draft says so everywhere.
      title: draft ? `${content.title}（案）` : content.title,
      date: formatEra(on),
      created: on,
      number: `第${number}版`,
      ...toTheCity(engagement),
    },
    [
      ...(whole ? [titlePage(), tableOfContents()] : [letterHead(), paragraph(engagement.title, { firstLine: false })]),
      ...(draft ? [draftBox(open)] : []),
      ...(source.remark === undefined ? [] : [note(source.remark)]),
      ...reportBody(source),
    ],
  );
}

/** Reports on several targets in one volume: each begins a page. */
export function reportVolume(
  title: string,
  sources: readonly (ReportSource & { readonly name: string })[],
): DocumentTree | null {
  const [first] = sources;
  if (first === undefined) return null;
  const open = [...new Set(sources.flatMap((source) => source.open))];
  const draft = open.length > 0;
  const bodies = sources.map((source, index) => [
    heading(1, nameInVolume(source, index), { newPage: true }),
    ...(source.content.title === title ? [] : [paragraph(source.content.title, { firstLine: false })]),
    ...chaptersOf(source, 2, index),
  ]);
  return document(
    {
      title: draft ? `${title}（案）` : title,
      date: formatEra(first.on),
      created: first.on,
      ...toTheCity(first.engagement),
    },
    [
      titlePage(),
      tableOfContents(),
      ...(draft ? [draftBox(open)] : []),
      ...bodies.flat(),
      ...glossaryBlocks(bodies.flat(), first.report, 1),
    ],
  );
}

/** The public reads the number that the target has in the volume. */
const nameInVolume = ({ material, name }: ReportSource & { readonly name: string }, index: number): Inline => {
  const [target] = material.targets;
  return target === undefined ? name : namedTargets(material, index).textOf(target.id);
};

function draftBox(open: readonly string[]): Block {
  const shown = open.slice(0, 10);
  const more = open.length - shown.length;
  return callout([bulletList([...shown, ...(more > 0 ? [`ほか${more}件`] : [])])], {
    title: 'この報告書は案です。確定までに次の事項が必要です。',
    tone: 'warning',
  });
}

function reportBody(source: ReportSource): Block[] {
  const chapters = chaptersOf(source, 1, 0);
  return [...chapters, ...glossaryBlocks(chapters, source.report, 1)];
}

/** The chapters alone: several reports on targets stand in one volume, one level deeper. `before`: targets before these. */
function chaptersOf({ report, content, material }: ReportSource, level: 1 | 2, before: number): Block[] {
  const targets = namedTargets(material, before);
  const parts = report.parts.flatMap(({ title, content: kind }) => {
    const text = content.parts.find((part) => part.title === title)?.text ?? '';
    const blocks = partBlocks(kind, { material, report, targets, viewpoints: content.viewpoints, level }, text);
    return blocks.length === 0 ? [] : [heading(level, title), ...blocks];
  });
  return [
    ...summaryBlocks(material, level),
    heading(level, '監査の概要'),
    ...overviewBlocks(material, targets),
    ...disclaimer(material),
    ...parts,
    ...(content.reason === '' ? [] : [heading(level, '前の版から変えた理由'), paragraph(content.reason)]),
  ];
}

/** For the executive edition, and the first page of everybody else's. */
function summaryBlocks(material: Material, level: 1 | 2): Block[] {
  const grave = mainFindings(material, 5);
  return [
    marked(heading(level, '結果の要約'), forExecutives),
    bulletList([
      itemsSentence(liveTargets(material)),
      `発見事項は${material.findings.length}件（${levelCounts(material, material.findings)}）です。`,
      ...(material.issues.length === 0 ? [] : [`全庁に共通する課題は${material.issues.length}件です。`]),
    ]),
    ...(grave.length === 0
      ? []
      : [
          marked(paragraph('主な事項は、次のとおりです。', { keepWithNext: true }), HIDDEN.detail),
          marked(
            table({
              columns: [{ width: 34 }, { width: '2fr' }, { width: '3fr' }, { width: 13, align: 'right' }],
              header: ['評価', '発見事項', '改善の方法', '件数'],
              rows: grave.map(({ grade, title, recommendation, count }) => [
                grade ?? '―',
                title,
                recommendation || '（未記入）',
                count,
              ]),
              fontSize: 8.5,
            }),
            HIDDEN.detail,
          ),
        ]),
  ];
}

const itemsSentence = (live: ReturnType<typeof liveTargets>): string => {
  const items = live.reduce((sum, target) => sum + target.items.length, 0);
  return live.length === 1
    ? `${items}項目を確認しました。`
    : `監査の対象は${live.length}件で、確認項目は延べ${items}項目です。`;
};

const TYPES: Readonly<Record<string, string>> = {
  advice: '助言型の監査（改善のための助言を目的とするもの）',
  assurance: '保証型の監査',
};
const CONDUCTORS: Readonly<Record<string, string>> = {
  contractor: '受託者の監査人',
  'city-auditors': '市の監査人（受託者は立ち会い、助言した）',
};

function overviewBlocks(material: Material, targets: ReturnType<typeof namedTargets>): Block[] {
  const { programme } = material;
  const live = liveTargets(material);
  const days = live.flatMap(({ heldOn }) => heldOn).sort();
  const [first] = days;
  const last = days.at(-1);
  const withdrawn = material.targets.filter(({ withdrawal }) => withdrawal !== null);
  return [
    definitionList([
      ['監査の種類', `${programme.title}　${TYPES[programme.assurance] ?? ''}`],
      ['目的', targets.inText(programme.purpose)],
      ['範囲', targets.inText(programme.scope)],
      ['方法', programme.techniques.join('、')],
      ['監査を行った人', CONDUCTORS[programme.conductedBy] ?? ''],
      [
        '実施した期間',
        first === undefined || last === undefined
          ? '未実施'
          : first === last
            ? formatEra(first)
            : `${formatEra(first)}から${formatEra(last)}まで`,
      ],
    ]),
    table({
      columns: [
        { width: 12, align: 'center' },
        { width: '2fr' },
        { width: '2fr', marks: HIDDEN.departments },
        { width: 20, align: 'right' },
      ],
      header: ['番号', '監査の対象', '所属', '確認項目'],
      rows: live.map((target, index) => [
        index + 1,
        targets.cellOf(target.id),
        departmentsText(target),
        target.items.length,
      ]),
      fontSize: 8.5,
    }),
    ...(withdrawn.length === 0
      ? []
      : [
          paragraph('次の対象は、監査を途中で取りやめました。', { keepWithNext: true }),
          table({
            columns: [{ width: '2fr' }, { width: 34 }, { width: '3fr', marks: HIDDEN.people }],
            header: ['監査の対象', '取りやめた日', '理由'],
            rows: withdrawn.map(({ id, withdrawal }) => [
              targets.cellOf(id),
              withdrawal?.on == null ? '―' : formatEra(withdrawal.on),
              withdrawal?.reason ?? '',
            ]),
            fontSize: 8.5,
          }),
        ]),
  ];
}

/** Only terms that stand in the report, and in the public edition only those that still stand in it. */
function glossaryBlocks(body: readonly Block[], { plain }: ProgrammeReport, level: 1 | 2): Block[] {
  if (!plain) return [];
  const tree = document({ title: ' ' }, body);
  const terms = termsOf(tree);
  if (terms.length === 0) return [];
  const open = new Set(termsOf(editionOf(tree, { kind: 'public' }).tree));
  const title = heading(level, GLOSSARY_TITLE);
  return [
    open.size === 0 ? marked(title, HIDDEN.terms) : title,
    table({
      columns: [{ width: 44 }, { width: '1fr' }],
      header: ['用語', '説明'],
      rows: terms.map((term) => row([term.term, term.plain], open.has(term) ? undefined : HIDDEN.terms)),
      fontSize: 8.5,
    }),
  ];
}

const termsOf = (tree: DocumentTree): readonly Term[] =>
  termsIn(
    textsOf(tree).map(({ text }) => text),
    glossary(),
  );

function disclaimer({ programme }: Material): Block[] {
  if (programme.assurance !== 'advice') return [];
  return [note('この監査は改善のための助言を目的とし、全ての業務を対象に対策の状況を請け合うものではありません。')];
}
