/** Japanese names of kinds and capabilities, for pages and for what the importer proposes. */
import type { ClauseKind } from '../../../core/specification-import/index.ts';

export const KIND_NAMES: Readonly<Record<ClauseKind, string>> = {
  work: '業務',
  deadline: '期限',
  quantity: '数量',
  deliverable: '成果物',
  meeting: '打ち合わせ',
  schedule: '日程',
  standard: '基準',
  qualification: '資格要件',
  team: '体制',
  conduct: '遂行の方法',
  confidentiality: '秘密の保持',
  subcontract: '再委託',
  disposal: '返還・廃棄',
};

export const CAPABILITY_NAMES: Readonly<Record<string, string>> = {
  engagement: '業務委託',
  obligations: '義務',
  team: '体制',
  meetings: '会議',
  consultation: '相談',
  advisory: '助言・情報提供',
  'self-check': '自己点検',
  'internal-audit': '内部監査',
  'external-audit': '外部監査',
  'my-number': 'マイナンバー',
  'vendor-site-audit': '保守拠点の監査',
  diagnosis: '技術的診断',
  'password-audit': 'パスワード検査',
  training: '研修',
  incident: 'インシデント',
  drill: '訓練',
  policy: '規程',
  registers: '台帳',
  'cloud-service': '外部サービス',
  'procurement-review': '調達の審査',
  deliverables: '納品',
};
