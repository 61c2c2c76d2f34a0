/** What the journal proves under the clauses of a work item, for a chapter of the report on the whole business. */
import { clauseLabel } from '../../../core/specification/index.ts';
import { type Block, heading, note, paragraph, table } from '../../../documents/index.ts';
import type { ClauseTraceView } from '../contract.ts';
import { CLAUSE_STATE_LABELS } from '../labels.ja.ts';
import { fulfilment } from './clause-table.ts';

/** Clauses that nothing has been recorded under yet are named below the table, so that nobody takes them for done. */
export function recordsChapter(clauses: readonly ClauseTraceView[]): Block[] {
  const told = clauses.filter(({ proof, isStatement }) => proof.length > 0 && !isStatement);
  const silent = clauses.filter(({ proof, isStatement }) => proof.length === 0 && !isStatement);
  if (told.length === 0) return [];
  return [
    heading(2, '仕様書の条項ごとの実施の記録'),
    paragraph(
      `この業務の${clauses.length}の条項のうち、${told.length}の条項について、実施したことが記録されています。`,
    ),
    table({
      columns: [{ width: 34 }, { width: 44 }, { width: 22, align: 'center' }, { width: '1fr' }],
      header: ['条項', '事項', '状態', '実施した事項と記録'],
      rows: told.map((clause) => [
        clauseLabel(clause.id),
        clause.title,
        CLAUSE_STATE_LABELS[clause.state],
        fulfilment(clause),
      ]),
    }),
    ...(silent.length === 0
      ? []
      : [note(`次の条項には、記録がありません：${silent.map(({ id }) => clauseLabel(id)).join('、')}`)]),
  ];
}
