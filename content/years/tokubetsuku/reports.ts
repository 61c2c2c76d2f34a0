/** Reports, lists and debriefings of the audits of the ward of Sakura. */
import type { AuditReports } from '../common/report-data.ts';

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
      texts: {
        サイバー攻撃に必要な対策:
          '端末とメールの対策は、おおむね行われている。書類と媒体の保管が不十分な所属では、持ち出された情報が攻撃の手掛かりとなるおそれがあるため、保管の手順を先に整える必要がある。',
        情報資産の保護に必要な対策:
          '台帳と保管の手順は整えられている。書庫の不足により施錠されない書類があったため、廃棄の計画を立てて空きを作ることが求められる。',
        特定個人情報の安全管理措置に必要な水準:
          '取得、利用及び廃棄の手順は守られている。保管については、施錠の徹底により必要な水準に達する。',
      },
    },
    {
      source: 'ward-information-system',
      scope: 'programme',
      written: '2026-12-09 13:00',
      finished: '2026-12-15 13:00',
      settled: '2026-12-17 13:00',
      wordingKept: WORDS,
      texts: {
        サイバー攻撃に必要な対策:
          '利用者の登録と停止の手順に漏れがあり、使われない利用者IDが攻撃に用いられるおそれがある。人事の情報と結び付けて停止することで、必要な水準に達する。',
        情報資産の保護に必要な対策:
          'バックアップは取得されているが、全体の復元は確かめられていない。年に1回の訓練により、業務を再開できる時間を見込めるようにする必要がある。',
        特定個人情報の安全管理に必要な水準: '特定個人情報を扱う機能については、利用できる者と端末が限られている。',
        特定個人情報の安全管理措置に必要な水準: '特定個人情報を扱う機能については、利用できる者と端末が限られている。',
      },
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
