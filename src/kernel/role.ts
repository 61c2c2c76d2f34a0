/** The roles of both parties. Source: the five specifications' 体制 clauses; one account may hold several. */
export const ROLES = {
  ciso: '最高情報セキュリティ責任者（CISO）',
  'security-office': '情報セキュリティ担当課',
  'department-head': '所属長（情報セキュリティ責任者）',
  'department-staff': '所属職員',
  'system-owner': '情報システム管理者',
  vendor: '情報システム事業者',
  'audit-lead': '監査責任者（主任担当者）',
  auditor: '監査人',
  assistant: '監査補助者',
  'quality-manager': '品質管理者',
  'project-manager': '業務責任者（PM）',
  administrator: 'システム管理者',
} as const;

export type Role = keyof typeof ROLES;

/** Which side of the contract an account acts for. `system` is the product itself (jobs, first run). */
export const PARTIES = ['city', 'contractor', 'vendor', 'system'] as const;
export type Party = (typeof PARTIES)[number];

export const CITY_ROLES = [
  'ciso',
  'security-office',
  'department-head',
  'department-staff',
  'system-owner',
] as const satisfies readonly Role[];

export const CONTRACTOR_ROLES = [
  'audit-lead',
  'auditor',
  'assistant',
  'quality-manager',
  'project-manager',
] as const satisfies readonly Role[];

/** Every role of a person who takes part in an engagement; administrators run the product and see no working papers. */
export const ENGAGEMENT_ROLES = [...CITY_ROLES, 'vendor', ...CONTRACTOR_ROLES] as const satisfies readonly Role[];

/** Which roles an account of each party may hold. */
export const ROLES_OF_PARTY: Readonly<Record<Party, readonly Role[]>> = {
  city: [...CITY_ROLES, 'administrator'],
  contractor: CONTRACTOR_ROLES,
  vendor: ['vendor'],
  system: ['administrator'],
};
