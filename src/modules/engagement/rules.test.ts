import { describe, expect, test } from 'vitest';
import { AppError } from '../../kernel/error.ts';
import { periodOf } from './rules.ts';

const refused = (run: () => unknown): string => {
  try {
    run();
    return '';
  } catch (error) {
    if (error instanceof AppError) return JSON.stringify(error.detail.fields);
    throw error;
  }
};

describe('the period of a new engagement', () => {
  const stated = { period: { from: 'contractDate' as const, to: '2027-03-31' } };
  const open = { period: { from: 'dayAfterContract' as const, to: null } };

  test('what the specification states holds', () => {
    expect(periodOf(stated, { contractDate: '2026-06-01' })).toEqual({
      contractDate: '2026-06-01',
      periodFrom: '2026-06-01',
      periodTo: '2027-03-31',
    });
    expect(refused(() => periodOf(stated, { contractDate: '2026-06-01', periodTo: '2027-02-28' }))).toContain(
      '令和9年3月31日と定められています',
    );
  });

  test('where it leaves the end to the contract, the contract is asked', () => {
    expect(refused(() => periodOf(open, { contractDate: '2026-06-01' }))).toContain('periodTo');
    expect(periodOf(open, { contractDate: '2026-06-01', periodTo: '2027-03-19' })).toMatchObject({
      periodFrom: '2026-06-02',
      periodTo: '2027-03-19',
    });
  });

  test('a contract after its own end is refused', () => {
    expect(refused(() => periodOf(stated, { contractDate: '2027-03-31' }))).toContain('contractDate');
  });
});
