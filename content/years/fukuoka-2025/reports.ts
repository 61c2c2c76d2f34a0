/** Reports, the list, the debriefing and the urgent finding of the audits of Minato. */
import type { AuditReports } from '../common/report-data.ts';

export const REPORTS: AuditReports = {
  reports: [
    {
      source: 'fukuoka-external',
      scope: 'programme',
      written: '2025-11-12 10:00',
      finished: '2025-11-17 10:00',
      publicEdition: '2025-12-08 10:00',
      settled: '2025-12-12 10:00',
    },
  ],
  lists: [{ source: 'fukuoka-external', made: '2025-12-10 10:00' }],
  debriefings: [{ source: 'fukuoka-external', scope: 'programme', prepared: '2026-01-09 10:00' }],
  urgent: [
    {
      source: 'fukuoka-external',
      target: 5,
      raised: '2025-09-05 16:00',
      reported: '2025-09-05 17:00',
      acknowledged: '2025-09-08 10:00',
      title: '公開しているホームページの管理画面に、庁外から接続できる',
      fact: '観光案内ホームページの管理画面に、庁外の回線から接続でき、接続元の制限がなかった。',
      risk: '管理画面から内容を書き換えられるおそれがある。',
      measure: '運用事業者に依頼し、本日中に接続元を市の回線に限る。',
      to: '情報システム課の担当者',
      answer: '運用事業者に依頼し、接続元を市の回線に限った。',
    },
  ],
};
