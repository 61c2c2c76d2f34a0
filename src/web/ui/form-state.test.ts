import { describe, expect, test } from 'vitest';
import { FormReader } from './form-state.ts';
import { faultOf } from './number-field.tsx';

const reader = new FormReader(
  {
    title: [' 件名 '],
    n: ['１，２３４'],
    kind: ['指摘'],
    ways: ['d', 'h'],
    due: ['2026-10-01'],
    empty: [''],
    password: [' p '],
  },
  3,
  { idempotencyKey: 'k' },
);

describe('FormReader', () => {
  test('reads each kind of value', () => {
    expect(reader.text('title')).toBe('件名');
    expect(reader.secret('password')).toBe(' p ');
    expect(reader.number('n')).toBe(1234);
    expect(reader.one('kind', ['指摘', '意見'])).toBe('指摘');
    expect(reader.all('ways')).toEqual(['d', 'h']);
    expect(reader.dayOrNull('due')).toBe('2026-10-01');
    expect([reader.textOrNull('empty'), reader.numberOrNull('empty'), reader.flag('agreed')]).toEqual([
      null,
      null,
      false,
    ]);
    expect([reader.version, reader.options]).toEqual([3, { idempotencyKey: 'k' }]);
  });

  test('refuses with the field named', () => {
    expect(() => reader.number('title')).toThrow(
      expect.objectContaining({ fields: [expect.objectContaining({ path: 'title' })] }),
    );
    expect(() => reader.one('kind', ['意見'])).toThrow(expect.objectContaining({ code: 'input.invalid' }));
  });
});

test.each([
  ['12', undefined],
  ['１２', undefined],
  ['1,200', '件数は999以下にしてください。'],
  ['-1', '件数は0以上にしてください。'],
  ['1.5', '件数は半角の整数で入力してください。'],
  ['十二', '件数は半角の整数で入力してください。'],
  ['', undefined],
])('a number typed as %s', (typed, fault) => {
  expect(faultOf(typed, { label: '件数', decimals: 0, min: 0, max: 999 })).toBe(fault);
});
