/** Reports, lists and the urgent finding of the audits of Kunugi. */
import type { AuditReports } from '../common/report-data.ts';

export const REPORTS: AuditReports = {
  reports: [
    { source: 'koganei-beta-prime', scope: 'programme', ...days('2023-12-01', '2023-12-11', '2023-12-18') },
    { source: 'koganei-my-number', scope: 'target', ...days('2023-12-21', '2024-01-10', '2024-01-17') },
    { source: 'koganei-my-number', scope: 'programme', ...days('2024-02-26', '2024-03-05', '2024-03-12') },
    { source: 'koganei-internal', scope: 'programme', ...days('2024-02-27', '2024-03-06', '2024-03-13') },
  ],
  lists: [
    { source: 'koganei-internal', made: '2024-03-07 10:00' },
    { source: 'koganei-my-number', made: '2024-03-07 11:00' },
  ],
  urgent: [
    {
      source: 'koganei-beta-prime',
      target: 0,
      raised: '2023-09-12 15:00',
      reported: '2023-09-12 16:30',
      acknowledged: '2023-09-13 10:00',
      title: '期限の過ぎた例外の通信が、外部との間で開いている',
      fact: '例外として許可した通信のうち1件が、期限を過ぎた後も外部との間で開いていた。',
      risk: '外部からの侵入の経路となるおそれがある。',
      measure: '当該の通信を本日中に止め、記録から不審な通信の有無を確かめる。',
      to: '情報システム課の担当者',
      answer: '当該の通信を止め、記録に不審な通信がないことを確かめた。',
    },
  ],
};

/** Written, finished and settled on these days. */
function days(written: string, finished: string, settled: string) {
  return {
    written: `${written} 13:00`,
    finished: `${finished} 13:00`,
    settled: `${settled} 13:00`,
    wordingKept: '所属で日頃用いている言葉であるため。',
  } as const;
}
