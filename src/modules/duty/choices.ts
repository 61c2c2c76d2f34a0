/** What can be chosen on the pages of the contractor's duties, whatever the specification. Browser-safe. */

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

/** Acts towards third parties that need the city's leave where a specification says so. */
export const DISCLOSURE_ACTS = ['閲覧', '複写', '貸与', '譲渡', '提供', '開示'] as const;
/** Who bears the cost of rights of third parties. */
export const COST_BEARERS = ['受託者', '発注者'] as const;
/** Who signs an oath of secrecy. */
export const OATH_SIGNERS = { member: '従事者', firm: '受託者', subcontractor: '再委託先' } as const;
