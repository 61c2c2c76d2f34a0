/** 発見事項一覧 over all departments, and the 監査結果通知案 of one department with its four columns. */
import { formatEra } from '../../../core/calendar/index.ts';
import {
  type Block,
  chart,
  chartLimits,
  chartName,
  document,
  type DocumentTree,
  forExecutives,
  heading,
  letterHead,
  marked,
  type Marks,
  note,
  paragraph,
  type RiskItem,
  type RiskMatrixChart,
  sensitive,
  table,
  type WorkbookTree,
} from '../../../documents/index.ts';
import type { AuditView, FindingView, ResultNoticeView } from '../contract.ts';
import { EASE, IMPORTANCE } from '../contract/findings.ts';
import { EASE_LABELS, FINDING_STATE_LABELS, IMPORTANCE_LABELS, NOTICE_COLUMNS, VIEW_LABELS } from '../labels.ts';
import { forAll, HIDDEN, instead, onlyFor } from './confidential.ts';
import { citationLines, shortNamesNote } from './citations.ts';
import { type Grid, gridSheet, gridTable, listDocument, particulars, subtitle, workbook } from './grid.ts';
import type { Source } from './source.ts';

/** Findings that stand, each with its number within its department: the number that the result notice gives it too. */
export function numbered(findings: readonly FindingView[]): readonly { finding: FindingView; number: number }[] {
  const seen = new Map<string, number>();
  return findings
    .filter(({ state }) => state !== 'withdrawn')
    .map((finding) => {
      const number = (seen.get(finding.auditId) ?? 0) + 1;
      seen.set(finding.auditId, number);
      return { finding, number };
    });
}

export function findingsGrid(
  findings: readonly FindingView[],
  nameOf: Source['nameOf'],
  names: 'short' | 'full' = 'full',
): Grid {
  return {
    columns: [
      { title: '監査対象課', width: 26, marks: sensitive('監査対象課の名称') },
      { title: '番号', width: 11, align: 'center', marks: sensitive('監査対象課ごとの番号') },
      { title: '発見事項（確認した事実）', width: '4fr' },
      { title: '根拠', width: '4fr' },
      { title: '原因', width: '2fr', marks: HIDDEN.detail },
      { title: '評価', width: 13, align: 'center', choices: ['指摘', '意見'] },
      { title: '想定されるリスク', width: '3fr' },
      { title: '改善提言', width: '3fr', marks: HIDDEN.detail },
      { title: '監査対象課の認識', width: 32, marks: sensitive('監査対象課の意見') },
      { title: '状態', width: 20, marks: sensitive('確認の途中の状態') },
    ],
    rowMarks: numbered(findings).map(({ finding }) => onlyFor(finding.departmentId)),
    rows: numbered(findings).map(({ finding, number }) => {
      const view = finding.views.at(-1);
      return [
        nameOf(finding.departmentId),
        number,
        { open: finding.title, more: `\n${finding.fact}`, marks: sensitive('対策の弱点が分かる記載', '') },
        citationLines(
          finding.basis.map(({ citation }) => citation),
          names,
        ).join('\n'),
        finding.cause,
        finding.grade ?? '―',
        finding.risk,
        finding.recommendation,
        view === undefined ? '―' : `${VIEW_LABELS[view.view]}${view.sectionText === '' ? '' : `\n${view.sectionText}`}`,
        FINDING_STATE_LABELS[finding.state],
      ];
    }),
  };
}

/** By the two grades of the focus theme, also where one does not occur; by those that occur under another scheme. */
export function gradeCounts(findings: readonly { readonly grade: string | null }[]): string {
  const given = [...new Set(findings.flatMap(({ grade }) => grade ?? []))];
  const usual = ['指摘', '意見'];
  const grades = given.every((grade) => usual.includes(grade)) ? usual : given;
  return grades.map((grade) => `${grade}${findings.filter((one) => one.grade === grade).length}件`).join('、');
}

export function findingsTree(source: Source, findings: readonly FindingView[]): DocumentTree {
  const live = findings.filter(({ state }) => state !== 'withdrawn');
  const conflict = live.some((finding) => finding.conflict !== '');
  return listDocument(source, '発見事項一覧', [
    marked(paragraph(`発見事項は${live.length}件（${gradeCounts(live)}）です。`), { ...forAll, ...forExecutives }),
    ...priorityBlocks(live),
    ...inShort(source, live),
    ...source.audits.map(({ id, departmentId, departmentName }) => {
      const own = live.filter((finding) => finding.auditId === id);
      return marked(
        paragraph(`${departmentName}の発見事項は${own.length}件（${gradeCounts(own)}）です。`),
        instead(departmentId),
      );
    }),
    ...(conflict
      ? [paragraph('市の基準と国のガイドラインの定めが食い違う事項は、市の基準を優先して判断しました。')]
      : []),
    ...shortNamesNote(live.flatMap(({ basis }) => basis.map(({ citation }) => citation))),
    ...(live.length === 0 ? [] : [gridTable(findingsGrid(live, source.nameOf, 'short'), 7.5)]),
  ]);
}

/** Highest first, as people read; the chart counts its levels from the lowest. */
const LEVELS = IMPORTANCE.toReversed();
const EASES = EASE.toReversed();

/** Which findings to begin with: important and easy to mend. */
function priorityBlocks(live: readonly FindingView[]): Block[] {
  const placed = live.flatMap(({ title, importance, ease }) =>
    importance === null || ease === null
      ? []
      : [{ name: title, likelihood: EASES.indexOf(ease), impact: LEVELS.indexOf(importance) }],
  );
  const most = chartLimits['risk-matrix'].items;
  if (placed.length === 0) return [];
  const first = placed.toSorted((a, b) => weight(b) - weight(a)).slice(0, most);
  const found: RiskMatrixChart = {
    kind: 'risk-matrix',
    title: placed.length > most ? `改善の優先度（高いものから${most}件）` : '改善の優先度',
    unit: '件',
    likelihoodName: '改善の容易さ',
    likelihood: EASES.map((one) => EASE_LABELS[one]),
    impactName: '重要度',
    impact: LEVELS.map((one) => IMPORTANCE_LABELS[one]),
    zoneName: '優先度',
    items: first.map((item) => ({ ...item, name: chartName(item.name, first.length) })),
  };
  return [marked(chart(found), { ...forAll, ...forExecutives })];
}

const weight = ({ likelihood, impact }: RiskItem): number => (likelihood + 1) * (impact + 1);

/** For executives alone: how many findings each department has, and those that are 指摘. */
function inShort(source: Source, live: readonly FindingView[]): Block[] {
  const marks: Marks = { only: ['executive'] };
  const grave = numbered(live).filter(({ finding }) => finding.grade === '指摘');
  return [
    table({
      caption: '監査対象課ごとの件数',
      columns: [{ width: '1fr' }, { width: 24, align: 'right' }, { width: 24, align: 'right' }],
      header: ['監査対象課', '指摘', '意見'],
      rows: source.audits.map(({ id, departmentName }) => [
        departmentName,
        ...['指摘', '意見'].map((grade) => live.filter((one) => one.auditId === id && one.grade === grade).length),
      ]),
      marks,
    }),
    ...(grave.length === 0
      ? []
      : [
          table({
            caption: '指摘とした発見事項',
            columns: [{ width: 40 }, { width: '2fr' }, { width: '3fr' }, { width: '3fr' }],
            header: ['監査対象課', '発見事項', '想定されるリスク', '改善提言'],
            rows: grave.map(({ finding }) => [
              source.nameOf(finding.departmentId),
              finding.title,
              finding.risk,
              finding.recommendation,
            ]),
            marks,
          }),
        ]),
  ];
}

export function findingsWorkbook(source: Source, findings: readonly FindingView[]): WorkbookTree {
  return workbook(source, '発見事項一覧', [
    gridSheet('発見事項一覧', findingsGrid(findings, source.nameOf), {
      title: '発見事項一覧',
      subtitle: [...subtitle(source), gradeCounts(findings.filter(({ state }) => state !== 'withdrawn'))],
    }),
  ]);
}

/** Points. Smaller letters are hard to read in print. */
const SMALLEST_FONT = 7;

/** All findings that stand, on one sheet of A4 (fukuoka: 一覧表). @throws DocumentError when they do not fit */
export function findingsOnOnePage(source: Source, findings: readonly FindingView[]): WorkbookTree {
  const live = findings.filter(({ state }) => state !== 'withdrawn');
  return workbook(source, '指摘事項一覧', [
    {
      name: '指摘事項一覧',
      title: '指摘事項一覧',
      subtitle: [...subtitle(source), gradeCounts(live)],
      size: 'A4',
      orientation: 'landscape',
      fontSize: 10,
      onePage: { smallestFont: SMALLEST_FONT },
      columns: [
        { title: '監査対象課', width: 14 },
        { title: '番号', width: 5, align: 'center' },
        { title: '区分', width: 5, align: 'center' },
        { title: '発見事項', width: 30 },
        { title: '想定されるリスク', width: 28 },
        { title: '改善提言', width: 36 },
      ],
      rows: numbered(live).map(({ finding, number }) => [
        source.nameOf(finding.departmentId),
        number,
        finding.grade ?? '―',
        finding.title,
        finding.risk,
        finding.recommendation,
      ]),
    },
  ]);
}

function noticeGrid(notice: ResultNoticeView, names: 'short' | 'full' = 'full'): Grid {
  const [finding, grade, risk, recommendation] = NOTICE_COLUMNS;
  return {
    columns: [
      { title: '番号', width: 11, align: 'center' },
      { title: finding, width: '6fr' },
      { title: grade, width: 17, align: 'center' },
      { title: risk, width: '3fr' },
      { title: recommendation, width: '3fr' },
    ],
    rows: notice.rows.map((row, index) => [
      index + 1,
      `${row.title}\n${row.finding}\n（根拠：${citationLines(row.basis, names).join('、')}）`,
      row.grade,
      row.risk,
      row.recommendation,
    ]),
  };
}

/** A notice that is still to be sent leaves its day open: 令和9年　　月　　日. */
const undatedEra = (today: string): string => formatEra(today).replace(/年.*$/u, '年　　月　　日');

/** @param audit with the name of the department that is written to: the target may be a system of it */
export function resultNoticeTree(
  source: Source,
  notice: ResultNoticeView,
  audit: Pick<AuditView, 'notice'> & { readonly department: string },
): DocumentTree {
  const { engagement } = source;
  const draft = notice.state !== 'sent';
  return document(
    {
      ...particulars(source, `情報セキュリティ監査の結果について（通知）${draft ? '案' : ''}`),
      date: notice.sentOn === null ? undatedEra(source.today) : formatEra(notice.sentOn),
      ...(notice.number === '' ? {} : { number: notice.number }),
      addressee: [`${audit.department}長　様`],
      sender: [engagement.municipality, `${engagement.client.department}長`],
    },
    [
      letterHead(),
      paragraph(
        `${audit.notice === null ? '' : `${formatEra(audit.notice.sentOn)}に通知した`}情報セキュリティ監査の結果は、次のとおりです。${
          notice.rows.length === 0
            ? '引き続き、情報セキュリティ対策の実施をお願いします。'
            : '改善提言を参考に、対応の内容と時期を検討してください。'
        }`,
      ),
      heading(1, '総評'),
      ...notice.summary.split(/\n+/u).map((line) => paragraph(line)),
      heading(1, '発見事項'),
      ...(notice.rows.length === 0
        ? [paragraph('指摘及び意見とする事項はありませんでした。')]
        : [
            paragraph(`発見事項は${notice.rows.length}件（${gradeCounts(notice.rows)}）です。`),
            gridTable(noticeGrid(notice, 'short'), 8),
            ...shortNamesNote(notice.rows.flatMap(({ basis }) => basis)),
          ]),
      note('この監査は改善のための助言を目的とし、全ての業務を対象に対策の状況を請け合うものではありません。'),
    ],
  );
}

export function resultNoticeWorkbook(source: Source, notice: ResultNoticeView, audit: AuditView): WorkbookTree {
  return workbook(source, '監査結果通知案', [
    gridSheet(audit.departmentName, noticeGrid(notice), {
      title: `監査結果通知案（${audit.departmentName}）`,
      subtitle: [...subtitle(source), notice.summary],
    }),
  ]);
}
