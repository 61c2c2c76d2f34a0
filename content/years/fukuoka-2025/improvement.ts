/** What followed the audits of Minato. */
import type { PlannedImprovement } from '../common/improvement-data.ts';

export const IMPROVEMENTS: readonly PlannedImprovement[] = [
  {
    source: 'fukuoka-external',
    issued: '2025-12-01 10:00',
    replyBy: '2025-12-19',
    submitted: '2025-12-17 14:00',
    advised: '2025-12-22 10:00',
    approved: '2026-01-06 10:00',
    due: '2026-02-27',
    reported: '2026-02-12 10:00',
    confirmed: '2026-02-24 10:00',
    techniques: ['書類確認', '再実施'],
    closed: '2026-03-03 10:00',
    open: { items: ['sa-restore-drill'], due: '2026-12-25' },
    support: [
      {
        at: '2025-12-08 11:00',
        recorded: '2025-12-11 10:00',
        target: 0,
        item: 'sa-joiner-leaver',
        channel: '電話',
        minutes: 20,
        asked: '委託先の職員の利用者IDも、毎月の一覧に載せる必要があるか。',
        answered:
          '必要です。委託先から毎月の従事者の一覧を受け、市の職員と同じ期限で停止してください。委託の契約に定めがないときは、覚書で足ります。',
      },
      {
        at: '2025-12-10 15:00',
        recorded: '2025-12-12 10:00',
        target: 5,
        item: 'ws-components',
        channel: '電子メール',
        minutes: 30,
        asked: '部品の一覧に、どこまでの項目を載せればよいか。',
        answered: '名称、版、入手先及び使っている箇所を載せてください。記入例を添えて返信しました。',
      },
      {
        at: '2026-01-20 13:30',
        recorded: '2026-01-23 10:00',
        target: 1,
        item: 'sa-restore-drill',
        channel: 'Web会議',
        minutes: 45,
        asked: '訓練の費用を抑えるために、対象を絞ることはできるか。',
        answered: '業務が待てる時間の最も短い機能に絞ることができます。仕様書に書く範囲と合格の基準の例を示しました。',
      },
    ],
    ended: {
      at: '2026-03-20 10:00',
      note: 'システム全体の復元の訓練（2件）は、令和8年度の保守の契約により行う。契約の仕様書に訓練が含まれているか、訓練の結果を次年度に確かめる。',
    },
  },
];
