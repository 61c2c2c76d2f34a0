/** 義務履行状況月次報告: what one side owed in a month, what became of it and which records prove it. */
import { formatEra, formatEraMonth } from '../../../core/calendar/index.ts';
import { clauseLabel } from '../../../core/specification/index.ts';
import {
  document,
  type DocumentTree,
  heading,
  letterHead,
  note,
  paragraph,
  table,
  type WorkbookTree,
} from '../../../documents/index.ts';
import type { EngagementProfile, ObligationView } from '../contract.ts';
import { OBLIGATION_STATE_LABELS, OBLIGATION_STATES_IN_ORDER, PARTY_LABELS } from '../labels.ja.ts';
import { proofLines, proofText } from '../proof.ts';
import {
  countBy,
  countLine,
  countTable,
  stateCell,
  stateHead,
  type StateShade,
  stateSheetCell,
} from './state-tables.ts';

export interface MonthReportSource {
  readonly engagement: EngagementProfile;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly party: 'contractor' | 'city';
  /** The day at whose end the states hold. */
  readonly judgedOn: string;
  readonly today: string;
  readonly duties: readonly ObligationView[];
}

export const MONTH_REPORT_TITLE = '義務履行状況月次報告';
const SHADES: Readonly<Partial<Record<ObligationView['state'], StateShade>>> = {
  breached: 'danger',
  unknown: 'warning',
  due: 'warning',
  late: 'warning',
};

function subtitleOf({ month, party }: MonthReportSource): string {
  return `${formatEraMonth(`${month}-01`)}分（${PARTY_LABELS[party] ?? party}の義務）`;
}

const countsOf = (duties: readonly ObligationView[]) =>
  countBy(OBLIGATION_STATES_IN_ORDER, OBLIGATION_STATE_LABELS, duties);

/** The records behind a duty and what is still lacking. */
function remarkOf({ proof, missing }: ObligationView): string {
  const lines = [...proofLines(proof).map(proofText), ...(missing === '' ? [] : [missing])];
  return lines.length === 0 ? '記録はまだない。' : lines.join('\n');
}

const dueOf = ({ due }: ObligationView): string => (due === null ? '' : formatEra(due));

export function monthReportTree(source: MonthReportSource): DocumentTree {
  const { engagement, duties } = source;
  return document(
    stateHead(engagement, {
      title: MONTH_REPORT_TITLE,
      subtitle: `${engagement.title}　${subtitleOf(source)}`,
      day: source.judgedOn,
      created: source.today,
    }),
    [
      letterHead(),
      heading(1, '概況'),
      paragraph(
        duties.length === 0
          ? 'この月に期限の到来する義務はない。'
          : `この月に期限の到来する義務${duties.length}件の履行の状況を、操作記録に基づいて報告する。`,
      ),
      countTable(countsOf(duties), '件'),
      ...(duties.length === 0 ? [] : [heading(1, '義務別の状況'), dutyTable(duties)]),
      note('期限は、仕様書の定め、委託期間及び操作記録から導いたものである。記録の番号は、操作記録の通し番号である。'),
    ],
  );
}

function dutyTable(duties: readonly ObligationView[]) {
  return table({
    fontSize: 8.5,
    columns: [
      { width: 32 },
      { width: 56 },
      { width: 30 },
      { width: '1fr' },
      { width: 22, align: 'center' },
      { width: 72 },
    ],
    header: ['条項', '義務', '期限', '期限の導き方', '状態', '根拠の記録及び不足'],
    rows: duties.map((duty) => {
      return [
        clauseLabel(duty.clause),
        duty.title,
        dueOf(duty),
        duty.derivation,
        stateCell(OBLIGATION_STATE_LABELS[duty.state], SHADES[duty.state]),
        remarkOf(duty),
      ];
    }),
  });
}

export function monthReportWorkbook(source: MonthReportSource): WorkbookTree {
  const { engagement, duties } = source;
  return {
    title: MONTH_REPORT_TITLE,
    ...(engagement.marking === null ? {} : { marking: engagement.marking }),
    author: engagement.contractor,
    created: source.today,
    sheets: [
      {
        name: MONTH_REPORT_TITLE,
        title: MONTH_REPORT_TITLE,
        subtitle: [
          `${engagement.title}　${subtitleOf(source)}`,
          `${engagement.contractor}　${formatEra(source.judgedOn)}現在`,
          countLine(countsOf(duties)),
        ],
        orientation: 'landscape',
        fontSize: 9,
        columns: [
          { title: '条項', width: 20 },
          { title: '義務', width: 40 },
          { title: '期限', width: 18 },
          { title: '期限の導き方', width: 52 },
          { title: '状態', width: 16, align: 'center' },
          { title: '根拠の記録及び不足', width: 52 },
        ],
        rows: duties.map((duty) => [
          clauseLabel(duty.clause),
          duty.title,
          dueOf(duty),
          duty.derivation,
          stateSheetCell(OBLIGATION_STATE_LABELS[duty.state], SHADES[duty.state]),
          remarkOf(duty),
        ]),
      },
    ],
  };
}
