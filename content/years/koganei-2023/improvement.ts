/** What followed the audits of Kunugi. */
import type { PlannedImprovement } from '../common/improvement-data.ts';

export const IMPROVEMENTS: readonly PlannedImprovement[] = [
  {
    source: 'koganei-internal',
    issued: '2023-12-13 10:00',
    replyBy: '2024-01-12',
    submitted: '2024-01-10 10:00',
    advised: '2024-01-16 10:00',
    approved: '2024-01-19 10:00',
    due: '2024-02-16',
    reported: '2024-02-08 10:00',
    confirmed: '2024-02-20 10:00',
    techniques: ['ヒアリング', 'レビュー', '視察'],
    closed: '2024-02-27 10:00',
  },
  {
    source: 'koganei-my-number',
    issued: '2023-12-21 10:00',
    replyBy: '2024-01-19',
    submitted: '2024-01-17 10:00',
    advised: '2024-01-23 10:00',
    approved: '2024-01-26 10:00',
    due: '2024-02-16',
    reported: '2024-02-13 10:00',
    confirmed: '2024-02-22 10:00',
    techniques: ['ヒアリング', 'レビュー', '視察', '再実施'],
    closed: '2024-02-28 10:00',
  },
];
