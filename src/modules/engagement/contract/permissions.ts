/** Who may do what with an engagement, and why. */
import { CONTRACTOR_ROLES, ENGAGEMENT_ROLES } from '../../../kernel/role.ts';

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
  'blackout.maintain': {
    roles: ['security-office', 'department-head'],
    because: '繁忙期や議会の会期は市の側だけが知っている。所属長は自分の所属、担当課は市の全体について登録する。',
  },
  'work.record': {
    roles: CONTRACTOR_ROLES,
    because: '作業の記録は、作業をした受託者の側が付ける。',
  },
  'journal.read': {
    roles: ['ciso', 'security-office', 'administrator'],
    because: '操作記録は、発注者の責任者と管理者が確かめる。',
  },
} as const;
