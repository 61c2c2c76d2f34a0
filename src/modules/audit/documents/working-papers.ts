/** 監査調書: one part per item with criterion, procedure, evidence, fact, judgement and reviewer, and the trace of later changes. */
import { formatEra } from '../../../core/calendar/index.ts';
import { dayOf } from '../../../core/calendar/day.ts';
import {
  type Block,
  callout,
  definitionList,
  document,
  type DocumentTree,
  heading,
  letterHead,
  paragraph,
} from '../../../documents/index.ts';
import type { OutputOf } from '../../../kernel/contract.ts';
import type { auditContract, AuditView } from '../contract.ts';
import {
  FIELD_RECORD_LABELS,
  FIELD_RESULT_LABELS,
  JUDGEMENT_LABELS,
  PAPER_STATE_LABELS,
  SAMPLE_OUTCOME_LABELS,
  SAMPLING_LABELS,
  TECHNIQUE_NAMES,
} from '../labels.ts';
import { citationLines, shortNamesNote } from './citations.ts';
import { gridTable, particulars } from './grid.ts';
import type { Source } from './source.ts';

export type Paper = OutputOf<typeof auditContract, 'getPaper'>;

const orNone = (text: string): string => (text.trim() === '' ? 'なし' : text);

/** A line of the paper that stands only where something was written. */
const written = (term: string, text: string): [string, string][] => (text.trim() === '' ? [] : [[term, text]]);

/** A file that bears the title as its name says it once. */
const titled = (title: string, name: string): string =>
  name.replace(/\.[^.]*$/u, '') === title ? name : `${title}\n${name}`;

const dated = (instant: string): string => formatEra(dayOf(instant));

/** What still stands between these papers and a final edition; the paper says so on its first page. */
export function openPoints(audit: AuditView, all: readonly Paper[]): string[] {
  const unreviewed = all.filter(({ paper }) => paper?.state !== 'reviewed').length;
  const remarks = audit.papers?.remarks.filter(({ resolution }) => resolution === null).length ?? 0;
  return [
    ...(unreviewed > 0 ? [`査閲を終えていない調書が${unreviewed}件ある。`] : []),
    ...(remarks > 0 ? [`対応していない事実の確認の意見が${remarks}件ある。`] : []),
    ...(audit.papers?.confirmedOn == null ? ['監査対象による事実の確認を終えていない。'] : []),
  ];
}

export function workingPapersTree(source: Source, audit: AuditView, all: readonly Paper[]): DocumentTree {
  const open = openPoints(audit, all);
  const numberOf = new Map(all.map(({ check }) => [check.id, `${check.number}　${check.title}`]));
  const on = open.length === 0 ? (audit.papers?.confirmedOn ?? null) : null;
  return document(particulars(source, open.length === 0 ? '監査調書' : '監査調書（案）', { on }), [
    letterHead(),
    definitionList([
      ['監査', audit.programme.title],
      ['監査の対象', audit.departmentName],
      ['確認項目', `${all.length}項目`],
      [
        '市への提示',
        audit.papers === null ? '未提示' : `第${audit.papers.version}版（${formatEra(audit.papers.draftedOn)}）`,
      ],
      ['事実の確認', audit.papers?.confirmedOn == null ? '未了' : formatEra(audit.papers.confirmedOn)],
    ]),
    ...(open.length === 0
      ? []
      : [
          callout(
            open.map((point) => paragraph(point)),
            { title: 'この調書は案です', tone: 'warning' },
          ),
        ]),
    ...shortNamesNote(all.flatMap(({ check }) => check.citations)),
    ...all.flatMap((paper) => itemBlocks(source, paper, numberOf)),
    ...remarkBlocks(audit, numberOf),
  ]);
}

function itemBlocks(source: Source, data: Paper, numberOf: ReadonlyMap<string, string>): Block[] {
  const { check, paper, evidence, records, samples } = data;
  const kept = records.filter(({ state }) => state === 'kept');
  return [
    // The number of the item is its number everywhere; a second one of the paper would confuse.
    heading(1, `項目${check.number}　${check.title}`, { numbered: false }),
    definitionList(
      [
        ['判断の基準', orNone(citationLines(check.citations).join('\n'))],
        ['確認の観点', check.point],
        ['予定した手続', orNone(check.procedures.map(({ procedure }) => procedure).join('\n'))],
        [
          '行った手続',
          [check.techniques.map((technique) => TECHNIQUE_NAMES[technique]).join('、'), paper?.procedure ?? '']
            .filter((part) => part !== '')
            .join('\n') || 'なし',
        ],
        ['確認した事実', orNone(check.fact)],
        ['判断', JUDGEMENT_LABELS[check.judgement]],
        ...written('結論', paper?.conclusion ?? ''),
        ...written('備考', check.note),
        ...written(
          '相互参照',
          (paper?.crossReferences ?? []).map(({ id, note }) => numberOf.get(id) ?? note).join('\n'),
        ),
        [
          '作成者',
          [source.nameOf(check.judgedBy), check.judgedOn === null ? '' : formatEra(check.judgedOn)]
            .filter((part) => part !== '')
            .join('　') || '未記入',
        ],
        [
          '査閲者',
          paper?.review == null
            ? `未了（${PAPER_STATE_LABELS[paper?.state ?? 'draft']}）`
            : `${source.nameOf(paper.review.by)}　${formatEra(paper.review.on)}`,
        ],
      ],
      { together: true },
    ),
    ...(evidence.length === 0
      ? []
      : [
          heading(2, '証拠', { numbered: false }),
          gridTable(
            {
              columns: [
                { title: '番号', width: 11, align: 'center' },
                { title: '証拠', width: '3fr' },
                { title: '集めた場所、日及び人', width: '3fr' },
                { title: '方法', width: 19 },
                { title: 'ハッシュ値（SHA-256）', width: '3fr' },
              ],
              rows: evidence.map(({ position, title, name, place, collectedAt, collector, technique, sha256 }) => [
                position,
                titled(title, name),
                [place, dated(collectedAt), source.nameOf(collector)].filter((part) => part !== '').join('\n'),
                TECHNIQUE_NAMES[technique],
                // In two lines: nothing in it says where a line may end.
                `${sha256.slice(0, 32)}\n${sha256.slice(32)}`,
              ]),
            },
            7.5,
          ),
        ]),
    ...(kept.length === 0
      ? []
      : [
          heading(2, '聞き取り、観察及び再実施', { numbered: false }),
          gridTable(
            {
              columns: [
                { title: '種類', width: 17 },
                { title: '日及び場所', width: 34 },
                { title: '相手', width: 30 },
                { title: '内容', width: '3fr' },
                { title: '結果', width: 24 },
              ],
              rows: kept.map(({ kind, at, place, counterpart, text, steps, result }) => [
                FIELD_RECORD_LABELS[kind],
                [dated(at), place].filter((part) => part !== '').join('\n'),
                counterpart,
                steps === '' ? text : `${text}\n手順：${steps}`,
                result === null ? '―' : FIELD_RESULT_LABELS[result],
              ]),
            },
            8,
          ),
        ]),
    ...samples.flatMap(({ population, size, method, seed, procedure, reason, items }) => [
      heading(2, '標本', { numbered: false }),
      definitionList([
        ['母集団', `${population}（${size}件）`],
        ['抽出の方法', `${SAMPLING_LABELS[method]}${procedure === '' ? '' : `（手順${procedure}、種「${seed}」）`}`],
        ['理由', orNone(reason)],
        [
          '番号と結果',
          items
            .map(
              ({ number, outcome, note }) =>
                `${number}：${outcome === null ? '未確認' : SAMPLE_OUTCOME_LABELS[outcome]}${note === '' ? '' : `（${note}）`}`,
            )
            .join('、'),
        ],
      ]),
    ]),
    ...(paper === null || paper.changes.length === 0
      ? []
      : [
          heading(2, '査閲の後の変更', { numbered: false }),
          gridTable(
            {
              columns: [
                { title: '日', width: 30 },
                { title: '直した人', width: 26 },
                { title: '理由', width: '2fr' },
                { title: '変更前', width: '3fr' },
                { title: '変更後', width: '3fr' },
              ],
              rows: paper.changes.map(({ at, by, reason, before, after }) => [
                dated(at),
                source.nameOf(by),
                reason,
                `${JUDGEMENT_LABELS[before.judgement]}\n${before.fact}`,
                `${JUDGEMENT_LABELS[after.judgement]}\n${after.fact}`,
              ]),
            },
            8,
          ),
        ]),
  ];
}

function remarkBlocks({ papers }: AuditView, numberOf: ReadonlyMap<string, string>): Block[] {
  if (papers === null || papers.remarks.length === 0) return [];
  return [
    heading(1, '事実の確認の記録', { numbered: false }),
    gridTable(
      {
        columns: [
          { title: '日', width: 30 },
          { title: '項目', width: '2fr' },
          { title: '監査対象の意見', width: '3fr' },
          { title: '対応', width: '3fr' },
        ],
        rows: papers.remarks.map(({ on, checkId, text, resolution }) => [
          formatEra(on),
          checkId === null ? '全体' : (numberOf.get(checkId) ?? ''),
          text,
          resolution === null ? '未対応' : `${resolution.text}（${formatEra(resolution.on)}）`,
        ]),
      },
      8,
    ),
  ];
}
