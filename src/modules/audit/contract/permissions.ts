/** Who may do what in the audit. Vendors and administrators appear nowhere: no working paper concerns them. */
export const auditPermissions = {
  'audit.read': {
    roles: ['audit-lead', 'auditor', 'assistant', 'quality-manager', 'project-manager', 'security-office', 'ciso'],
    because:
      '監査チームは調書を読み、市の事務局とCISOは提出を受けたものを読む。提出前の作業中の内容は、市には返さない。',
  },
  'audit.work': {
    roles: ['audit-lead', 'auditor', 'assistant'],
    because: '監査調書、質問、発見事項の案は、監査チームが作る（仕様書9(1)イからエまで）。',
  },
  'audit.open': {
    roles: ['audit-lead', 'security-office'],
    because: '決定した対象の監査は、双方の責任者が登録して始める。対象そのものは監査計画で市と決めている。',
  },
  'audit.fieldwork': {
    roles: ['audit-lead', 'auditor', 'assistant', 'security-office'],
    because:
      '現地での確認は監査を行う人が記録する。市の監査人が行う内部監査では、事務局も記録する。受注者が行う監査では、事務局の記録を受け付けない。',
  },
  'audit.review': {
    roles: ['audit-lead', 'quality-manager'],
    because: '監査調書は、書いた人以外の責任者が査閲する。査閲で固定し、後の変更は跡を残す。',
  },
  'audit.lead': {
    roles: ['audit-lead'],
    because: '成果物の質に差が出ないよう、市に出すものは主任担当者が確かめてから出す（仕様書8(1)）。',
  },
  'audit.city': {
    roles: ['security-office', 'ciso'],
    because: '監査対象課の選定、監査対象課への連絡、発見事項の確認は、発注者が行う（仕様書9(1)イ、エ）。',
  },
  'audit.agree': {
    roles: ['security-office', 'ciso', 'audit-lead'],
    because: '方針は発注者と受注者の協議で決めるため、双方の責任者が確認する（仕様書9(1)イ(ア)）。',
  },
  'audit.revise': {
    roles: ['security-office', 'audit-lead', 'auditor'],
    because: '基準が改定されたときに、どの確認項目を見直すかは、基準を管理する市と、基準で判断する監査人が決める。',
  },
  'audit.assigned': {
    roles: [
      'department-head',
      'department-staff',
      'system-owner',
      'security-office',
      'ciso',
      'audit-lead',
      'auditor',
      'assistant',
      'quality-manager',
      'project-manager',
    ],
    because: '市の内部監査人は、自分が行った監査の項目だけを読んで報告書を書く。割当てのない対象は見られない。',
  },
  'audit.own.read': {
    roles: ['department-head', 'department-staff', 'security-office', 'ciso'],
    because: '監査対象課は、自所属に宛てられた通知、依頼、質問と、市が示した発見事項だけを読む。',
  },
  'audit.own.answer': {
    roles: ['department-head', 'department-staff', 'security-office'],
    because: '監査対象課が自所属の書類と回答を出す。紙で届いたものは事務局が代わって登録できる。',
  },
} as const;
