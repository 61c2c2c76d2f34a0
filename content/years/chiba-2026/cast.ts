/** The fictional city of Aoba and everybody who takes part in its year. No person or firm here exists. */
import type { Role, Party } from '../../../src/kernel/role.ts';

/** Nine bureaus with their sections; `key` is how the year names a section. */
export const BUREAUS: readonly {
  readonly name: string;
  readonly kana: string;
  readonly sections: readonly { readonly key: string; readonly name: string; readonly kana: string }[];
}[] = [
  {
    name: '総務局',
    kana: 'そうむきょく',
    sections: [
      { key: 'security', name: '情報セキュリティ課', kana: 'じょうほうせきゅりてぃか' },
      { key: 'systems', name: '情報システム課', kana: 'じょうほうしすてむか' },
      { key: 'personnel', name: '人事課', kana: 'じんじか' },
    ],
  },
  {
    name: '財政局',
    kana: 'ざいせいきょく',
    sections: [
      { key: 'budget', name: '財政課', kana: 'ざいせいか' },
      { key: 'tax', name: '市民税課', kana: 'しみんぜいか' },
    ],
  },
  {
    name: '市民局',
    kana: 'しみんきょく',
    sections: [
      { key: 'citizens', name: '市民課', kana: 'しみんか' },
      { key: 'community', name: '地域振興課', kana: 'ちいきしんこうか' },
    ],
  },
  {
    name: '保健福祉局',
    kana: 'ほけんふくしきょく',
    sections: [
      { key: 'welfare', name: '福祉総務課', kana: 'ふくしそうむか' },
      { key: 'insurance', name: '国民健康保険課', kana: 'こくみんけんこうほけんか' },
      { key: 'care', name: '介護保険課', kana: 'かいごほけんか' },
    ],
  },
  {
    name: 'こども未来局',
    kana: 'こどもみらいきょく',
    sections: [
      { key: 'nursery', name: '保育課', kana: 'ほいくか' },
      { key: 'children', name: 'こども家庭課', kana: 'こどもかていか' },
    ],
  },
  {
    name: '環境局',
    kana: 'かんきょうきょく',
    sections: [
      { key: 'environment', name: '環境保全課', kana: 'かんきょうほぜんか' },
      { key: 'waste', name: '廃棄物対策課', kana: 'はいきぶつたいさくか' },
    ],
  },
  {
    name: '経済農政局',
    kana: 'けいざいのうせいきょく',
    sections: [
      { key: 'industry', name: '産業支援課', kana: 'さんぎょうしえんか' },
      { key: 'farming', name: '農政課', kana: 'のうせいか' },
    ],
  },
  {
    name: '都市局',
    kana: 'としきょく',
    sections: [
      { key: 'planning', name: '都市計画課', kana: 'としけいかくか' },
      { key: 'housing', name: '住宅整備課', kana: 'じゅうたくせいびか' },
    ],
  },
  {
    name: '建設局',
    kana: 'けんせつきょく',
    sections: [
      { key: 'roads', name: '土木管理課', kana: 'どぼくかんりか' },
      { key: 'sewerage', name: '下水道経営課', kana: 'げすいどうけいえいか' },
    ],
  },
];

/** All sections in order. */
export const SECTIONS = BUREAUS.flatMap((bureau) => bureau.sections);

/** The four that are audited in the end. */
export const AUDITED = ['citizens', 'systems', 'insurance', 'nursery'] as const;
export type Audited = (typeof AUDITED)[number];

export const MUNICIPALITY = 'あおば市';
export const CONTRACTOR = '株式会社みどり監査研究所';
export const VENDOR = 'あおば情報サービス株式会社';

export interface CastMember {
  readonly key: string;
  readonly displayName: string;
  readonly title: string;
  readonly party: Party;
  readonly roles: readonly Role[];
  readonly section?: string;
  /** Appears in the list of the sign-in page. */
  readonly shown: boolean;
}

const LEADING: readonly CastMember[] = [
  {
    key: 'ciso',
    displayName: '青木　正明',
    title: '副市長（最高情報セキュリティ責任者）',
    party: 'city',
    roles: ['ciso'],
    section: 'security',
    shown: true,
  },
  {
    key: 'office',
    displayName: '山田　恵子',
    title: '情報セキュリティ課　主査',
    party: 'city',
    roles: ['security-office'],
    section: 'security',
    shown: true,
  },
  {
    key: 'admin',
    displayName: '渡邉　学',
    title: '情報システム課　システム管理者',
    party: 'city',
    roles: ['administrator'],
    section: 'systems',
    shown: true,
  },
  {
    key: 'owner',
    displayName: '中村　浩二',
    title: '情報システム課　住民記録システム管理者',
    party: 'city',
    roles: ['system-owner'],
    section: 'systems',
    shown: true,
  },
  {
    key: 'pm',
    displayName: '佐藤　健一',
    title: '業務責任者',
    party: 'contractor',
    roles: ['project-manager'],
    shown: true,
  },
  {
    key: 'lead',
    displayName: '髙﨑　由美',
    title: '主任担当者（監査責任者）',
    party: 'contractor',
    roles: ['audit-lead'],
    shown: true,
  },
  { key: 'auditor', displayName: '𠮷野　隆', title: '監査人', party: 'contractor', roles: ['auditor'], shown: true },
  {
    key: 'assistant',
    displayName: '小林　美咲',
    title: '監査補助者',
    party: 'contractor',
    roles: ['assistant'],
    shown: true,
  },
  {
    key: 'quality',
    displayName: '岡田　直樹',
    title: '品質管理者',
    party: 'contractor',
    roles: ['quality-manager'],
    shown: true,
  },
  {
    key: 'vendor',
    displayName: '村上　洋平',
    title: '住民記録システム担当',
    party: 'vendor',
    roles: ['vendor'],
    shown: true,
  },
];

const SURNAMES = [
  '石井',
  '清水',
  '近藤',
  '長谷川',
  '藤田',
  '後藤',
  '岡本',
  '前田',
  '池田',
  '橋本',
  '山下',
  '森',
  '阿部',
  '坂本',
  '遠藤',
  '西村',
  '福田',
  '太田',
  '三浦',
  '松本',
];
const HEADS = [
  '和子',
  '誠',
  '幸雄',
  '京子',
  '勝',
  '明美',
  '茂',
  '裕子',
  '隆志',
  '直美',
  '修',
  '真由美',
  '豊',
  '香織',
  '進',
  '智子',
  '実',
  '久美子',
  '剛',
  '典子',
];
const STAFF = [
  '翔太',
  '彩',
  '大輔',
  '愛',
  '拓也',
  '麻衣',
  '健太',
  '舞',
  '直人',
  '千尋',
  '亮',
  '優子',
  '達也',
  '瞳',
  '和也',
  '恵',
  '雄太',
  '沙織',
  '誠司',
  '美穂',
];

/** A head and one member of staff in every section. */
const OF_SECTIONS: readonly CastMember[] = SECTIONS.flatMap((section, index): CastMember[] => [
  {
    key: `${section.key}-head`,
    displayName: `${SURNAMES[index] ?? ''}　${HEADS[index] ?? ''}`,
    title: `${section.name}長`,
    party: 'city',
    roles: ['department-head'],
    section: section.key,
    shown: AUDITED.some((key) => key === section.key),
  },
  {
    key: `${section.key}-staff`,
    displayName: `${SURNAMES[(index + 7) % SURNAMES.length] ?? ''}　${STAFF[index] ?? ''}`,
    title: `${section.name}　情報セキュリティ担当`,
    party: 'city',
    roles: ['department-staff'],
    section: section.key,
    shown: section.key === 'citizens' || section.key === 'farming',
  },
]);

export const CAST: readonly CastMember[] = [...LEADING, ...OF_SECTIONS];
