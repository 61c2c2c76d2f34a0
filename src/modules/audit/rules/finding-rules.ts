/** When a finding is complete, and when the findings of a department allow a result notice (clause 9(1)エ). */
import type { FindingContent, FindingState, FindingText } from '../contract/findings.ts';
import type { NoticeRow } from '../contract/notices.ts';
import type { GradingLevel } from '../contract/target.ts';
import { NOTICE_COLUMNS } from '../labels.ts';

/**
 * Japanese names of what is missing before the lead can review the finding. What is well done needs neither cause nor
 * effect nor remedy.
 */
export function missingParts(
  finding: FindingText & Pick<FindingContent, 'evidenceIds' | 'criterion'>,
  levels: readonly GradingLevel[],
): string[] {
  const remedied = levels.find(({ label }) => label === finding.grade)?.needsRemedy ?? true;
  const missing: string[] = [];
  if (finding.fact.trim() === '') missing.push('確認した事実');
  if (finding.basis.length === 0) missing.push('根拠となる基準');
  if (remedied && finding.cause.trim() === '') missing.push('原因');
  if (finding.evidenceIds.length === 0) missing.push('証拠');
  if (finding.grade === null) missing.push(`評価（${levels.map(({ label }) => label).join('、')}）`);
  else if (finding.gradeReason.trim() === '') missing.push('評価の理由');
  if (finding.criterion === null) missing.push('評価の基準');
  if (remedied && finding.risk.trim() === '') missing.push('想定されるリスク');
  if (remedied && finding.recommendation.trim() === '') missing.push('改善提言');
  return missing;
}

interface Named {
  readonly position: number;
  readonly state: FindingState;
}

/** Why the result notice of a department cannot be put together yet; empty when it can. */
export function noticeObstacles(findings: readonly Named[]): string[] {
  return findings
    .filter(({ state }) => state !== 'agreed' && state !== 'withdrawn')
    .map(({ position }) => `発見事項${position}について、市の確認と監査対象課の認識の登録を済ませてください。`);
}

/** The columns of a row that say nothing, by their Japanese names. */
export function emptyColumns(
  row: Pick<NoticeRow, 'finding' | 'risk' | 'recommendation'> & { readonly grade: string | null },
): string[] {
  const values = [row.finding, row.grade ?? '', row.risk, row.recommendation];
  return NOTICE_COLUMNS.filter((_, index) => (values[index] ?? '').trim() === '');
}
