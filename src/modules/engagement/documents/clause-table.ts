/** 仕様書対応表: every clause of the specification, how it is met and by which records (chiba 11(1)イ). */
import { formatEra } from '../../../core/calendar/index.ts';
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
import { CLAUSE_STATES, type ClauseTraceView, type EngagementProfile } from '../contract.ts';
import { CLAUSE_KINDS, CLAUSE_STATE_LABELS } from '../labels.ja.ts';
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

export interface ClauseTableSource {
  readonly engagement: EngagementProfile;
  readonly specificationTitle: string;
  readonly clauses: readonly ClauseTraceView[];
  readonly today: string;
}

const TITLE = '仕様書対応表';
const SHADES: Readonly<Partial<Record<ClauseTraceView['state'], StateShade>>> = {
  breached: 'danger',
  unknown: 'warning',
  planned: 'light',
};

/** How a clause is met: its records, and whatever must be said beside them. */
export function fulfilment(clause: ClauseTraceView): string {
  const records = proofLines(clause.proof).map(proofText);
  const remark = clause.reason === null || clause.reason === '' ? [] : [clause.reason];
  const lines = [...records, ...remark];
  return lines.length === 0 ? '記録はまだありません。' : lines.join('\n');
}

export const countStates = (clauses: readonly ClauseTraceView[]) =>
  countBy(CLAUSE_STATES, CLAUSE_STATE_LABELS, clauses);

export function clauseTableTree(source: ClauseTableSource): DocumentTree {
  const { engagement, clauses } = source;
  return document(
    stateHead(engagement, { title: TITLE, subtitle: engagement.title, day: source.today, created: source.today }),
    [
      letterHead(),
      heading(1, '概況'),
      paragraph(
        `${source.specificationTitle}の${clauses.length}の条項について、それぞれがどのように満たされているかを、操作記録に基づいて示します。`,
      ),
      countTable(countStates(clauses), '条項'),
      note(
        '「充足」は期限などの義務が果たされていること、「記録あり」は条項に沿った行為の記録があること、「確認済み」は記録で示せない条項を担当者が確認したことをいいます。',
      ),
      heading(1, '条項別の対応'),
      table({
        fontSize: 8.5,
        columns: [{ width: 38 }, { width: 40 }, { width: '1fr' }, { width: 20, align: 'center' }, { width: 84 }],
        header: ['条項', '項目', '概要', '状態', '満たし方と根拠の記録'],
        rows: clauses.map((clause) => [
          clauseLabel(clause.id),
          clause.title,
          clause.summary,
          stateCell(CLAUSE_STATE_LABELS[clause.state], SHADES[clause.state]),
          fulfilment(clause),
        ]),
      }),
      note(
        '条項の「（その2）」は、同じ番号の中の2番目の定めであることを示します。記録の番号は、操作記録の通し番号です。',
      ),
    ],
  );
}

export function clauseTableWorkbook(source: ClauseTableSource): WorkbookTree {
  const { engagement, clauses, today } = source;
  return {
    title: TITLE,
    ...(engagement.marking === null ? {} : { marking: engagement.marking }),
    author: engagement.contractor,
    created: today,
    sheets: [
      {
        name: TITLE,
        title: TITLE,
        subtitle: [
          engagement.title,
          `${engagement.contractor}　${formatEra(today)}現在`,
          countLine(countStates(clauses)),
        ],
        orientation: 'landscape',
        fontSize: 9,
        columns: [
          { title: '条項', width: 24 },
          { title: '項目', width: 26 },
          { title: '種別', width: 14 },
          { title: '概要', width: 60 },
          { title: '状態', width: 11, align: 'center' },
          { title: '満たし方と根拠の記録', width: 62 },
        ],
        rows: clauses.map((clause) => [
          clauseLabel(clause.id),
          clause.title,
          CLAUSE_KINDS[clause.kind] ?? clause.kind,
          clause.summary,
          stateSheetCell(CLAUSE_STATE_LABELS[clause.state], SHADES[clause.state]),
          fulfilment(clause),
        ]),
      },
    ],
  };
}
