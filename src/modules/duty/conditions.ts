/** What a specification asks of the contractor's own security, as data. Browser-safe. */

/** The evidences of which a cloud service needs one. `accepted` rests on the city's own judgement. */
export const CLOUD_EVIDENCES = {
  ismap: 'ISMAPクラウドサービスリストへの登録',
  iso27017: 'ISMSクラウドセキュリティ認証（ISO/IEC 27017）',
  soc2: '第三者保証報告書（SOC 2 Type 2等）',
  accepted: '同等以上の水準と発注者が認めるもの',
} as const;
export type CloudEvidence = keyof typeof CLOUD_EVIDENCES;

export const LEVELS = ['1', '2', '3'] as const;
export const MATERIAL_KINDS = { document: '文書', data: '電子データ', media: '電子媒体' } as const;
export const MATERIAL_ORIGINS = { lent: '貸与', obtained: '取得', created: '作成' } as const;
export const INCIDENT_CLASSES = ['契約等への違反', '漏えい', '毀損', '滅失', 'その他'] as const;
export const INSPECTION_MODES = ['実地', '書面'] as const;

/** What the notice of handlers says of each member. */
export const NOTICE_FIELDS = ['氏名', '所属', '役割', '特定個人情報の取扱いの有無'] as const;

export interface DutyConditions {
  readonly specification: string;
  /** Level of the assets that these duties are about. */
  readonly level: (typeof LEVELS)[number];
  readonly rules: { readonly clause: string; readonly names: readonly string[] };
  readonly measures: { readonly clause: string; readonly prevents: readonly string[] };
  readonly cloud: { readonly clause: string; readonly evidences: readonly CloudEvidence[] };
  readonly manager: { readonly clause: string; readonly role: string };
  readonly training: { readonly clause: string; readonly topics: readonly string[] };
  readonly confidentiality: { readonly clause: string; readonly contents: readonly string[] };
  readonly subcontract: { readonly clause: string; readonly particulars: readonly string[] };
  readonly inspection: {
    readonly clause: string;
    readonly objects: readonly string[];
    /** Reasons of which one is needed to inspect on paper. */
    readonly paperReasons: readonly string[];
  };
  readonly disposal: { readonly clause: string };
}

const CHIBA_2026: DutyConditions = {
  specification: 'chiba-2026',
  level: '3',
  rules: {
    clause: '10(1)-p1',
    names: ['情報セキュリティ対策基本方針', '情報セキュリティ関連規程', 'ガイドライン等'],
  },
  measures: { clause: '10(1)-p2', prevents: ['漏えい', '改ざん', '滅失'] },
  cloud: { clause: '10(2)', evidences: ['ismap', 'iso27017', 'soc2', 'accepted'] },
  manager: { clause: '10(3)-p1', role: '情報管理責任者' },
  training: {
    clause: '10(4)-p1',
    topics: [
      '機密性3の情報資産を扱う際の遵守事項（安全管理措置を含む）',
      '関係法令等の罰則の内容',
      '民事上の責任',
      'その他事務の適切な履行に必要な事項',
    ],
  },
  confidentiality: {
    clause: '10(6)-p2',
    contents: ['在職中及び退職後の守秘', '不当な目的での利用の禁止', 'その他情報資産の保護に必要な事項'],
  },
  subcontract: {
    clause: '10(7)-p2',
    particulars: [
      '再委託が必要な理由',
      '再委託先',
      '再委託の内容',
      '再委託先が取り扱う情報',
      '再委託先に対する監督方法',
    ],
  },
  inspection: {
    clause: '10(11)-p1',
    objects: ['作業の管理体制', '作業の実施体制', '機密性3の情報資産の管理状況'],
    paperReasons: [
      '書面による確認で足りる場合',
      '委託先又は個人情報を扱う場所が遠方である場合',
      'その他実地検査ができないことにやむを得ない理由がある場合',
    ],
  },
  disposal: { clause: '10(8)-p3' },
};

const ALL: readonly DutyConditions[] = [CHIBA_2026];

/** The duties of a specification; those of chiba serve where a specification has none of its own yet. */
export function dutyConditionsOf(specification: string): DutyConditions {
  return ALL.find((conditions) => conditions.specification === specification) ?? CHIBA_2026;
}
