import { describe, expect, it } from 'vitest';
import { deliveryProblems, DeliverySchema, taskOf } from './delivery.ts';

const delivery = DeliverySchema.parse({
  tasks: [
    { id: '(1)', name: '監査', clauses: ['10表(1)', '5(1)'] },
    { id: '(2)', name: '支援', clauses: ['10表(2)'], types: ['advice'] },
  ],
  perTask: { clause: '10(1)-p6' },
});

describe('taskOf', () => {
  it.each([
    ['report', '10表(1)-3', '(1)'],
    ['plan', '5(1)①', '(1)'],
    ['support', '10表(2)', '(2)'],
    // The type goes before the clause.
    ['advice', '10表(1)-7', '(2)'],
    ['certificate', '10表 その他', null],
    ['other', '5(10)', null],
  ])('%s of clause %s belongs to %s', (type, clause, expected) => {
    expect(taskOf(delivery.tasks, { type, clause })?.id ?? null).toBe(expected);
  });
});

describe('deliveryProblems', () => {
  const deliverables = [{ type: 'advice' }];
  const clauses = ['10(1)-p6', '10表(1)-3', '10表(2)', '5(1)①'];

  it('finds nothing where everything is there, or nothing is said', () => {
    expect(deliveryProblems(delivery, deliverables, clauses)).toEqual([]);
    expect(deliveryProblems(undefined, [], [])).toEqual([]);
  });

  it('names what is not there', () => {
    const broken = DeliverySchema.parse({
      tasks: [
        { id: 'a', name: '監査', clauses: ['9'], types: ['nothing'] },
        { id: 'a', name: '支援' },
      ],
      note: { clause: '8' },
    });
    const problems = deliveryProblems(broken, deliverables, clauses).join('\n');
    for (const word of ['条項「8」', '条項「9」', '成果物「nothing」', '作業区分「a」が二つ']) {
      expect(problems).toContain(word);
    }
    const bare = DeliverySchema.parse({ perTask: { clause: '10(1)-p6' } });
    expect(deliveryProblems(bare, deliverables, clauses)).toEqual([expect.stringContaining('tasks')]);
  });
});
