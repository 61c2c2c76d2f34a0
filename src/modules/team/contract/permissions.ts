/** Who may do what with the team, and why. */
import { CONTRACTOR_ROLES } from '../../../kernel/role.ts';

export const teamPermissions = {
  'team.read': {
    roles: ['ciso', 'security-office', ...CONTRACTOR_ROLES],
    because:
      '発注者の担当課とCISOは体制の条件を確かめ、受託者は自らの体制を知る必要がある。監査される所属には要らない。',
  },
  'team.manage': {
    roles: ['project-manager', 'audit-lead'],
    because: '担当者の配置と証拠の登録は、業務責任者と主任担当者が受託者を代表して行う。',
  },
  'team.take-part': {
    roles: [...CONTRACTOR_ROLES],
    because: '独立性の申告と指示の確認は、担当者一人ひとりが自分について行う。',
  },
  'team.instruct': {
    roles: ['audit-lead', 'project-manager', 'security-office'],
    because: '発注者の指示は主任担当者を通じて関係者に伝わる（8(1)）。発注者の担当課も直接記録できる。',
  },
  'team.decide': {
    roles: ['security-office'],
    because: '担当者の変更を承認できるのは発注者だけである（8(1)）。',
  },
} as const;
