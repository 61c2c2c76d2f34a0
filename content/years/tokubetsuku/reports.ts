/** Reports, lists and debriefings of the audits of the ward of Sakura. */
import type { AuditReports } from '../common/audit-reports.ts';

const WORDS = '所属で日頃用いている言葉であるため。';

export const REPORTS: AuditReports = {
  reports: [
    {
      source: 'ward-information-assets',
      scope: 'programme',
      written: '2026-12-02 13:00',
      finished: '2026-12-08 13:00',
      settled: '2026-12-14 13:00',
      wordingKept: WORDS,
    },
    {
      source: 'ward-information-system',
      scope: 'programme',
      written: '2026-12-09 13:00',
      finished: '2026-12-15 13:00',
      settled: '2026-12-17 13:00',
      wordingKept: WORDS,
    },
    {
      source: 'ward-internal',
      scope: 'programme',
      written: '2027-02-15 13:00',
      finished: '2027-02-24 13:00',
      settled: '2027-03-03 13:00',
      wordingKept: WORDS,
    },
  ],
  lists: [{ source: 'ward-internal', made: '2027-02-25 10:00' }],
  debriefings: [
    {
      source: 'ward-information-assets',
      scope: 'programme',
      prepared: '2026-12-15 10:00',
      cases: [
        {
          title: '書庫の空きを毎月確かめている団体の例',
          text: '廃棄の計画表を課の会議で確かめ、施錠できる書庫に常に空きを作っています。',
          source: '他団体の公表資料',
        },
      ],
    },
    {
      source: 'ward-information-system',
      scope: 'programme',
      prepared: '2026-12-18 10:00',
      cases: [
        {
          title: '人事の情報と利用者の停止を結び付けた団体の例',
          text: '人事担当課から毎月の一覧を受け、5日以内に停止を終えて記録しています。',
          source: '他団体の公表資料',
        },
      ],
    },
  ],
};
