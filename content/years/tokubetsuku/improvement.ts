/** What followed the audits of the ward of Sakura. */
import type { PlannedImprovement } from '../common/improvement-data.ts';

export const IMPROVEMENTS: readonly PlannedImprovement[] = [
  {
    source: 'ward-internal',
    issued: '2026-12-11 10:00',
    replyBy: '2026-12-25',
    submitted: '2026-12-22 10:00',
    advised: '2026-12-25 10:00',
    approved: '2027-01-07 10:00',
    due: '2027-02-12',
    reported: '2027-01-28 10:00',
    confirmed: '2027-02-04 10:00',
    techniques: ['書類調査', 'レビュー'],
    closed: '2027-02-10 10:00',
  },
];
