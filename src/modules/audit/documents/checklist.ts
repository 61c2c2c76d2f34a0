/** 監査チェックリスト: one sheet per department, or one section of a document. */
import {
  type Block,
  type DocumentTree,
  heading,
  marked,
  pageBreak,
  paragraph,
  type WorkbookTree,
} from '../../../documents/index.ts';
import type { AuditView, CheckView } from '../contract.ts';
import { JUDGEMENT_LABELS, TECHNIQUE_NAMES } from '../labels.ts';
import { citationLines, shortNamesNote } from './citations.ts';
import { forAll, onlyFor } from './confidential.ts';
import { type Grid, gridSheet, gridTable, listDocument, subtitle, workbook } from './grid.ts';
import type { Source } from './source.ts';

export interface DepartmentChecks {
  readonly audit: AuditView;
  readonly checks: readonly CheckView[];
  /** False while the judgements are working papers of the contractor. */
  readonly visible: boolean;
}

export function checklistGrid(
  checks: readonly CheckView[],
  nameOf: Source['nameOf'],
  names: 'short' | 'full' = 'full',
): Grid {
  return {
    columns: [
      { title: '番号', width: 11, align: 'center' },
      { title: '区分', width: 20 },
      { title: '確認項目', width: '3fr' },
      { title: '確認の手順', width: '4fr' },
      { title: '根拠', width: '4fr' },
      { title: '判断', width: 17, align: 'center', choices: Object.values(JUDGEMENT_LABELS) },
      { title: '方法', width: 19 },
      { title: '確認した事実', width: '3fr' },
      { title: '証拠の数', width: 12, align: 'right' },
      { title: '確認者', width: 20 },
    ],
    rows: checks.map((check) => [
      check.number,
      check.section,
      `${check.title}\n${check.point}`,
      check.procedures.map(({ technique, procedure }) => `${TECHNIQUE_NAMES[technique]}：${procedure}`).join('\n'),
      citationLines(check.citations, names).join('\n'),
      check.state === 'left-out' ? '除外' : JUDGEMENT_LABELS[check.judgement],
      check.techniques.map((technique) => TECHNIQUE_NAMES[technique]).join('、'),
      check.state === 'left-out' ? `除外の理由：${check.leftOutReason ?? ''}` : check.fact,
      check.evidenceIds.length,
      nameOf(check.judgedBy),
    ]),
  };
}

/** Counts per judgement, items in scope only. */
export function tally(checks: readonly CheckView[]): readonly { readonly label: string; readonly count: number }[] {
  return (Object.keys(JUDGEMENT_LABELS) as (keyof typeof JUDGEMENT_LABELS)[]).map((judgement) => ({
    label: JUDGEMENT_LABELS[judgement],
    count: checks.filter((check) => check.state === 'in-scope' && check.judgement === judgement).length,
  }));
}

export function checklistWorkbook(source: Source, departments: readonly DepartmentChecks[]): WorkbookTree {
  return workbook(
    source,
    '監査チェックリスト',
    departments.map(({ audit, checks }) =>
      gridSheet(audit.departmentName, checklistGrid(checks, source.nameOf), {
        title: `監査チェックリスト（${audit.departmentName}）`,
        subtitle: [
          ...subtitle(source),
          tally(checks)
            .map(({ label, count }) => `${label}　${count}`)
            .join('　／　'),
        ],
      }),
    ),
  );
}

export function checklistTree(source: Source, departments: readonly DepartmentChecks[]): DocumentTree {
  return listDocument(source, '監査チェックリスト', [
    ...shortNamesNote(departments.flatMap(({ checks }) => checks.flatMap(({ citations }) => citations))),
    ...departments.flatMap(({ audit, checks, visible }, index): Block[] => [
      ...(index === 0 ? [] : [marked(pageBreak(), forAll)]),
      heading(1, audit.departmentName, { marks: onlyFor(audit.departmentId) }),
      paragraph(
        !visible
          ? '確認の結果は、発見事項が市に提出された後に示します。'
          : `確認の結果は、${tally(checks)
              .map(({ label, count }) => `${label}${count}項目`)
              .join('、')}です。`,
      ),
      ...(checks.length === 0 ? [] : [gridTable(checklistGrid(checks, source.nameOf, 'short'), 7.5)]),
    ]),
  ]);
}
