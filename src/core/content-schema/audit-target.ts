/** What an item of an audit catalogue can be asked of. Free of the schema library, so that pages may use it. */
export const AUDIT_TARGETS = ['organisation', 'department', 'system', 'website', 'vendor-site', 'my-number'] as const;
export type AuditTarget = (typeof AUDIT_TARGETS)[number];

/** Japanese names of {@link AuditTarget}. */
export const AUDIT_TARGET_LABELS: Readonly<Record<AuditTarget, string>> = {
  organisation: '全庁の体制',
  department: '課',
  system: '情報システム',
  website: '公開サイト',
  'vendor-site': '事業者の拠点',
  'my-number': '個人番号を扱う事務',
};
