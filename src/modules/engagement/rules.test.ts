import { describe, expect, test } from 'vitest';
import { parseSpecification, resolveSpecification } from '../../core/specification/index.ts';
import { readContent } from '../../kernel/content.ts';
import { AppError } from '../../kernel/error.ts';
import { contractNameOf, periodOf } from './rules.ts';

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

describe('the name of the contract', () => {
  test.each([
    ['chiba-2026', '令和8年度情報セキュリティ監査業務委託'],
    ['fukuoka-2025', '令和７年度情報セキュリティ運用支援業務委託'],
    ['koganei-2023', '小金井市情報セキュリティ管理委託'],
    ['kyoto-2024', '情報セキュリティ対策等支援業務'],
    ['tokubetsuku', '業務委託'],
  ])('of %s is %s', (id, name) => {
    const source = parseSpecification(readContent(`specifications/${id}.yaml`));
    expect(contractNameOf(resolveSpecification(source))).toBe(name);
  });

  test('is the title where no clause says it, without the kind of paper and its state', () => {
    const named = (title: string) => contractNameOf({ title, clauses: [] });
    expect(named('情報セキュリティ管理委託仕様書（案）')).toBe('情報セキュリティ管理委託');
    expect(named('監査業務委託 調達仕様書')).toBe('監査業務委託');
    expect(named('監査業務')).toBe('監査業務');
  });
});
