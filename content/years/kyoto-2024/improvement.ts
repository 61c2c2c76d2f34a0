/** What followed the audits of Kaede. */
import type { PlannedImprovement } from '../common/improvement-data.ts';

export const IMPROVEMENTS: readonly PlannedImprovement[] = [
  {
    source: 'kyoto-my-number',
    issued: '2024-12-09 10:00',
    replyBy: '2024-12-27',
    submitted: '2024-12-24 10:00',
    advised: '2025-01-07 10:00',
    approved: '2025-01-10 10:00',
    due: '2025-02-28',
    reported: '2025-02-20 10:00',
    confirmed: '2025-02-27 10:00',
    techniques: ['ヒアリング', '現場確認'],
    closed: '2025-03-05 10:00',
  },
  {
    source: 'kyoto-vendor-site',
    issued: '2025-02-17 10:00',
    replyBy: '2025-02-28',
    submitted: '2025-02-25 10:00',
    advised: '2025-02-28 10:00',
    approved: '2025-03-04 10:00',
    due: '2025-09-30',
    reported: '2025-03-18 10:00',
    confirmed: '2025-03-24 10:00',
    techniques: ['書類確認'],
    closed: '2025-03-26 10:00',
  },
];
