import { describe, expect, it } from 'vitest';
import { daysOf, figuresOf, neighbour, type Told } from './summary.ts';

const one: Told = {
  category: 'インシデント',
  urgent: false,
  questions: 1,
  receivedOn: '2024-05-10',
  answeredOn: '2024-05-13',
  ended: true,
  score: null,
  answers: [{ channel: '画面', on: '2024-05-13' }],
  visits: [],
};

describe('figures', () => {
  it('count by theme, in the order of the specification', () => {
    const told: Told[] = [
      one,
      { ...one, urgent: true, questions: 3, answeredOn: null, ended: false, answers: [], score: null },
      {
        ...one,
        category: '調査等',
        score: 5,
        answeredOn: '2024-06-02',
        answers: [{ channel: '電話', on: '2024-06-02' }],
      },
      { ...one, receivedOn: '2024-04-30', visits: ['2024-05-01', '2024-04-30'] },
    ];
    expect(figuresOf(told, ['調査等', 'マイナンバー'], 'month', '2024-05-20')).toEqual({
      period: 'month',
      from: '2024-05-01',
      to: '2024-05-31',
      total: { received: 3, questions: 5, urgent: 1, answered: 2, open: 1, averageDays: 13, averageScore: 5 },
      themes: [
        {
          theme: '調査等',
          received: 1,
          questions: 1,
          urgent: 0,
          answered: 1,
          open: 0,
          averageDays: 23,
          averageScore: 5,
        },
        {
          theme: 'インシデント',
          received: 2,
          questions: 4,
          urgent: 1,
          answered: 1,
          open: 1,
          averageDays: 3,
          averageScore: null,
        },
      ],
      channels: [{ channel: '画面', count: 2 }],
      visits: 1,
    });
  });

  it('are those of a month or a fiscal year', () => {
    expect(daysOf('fiscal-year', '2025-02-01')).toEqual({ from: '2024-04-01', to: '2025-03-31' });
    expect([neighbour('month', '2024-05-20', 1), neighbour('fiscal-year', '2024-05-20', -1)]).toEqual([
      '2024-06-01',
      '2024-03-31',
    ]);
  });
});
