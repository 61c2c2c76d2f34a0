import { describe, expect, it } from 'vitest';
import { proofLines, proofText } from './proof.ts';

describe('records behind a state', () => {
  it('are named with day and number', () => {
    const [line] = proofLines([{ seq: 31, kind: 'plan.approved', day: '2026-06-12' }]);
    expect(line === undefined ? '' : proofText(line)).toBe('作業計画書の承認　令和8年6月12日（記録第31号）');
  });

  it('of one kind are gathered, from the first day to the last', () => {
    const lines = proofLines([
      { seq: 40, kind: 'meeting.held', day: '2026-06-15' },
      { seq: 41, kind: 'minutes.submitted', day: '2026-06-18' },
      { seq: 90, kind: 'meeting.held', day: '2027-02-22' },
      { seq: 55, kind: 'meeting.held', day: '2026-07-01' },
    ]);
    expect(lines.map(proofText)).toEqual([
      '会議の開催　R8.6.15～R9.2.22（記録第40号ほか、計3件）',
      '議事録の提出　令和8年6月18日（記録第41号）',
    ]);
  });
});
