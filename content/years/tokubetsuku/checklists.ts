/** The checklists of the audits: what their items rest on, and their way to the agreement. */
import type { PlannedChecklist } from '../common/checklists.ts';

export const CHECKLISTS: Readonly<Record<string, PlannedChecklist>> = {
  'ward-internal': {
    drafted: '2026-08-05 10:00',
    agreed: '2026-08-21 10:00',
    grounds: [
      { standard: 'city-standard', place: '各章' },
      { standard: 'city-guideline', place: '各節' },
      { standard: 'mic-audit-guideline', place: '組織体制及び情報資産に係る監査項目' },
    ],
    earlier: [
      {
        number: '1',
        title: '情報資産の台帳',
        point: '情報資産の台帳を作成しているか。',
      },
      {
        number: '2',
        title: '電子記録媒体の廃棄',
        point: '使用しなくなった電子記録媒体を廃棄しているか。',
      },
      {
        number: '3',
        title: 'ファクシミリの利用',
        point: 'ファクシミリの短縮番号を年に1回確かめているか。',
      },
    ],
    forms: { at: '2026-08-25 10:00', note: '見直した項目の順に並べ替え、根拠の欄を加えた。' },
  },
  'ward-information-assets': {
    drafted: '2026-08-03 11:00',
    agreed: '2026-08-20 10:00',
    grounds: [
      { standard: 'city-standard', place: '各章' },
      { standard: 'city-guideline', place: '各節' },
      { standard: 'my-number-guideline', place: '別添1', set: '特定個人情報の安全管理措置' },
    ],
    trends: [
      { name: 'サイバー攻撃のトレンド', text: '委託先を踏み台とする侵入が増えているため、委託先との接続を確かめる。' },
      {
        name: '他自治体の傾向',
        text: 'ほかの自治体の公表した事案では、記録媒体の所在の不明が多いため、台帳との照合を確かめる。',
      },
      { name: '本区特有の課題', text: '窓口の業務の委託が広がっているため、受託者の従事者の権限を確かめる。' },
    ],
  },
  'ward-information-system': {
    drafted: '2026-09-02 10:00',
    agreed: '2026-09-18 10:00',
    grounds: [
      { standard: 'city-standard', place: '各章' },
      { standard: 'city-guideline', place: '各節' },
      { standard: 'section-procedure', place: '運用の手順' },
      { standard: 'mic-audit-guideline', place: '情報システムの運用に係る監査項目' },
      { standard: 'system-management-standard', place: '運用管理' },
    ],
  },
};
