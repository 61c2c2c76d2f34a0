/** Who may do what with the reports of the city's own auditors. Which reports one reaches is decided by the assignment. */
export const internalAuditPermissions = {
  'internal-audit.read': {
    roles: ['audit-lead', 'auditor', 'assistant', 'quality-manager', 'project-manager', 'security-office', 'ciso'],
    because:
      '提出された監査員の報告書とレビューの結果は、市の事務局と受託者がともに読む。提出前の報告書は市の中にとどめる。',
  },
  'internal-audit.review': {
    roles: ['audit-lead', 'auditor', 'quality-manager', 'security-office'],
    because: '報告書は専門家である受託者がレビューする。仕様書をほかの読み方にしたときは、市がレビューする。',
  },
  'internal-audit.own': {
    roles: ['department-head', 'department-staff', 'system-owner', 'security-office'],
    because: '報告書は、その対象に割り当てられた内部監査人が書く。紙で書かれたものは事務局が代わって登録できる。',
  },
} as const;
