import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyForm } from '../../../../core/assessment/testing/forms.ts';
import { holds } from '../../../../core/assessment/index.ts';
import type { AnswerValue, Condition } from '../../../../core/content-schema/index.ts';
import { itemsOf } from '../client.ts';
import { blankItem, freeId, ITEM_TYPES } from './blank-item.ts';
import { answersOf, conditionOf, operatorsFor, partsOf } from './condition-parts.ts';

const item = fc.constantFrom('x', 'y');
const scalar = fc.constantFrom('a', 'b');
const simple: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ item, equals: scalar }),
  fc.record({ item, in: fc.uniqueArray(scalar, { minLength: 1 }) }),
  fc.record({ item, atLeast: fc.nat(3) }),
  fc.record({ item, answered: fc.boolean() }),
  fc.record({ not: fc.record({ item, equals: scalar }) }),
);
const condition = fc.oneof(
  simple,
  fc.record({ all: fc.array(simple, { minLength: 1, maxLength: 3 }) }),
  fc.record({ any: fc.array(simple, { minLength: 1, maxLength: 3 }) }),
);
const value: fc.Arbitrary<AnswerValue> = fc.oneof(scalar, fc.nat(4), fc.constant(undefined));

describe('a condition as a list', () => {
  it('means the same when it is put together again', () => {
    fc.assert(
      fc.property(condition, value, value, (rule, x, y) => {
        const parts = partsOf(rule);
        const again = parts === null ? undefined : conditionOf(parts);
        if (again === undefined) throw new Error('the condition is lost');
        const values = (id: string): AnswerValue => (id === 'x' ? x : y);
        expect(holds(again, values)).toBe(holds(rule, values));
      }),
    );
  });

  it('is left to words where lists stand within lists, and nothing where nothing is asked', () => {
    const inner: Condition = {
      any: [
        { item: 'x', equals: 'a' },
        { item: 'y', answered: true },
      ],
    };
    expect(partsOf({ all: [inner, { item: 'x', answered: true }] })).toBeNull();
    expect(partsOf({ not: inner })).toBeNull();
    expect(conditionOf({ mode: 'all', parts: [] })).toBeUndefined();
    // A question without a chosen answer is no condition yet.
    expect(conditionOf({ mode: 'all', parts: [{ item: 'x', operator: 'is', values: [], least: 1 }] })).toBeUndefined();
  });

  it('offers for every type of item only what can be asked of it', () => {
    for (const one of itemsOf(everyForm)) {
      const operators = operatorsFor(one);
      expect(operators).toContain('answered');
      expect(operators.includes('is')).toBe(answersOf(one).length > 0);
    }
  });
});

describe('a new item', () => {
  it('starts in the shape of its type, with ids that are free', () => {
    expect(ITEM_TYPES.map((type) => blankItem(type, 'q').type)).toEqual([...ITEM_TYPES]);
    expect(freeId('c', ['c1', 'c3'])).toBe('c2');
  });
});
