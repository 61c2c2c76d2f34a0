/** When a working paper is complete, and what changed after its review. */
import type { CheckContent } from '../contract/checks.ts';
import type { PaperText } from '../contract/papers.ts';
import { PAPER_STATE_LABELS } from '../labels.ts';
import { machine } from './machine.ts';

export const paperMachine = machine<keyof typeof PAPER_STATE_LABELS, 'save' | 'submit' | 'return' | 'review' | 'amend'>(
  {
    noun: 'この監査調書',
    labels: PAPER_STATE_LABELS,
    moves: {
      // What was submitted and is changed is no longer what the reviewer was given.
      save: {
        verb: '変更',
        from: { draft: 'draft', submitted: 'draft' },
        first: '査閲した調書は、「理由を付けて直す」から直してください。',
      },
      submit: { verb: '査閲への提出', from: { draft: 'submitted' }, first: '既に査閲に出しています。' },
      return: {
        verb: '差戻し',
        from: { submitted: 'draft' },
        first: '差し戻せるのは、査閲に出された調書です。査閲した調書は、理由を付けて直します。',
      },
      review: {
        verb: '査閲',
        from: { submitted: 'reviewed' },
        first: '先に、調書を書いた人が査閲に出してください。',
      },
      amend: {
        verb: '理由を付けた変更',
        from: { reviewed: 'submitted' },
        first: '査閲する前の調書は、確認項目の判断からそのまま直せます。',
      },
    },
  },
);

/** Japanese names of what a paper lacks; empty when it can go to its reviewer. */
export function paperGaps(check: CheckContent, citations: readonly string[]): string[] {
  const missing: string[] = [];
  if (check.judgement === 'unconfirmed') missing.push('判断');
  if (check.fact.trim() === '') missing.push('確認した事実');
  if (check.techniques.length === 0) missing.push('手続（確認の方法）');
  if (citations.length === 0 && check.point.trim() === '') missing.push('判断の基準');
  return missing;
}

export function paperTextOf({ judgement, techniques, fact, note, evidenceIds }: CheckContent): PaperText {
  return { judgement, techniques, fact, note, evidenceIds };
}

/** True when an amendment would change nothing. */
export function sameText(before: PaperText, after: PaperText): boolean {
  const list = (values: readonly string[]): string => [...values].sort().join(' ');
  return (
    before.judgement === after.judgement &&
    before.fact === after.fact &&
    before.note === after.note &&
    list(before.techniques) === list(after.techniques) &&
    list(before.evidenceIds) === list(after.evidenceIds)
  );
}
