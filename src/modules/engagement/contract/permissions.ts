/** Who may do what with an engagement, and why. */
import { ENGAGEMENT_ROLES } from '../../../kernel/role.ts';

export const engagementPermissions = {
  'engagement.read': {
    roles: [...ENGAGEMENT_ROLES, 'administrator'],
    because: '業務に加わる人は、どの契約のもとで働くかを知る必要がある。',
  },
  'engagement.create': {
    roles: ['security-office', 'project-manager'],
    because: '契約の内容は、発注者の担当課と受託者の業務責任者が登録する。',
  },
  'engagement.follow': {
    roles: ['ciso', 'security-office', 'audit-lead', 'auditor', 'assistant', 'quality-manager', 'project-manager'],
    because: '契約上の義務と進み具合は、契約の両当事者が同じものを見る。',
  },
  'engagement.plan': {
    roles: ['project-manager', 'audit-lead'],
    because: '作業計画書は受託者が作成する。発注者は承認する側である。',
  },
  'engagement.approve': {
    roles: ['security-office', 'ciso'],
    because: '計画の承認、免除及び差戻しは発注者だけが行う。受託者が自らの計画を承認してはならない。',
  },
  'engagement.request-waiver': {
    roles: ['project-manager', 'audit-lead'],
    because: '義務の免除は受託者の責任者が申し出る。認めるかどうかは発注者が決める。',
  },
  'engagement.calendar': {
    roles: ['security-office'],
    because: '市が独自に閉庁とする日は、発注者の担当課が確かめて定める。期限の計算に関わるため受託者は変えられない。',
  },
  'engagement.settle': {
    roles: ['security-office', 'project-manager', 'audit-lead'],
    because: '仕様書に定めのない事項は、両当事者の協議で決める。',
  },
  'journal.read': {
    roles: ['ciso', 'security-office', 'administrator'],
    because: '操作記録は、発注者の責任者と管理者が確かめる。',
  },
} as const;
