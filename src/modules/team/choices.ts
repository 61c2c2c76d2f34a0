/**
 * What can be chosen on the pages of the team, whatever the specification. Which of it counts is a matter of the
 * specification's conditions. Browser-safe.
 */

export interface QualificationName {
  readonly code: string;
  readonly name: string;
  /** True when the holder must renew it to keep it. */
  readonly expires: boolean;
}

export const QUALIFICATIONS: readonly QualificationName[] = [
  { code: 'systems-auditor', name: 'システム監査技術者', expires: false },
  { code: 'cisa', name: '公認情報システム監査人（CISA）', expires: true },
  { code: 'certified-systems-auditor', name: '公認システム監査人', expires: true },
  { code: 'isms-lead-auditor', name: 'ISMS主任審査員', expires: true },
  { code: 'isms-auditor', name: 'ISMS審査員', expires: true },
  { code: 'lead-information-security-auditor', name: '公認情報セキュリティ主任監査人', expires: true },
  { code: 'information-security-auditor', name: '公認情報セキュリティ監査人', expires: true },
  { code: 'riss', name: '情報処理安全確保支援士', expires: true },
  { code: 'information-security-specialist', name: '情報セキュリティスペシャリスト（IPA）', expires: false },
  { code: 'cissp', name: '公認情報システムセキュリティプロフェッショナル（CISSP）', expires: true },
  { code: 'cism', name: '公認情報セキュリティマネージャー（CISM）', expires: true },
  { code: 'project-manager-ipa', name: 'プロジェクトマネージャ（IPA）', expires: false },
  { code: 'pmp', name: 'PMP（PMI）', expires: true },
  { code: 'it-strategist', name: 'ITストラテジスト', expires: false },
  { code: 'systems-architect', name: 'システムアーキテクト', expires: false },
  { code: 'it-service-manager', name: 'ITサービスマネージャ', expires: false },
  { code: 'network-specialist', name: 'ネットワークスペシャリスト', expires: false },
  { code: 'network-engineer-former', name: 'テクニカルエンジニア（ネットワーク）', expires: false },
  { code: 'database-specialist', name: 'データベーススペシャリスト', expires: false },
  { code: 'embedded-systems-specialist', name: 'エンベデッドシステムスペシャリスト', expires: false },
  { code: 'itil-expert', name: 'ITILエキスパート', expires: false },
  { code: 'itil-master', name: 'ITILマスター', expires: false },
  { code: 'other', name: 'その他の資格', expires: false },
];

/** Kinds of firm credentials that can be registered. */
export const FIRM_CREDENTIALS: readonly { readonly type: string; readonly name: string }[] = [
  { type: 'service-list', name: '情報セキュリティサービス基準適合サービスリストへの登録' },
  { type: 'isms', name: 'ISMS認証' },
  { type: 'privacy-mark', name: 'プライバシーマーク' },
  { type: 'iso9001', name: 'ISO 9001認証' },
  { type: 'csirt', name: '社内CSIRTの設置' },
  { type: 'membership', name: '協会等への加入' },
  { type: 'other', name: 'その他の登録・認証' },
];

/** Kinds of clients of earlier work. */
export const CLIENT_CATEGORIES = [
  '国',
  '都道府県',
  '指定都市',
  '市町村',
  '特別区',
  '組合',
  '財産区',
  '独立行政法人等',
  '民間企業等',
] as const;

export const AUDIT_ACTIVITIES = [
  'リスク評価',
  '対策の実施状況の評価',
  '課題の抽出',
  '改善提言',
  'その他必要な助言',
] as const;

/** What shows a field of expertise. */
export const EXPERTISE_PROOFS = ['資格', '業務経歴', '研修・講演・著作', 'その他の書面'] as const;

/** What is on record of every member and so can be told of them. */
export const PARTICULARS = ['氏名', '所属', '役割', '特定個人情報の取扱いの有無'] as const;

/** Days before the end of something on which a condition rests, from which on it is called urgent. */
export const WARNING_DAYS = 60;

export function qualificationName(code: string): string {
  return QUALIFICATIONS.find((qualification) => qualification.code === code)?.name ?? code;
}
