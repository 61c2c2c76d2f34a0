/** Who may do what with the checklists of audits. */
export const checklistPermissions = {
  'checklist.read': {
    roles: ['audit-lead', 'auditor', 'assistant', 'quality-manager', 'project-manager', 'security-office', 'ciso'],
    because:
      '監査項目は市と受託者が協議して決めるため、双方が同じ案を読む。監査を受ける所属には、市が示すまで見せない。',
  },
  'checklist.work': {
    roles: ['audit-lead', 'auditor', 'assistant'],
    because: '監査項目の案は、監査を行う受託者の監査チームが作り、直す。',
  },
  'checklist.propose': {
    roles: ['audit-lead'],
    because: '市に提案する監査項目は、責任者が全体を確かめてから出す。',
  },
  'checklist.agree': {
    roles: ['security-office', 'ciso'],
    because: '監査項目は市との協議で決まるため、市の責任者だけが合意し、又は意見を付けて戻す。',
  },
} as const;
