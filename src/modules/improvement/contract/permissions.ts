/** Who may do what while findings are put right. A department reaches its own plans only; handlers check that. */
export const improvementPermissions = {
  'improvement.read': {
    roles: ['audit-lead', 'auditor', 'assistant', 'quality-manager', 'project-manager', 'security-office', 'ciso'],
    because: '改善の進み具合は、市の担当課と受託者が同じものを見て進める。',
  },
  'improvement.issue': {
    roles: ['audit-lead', 'auditor', 'security-office'],
    because: '改善計画書シートは、結果を示した発見事項から、監査を行った側又は市の担当課が作って所属に渡す。',
  },
  'improvement.advise': {
    roles: ['audit-lead', 'auditor'],
    because: '改善計画の案を確かめて助言し、改善の結果を確認するのは、監査を行った専門家である。',
  },
  'improvement.decide': {
    roles: ['security-office', 'ciso'],
    because: '計画の承認、終了及び再開は、改善に責任を負う市が判断する。受託者は助言するにとどまる。',
  },
  'improvement.support': {
    roles: ['audit-lead', 'auditor', 'assistant'],
    because: '支援の記録は、支援をした受託者の側が付けて市に出す。',
  },
  'improvement.hand-over': {
    roles: ['security-office', 'audit-lead', 'project-manager'],
    because: '残った改善の引継ぎは、業務を終える受託者と、次の年度に続ける市の双方の責任者が行う。',
  },
  'improvement.own.read': {
    roles: ['department-head', 'department-staff', 'security-office', 'ciso'],
    because: '監査を受けた所属は、自所属の改善計画だけを読む。',
  },
  'improvement.own.write': {
    roles: ['department-head', 'department-staff', 'security-office'],
    because: '改善計画と進み具合は、監査を受けた所属が書く。紙で届いたものは担当課が代わって登録できる。',
  },
  'improvement.own.submit': {
    roles: ['department-head', 'security-office'],
    because: '改善計画と改善の報告は、所属長が確かめてから出す。紙で届いたものは担当課が代わって登録できる。',
  },
} as const;
