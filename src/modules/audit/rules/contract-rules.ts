/** Completeness of a contract check (clause 9(1)ウ). */
import type { ContractItemContent } from '../contract/contracts.ts';

/** 9(1)ウ-p3. */
export const MAX_CONTRACTS = 4;

type Judged = Pick<ContractItemContent, 'judgement' | 'advice' | 'waiver' | 'documentId' | 'quote' | 'supplement'>;

/** Why an item keeps the check from being completed; null when nothing is missing. */
export function openReason(item: Judged): string | null {
  if (item.judgement === null) return '判断していません。';
  if (item.judgement === 'absent' && item.waiver === null && item.advice === null)
    return '記載がない項目には、記載例か代替措置の助言、又は市の不要との判断が必要です。';
  if (item.judgement === 'partly' && item.advice === null)
    return '一部だけ反映された項目には、足りない記載についての助言が必要です。';
  if (item.supplement !== null && item.supplement.needed && item.supplement.text.trim() === '')
    return '書類だけでは足りない項目には、ヒアリング又は現場確認の結果が必要です。';
  return null;
}

/** What keeps one judgement from being recorded; empty when it stands. */
export function itemGaps(
  input: Pick<ContractItemContent, 'judgement' | 'documentId' | 'page' | 'quote' | 'anyOf' | 'foundEvidence'> & {
    readonly adviceKind: string | null;
  },
): { readonly path: string; readonly message: string }[] {
  const gaps: { path: string; message: string }[] = [];
  if (input.judgement === 'reflected' || input.judgement === 'partly') {
    if (input.documentId === null) gaps.push({ path: 'documentId', message: '記載のある書類を選んでください。' });
    if (input.page.trim() === '') gaps.push({ path: 'page', message: '頁を書いてください。' });
    if (input.quote.trim() === '') gaps.push({ path: 'quote', message: '記載のある箇所を書いてください。' });
  }
  if (input.judgement === 'reflected' && input.adviceKind !== null && input.adviceKind !== 'wording')
    gaps.push({ path: 'advice.kind', message: '反映されている項目への助言は「より適切な記載」にしてください。' });
  if (input.judgement === 'absent' && input.adviceKind === 'wording')
    gaps.push({ path: 'advice.kind', message: '記載のない項目への助言は「記載例」か「代替措置」にしてください。' });
  const known = input.anyOf.map(({ id }) => id);
  if (input.foundEvidence.some((entry) => !known.includes(entry)))
    gaps.push({ path: 'foundEvidence', message: '項目に示された選択肢から選んでください。' });
  return gaps;
}
