import { describe, expect, it } from 'vitest';
import { clauseLabel, clauseNumber } from './label.ts';

describe('clauseLabel', () => {
  it.each([
    ['9(1)イ(ア)-p2', '9(1)イ(ア)（その2）'],
    ['7', '7'],
    ['9(1)イ(ア)※', '9(1)イ(ア)※'],
    ['9【監査対象課】-p10', '9【監査対象課】（その10）'],
  ])('says %s as %s', (id, label) => {
    expect(clauseLabel(id)).toBe(label);
  });
});

describe('clauseNumber', () => {
  it.each([
    ['10(8)-p3', '10(8)'],
    ['7※-p1', '7※'],
    ['9(1)イ', '9(1)イ'],
  ])('prints %s as %s', (id, number) => {
    expect(clauseNumber(id)).toBe(number);
  });
});
