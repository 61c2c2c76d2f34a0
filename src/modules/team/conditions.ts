/**
 * The conditions that a specification sets for the contractor's team, as data. A further specification is a further
 * entry; the rules that read it stay as they are. Browser-safe.
 */

/** How a kind of client counts for experience. */
export type ClientCount = 'always' | 'population' | 'never';

export interface FirmCondition {
  readonly clause: string;
  /** Clause that asks to renew a credential which ends during the contract; absent when the specification is silent. */
  readonly renewalClause?: string;
  readonly type: string;
  readonly name: string;
  /** The field of registration that counts; absent when any does. */
  readonly field?: string;
}

export interface ExperienceCondition {
  readonly clause: string;
  readonly clientClause: string;
  readonly activityClause: string;
  readonly fromFiscalYear: number;
  readonly toFiscalYear: number;
  readonly populationMin: number;
  /** Month of the population figure, `YYYY-MM`. */
  readonly populationAsOf: string;
  readonly categories: readonly { readonly name: string; readonly count: ClientCount }[];
  /** The work must have had at least one activity of every group. */
  readonly activityGroups: readonly { readonly name: string; readonly anyOf: readonly string[] }[];
}

export interface TeamConditions {
  readonly specification: string;
  /** Roles that a member may hold under the specification. */
  readonly roles: readonly string[];
  readonly lead: { readonly clause: string; readonly role: string };
  readonly firm: readonly FirmCondition[];
  readonly qualified: { readonly clause: string; readonly min: number };
  readonly qualification: {
    readonly clause: string;
    readonly validityClause: string;
    readonly codes: readonly string[];
  };
  readonly experience: ExperienceCondition;
  readonly independence: { readonly clause: string };
  readonly change: { readonly clause: string; readonly freezeClause: string };
}

export interface QualificationName {
  readonly code: string;
  readonly name: string;
  /** True when the holder must renew it to keep it. */
  readonly expires: boolean;
}

/** Qualifications that can be chosen. Which of them count is a matter of the specification. */
export const QUALIFICATIONS: readonly QualificationName[] = [
  { code: 'systems-auditor', name: 'システム監査技術者', expires: false },
  { code: 'cisa', name: '公認情報システム監査人（CISA）', expires: true },
  { code: 'certified-systems-auditor', name: '公認システム監査人', expires: true },
  { code: 'isms-lead-auditor', name: 'ISMS主任審査員', expires: true },
  { code: 'isms-auditor', name: 'ISMS審査員', expires: true },
  { code: 'lead-information-security-auditor', name: '公認情報セキュリティ主任監査人', expires: true },
  { code: 'information-security-auditor', name: '公認情報セキュリティ監査人', expires: true },
  { code: 'riss', name: '情報処理安全確保支援士', expires: true },
  { code: 'cissp', name: 'CISSP', expires: true },
  { code: 'cism', name: '公認情報セキュリティマネージャー（CISM）', expires: true },
  { code: 'other', name: 'その他の資格', expires: false },
];

/** Kinds of firm credentials that can be registered. */
export const FIRM_CREDENTIALS: readonly { readonly type: string; readonly name: string }[] = [
  { type: 'service-list', name: '情報セキュリティサービス基準適合サービスリストへの登録' },
  { type: 'isms', name: 'ISMS認証' },
  { type: 'privacy-mark', name: 'プライバシーマーク' },
  { type: 'iso9001', name: 'ISO 9001認証' },
  { type: 'other', name: 'その他の登録・認証' },
];

export const CLIENT_CATEGORIES = ['国', '都道府県', '指定都市', '市町村', '特別区', '組合', '財産区'] as const;

export const AUDIT_ACTIVITIES = [
  'リスク評価',
  '対策の実施状況の評価',
  '課題の抽出',
  '改善提言',
  'その他必要な助言',
] as const;

/** What of a new member a change request has to show. Clause 8(1)-p5. */
export const CHANGE_FIELDS = ['変更の理由', '新しい担当者の資格', '新しい担当者の経歴'] as const;

/** What the notice of handlers says of each member. Clause 10(3)-p2. */
export const NOTICE_FIELDS = ['氏名', '所属', '役割', '特定個人情報の取扱いの有無'] as const;

const CHIBA_2026: TeamConditions = {
  specification: 'chiba-2026',
  roles: [
    '主任担当者',
    '監査責任者',
    '監査人',
    '監査補助者',
    '品質管理者',
    '業務責任者',
    '情報管理責任者',
    '情報作業責任者',
    '情報作業従事者',
    '情報授受担当者',
  ],
  lead: { clause: '8(1)-p2', role: '主任担当者' },
  firm: [
    {
      clause: '7(1)',
      type: 'service-list',
      name: '情報セキュリティサービス基準適合サービスリストへの登録',
      field: '情報セキュリティ監査サービス分野',
    },
    { clause: '7(2)-p1', renewalClause: '7(2)-p2', type: 'isms', name: 'ISMS認証' },
  ],
  qualified: { clause: '7(3)-p1', min: 1 },
  qualification: {
    clause: '7(3)ア',
    validityClause: '7(3)-p2',
    codes: [
      'systems-auditor',
      'cisa',
      'certified-systems-auditor',
      'isms-lead-auditor',
      'isms-auditor',
      'lead-information-security-auditor',
      'information-security-auditor',
    ],
  },
  experience: {
    clause: '7(3)イ',
    clientClause: '7(3)イ※1',
    activityClause: '7(3)イ※2',
    fromFiscalYear: 2021,
    toFiscalYear: 2025,
    populationMin: 500_000,
    populationAsOf: '2026-01',
    categories: [
      { name: '国', count: 'always' },
      { name: '都道府県', count: 'always' },
      { name: '指定都市', count: 'always' },
      { name: '市町村', count: 'population' },
      { name: '特別区', count: 'population' },
      { name: '組合', count: 'never' },
      { name: '財産区', count: 'never' },
    ],
    activityGroups: [
      { name: 'リスクの評価', anyOf: ['リスク評価'] },
      { name: '対策の実施状況の評価', anyOf: ['対策の実施状況の評価'] },
      { name: '課題の抽出、改善提言その他の助言', anyOf: ['課題の抽出', '改善提言', 'その他必要な助言'] },
    ],
  },
  independence: { clause: '7(4)' },
  change: { clause: '8(1)-p5', freezeClause: '8(1)-p4' },
};

const ALL: readonly TeamConditions[] = [CHIBA_2026];

/** The conditions of a specification; null when it has none of its own here. */
export function teamConditionsOf(specification: string): TeamConditions | null {
  return ALL.find((conditions) => conditions.specification === specification) ?? null;
}

export function qualificationName(code: string): string {
  return QUALIFICATIONS.find((qualification) => qualification.code === code)?.name ?? code;
}
