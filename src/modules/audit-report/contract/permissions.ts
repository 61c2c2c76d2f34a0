import type { Permission } from '../../../kernel/contract.ts';

/** Who may do what with reports. A department reads what it was handed as its own edition of a deliverable. */
export const auditReportPermissions = {
  'audit-report.read': {
    roles: ['audit-lead', 'auditor', 'assistant', 'quality-manager', 'project-manager', 'security-office', 'ciso'],
    because:
      '監査チームは作成中の報告書を読み、市の事務局とCISOは提出を受けた版を読む。提出前の文案は、市には返さない。',
  },
  'audit-report.work': {
    roles: ['audit-lead', 'auditor', 'assistant'],
    because: '報告書、一覧表及び報告会の資料の案は、監査を行った監査チームが書く。',
  },
  'audit-report.lead': {
    roles: ['audit-lead'],
    because: '市に出す報告書は、事実の確認と改善策が揃っていることを監査責任者が確かめて確定する。',
  },
  'audit-report.city': {
    roles: ['security-office', 'ciso'],
    because: '監査の結果の事実関係は、市が確かめてから確定する。受託者だけでは確定しない。',
  },
  'audit-report.urgent': {
    roles: ['audit-lead', 'auditor', 'assistant', 'security-office'],
    because: '緊急を要する検出事項は、見つけた人がその場で記録する。市の監査人による監査では事務局も見つける。',
  },
} as const satisfies Readonly<Record<string, Permission>>;
