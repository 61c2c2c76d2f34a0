import type { Permission } from '../../../kernel/contract.ts';
import { CONTRACTOR_ROLES } from '../../../kernel/role.ts';

export const analysisPermissions = {
  'analysis.read': {
    roles: ['ciso', 'security-office', ...CONTRACTOR_ROLES],
    because:
      '分析は担当課とCISOが見る。受託者は、発注者から結果を引き渡された後に見る（操作のたびに確かめる）。少人数の集計は誰にも示さない。',
  },
  'analysis.record': {
    roles: ['security-office', 'audit-lead', 'project-manager'],
    because: '分析のまとめと設問の案は、分析を受け持つ受託者の責任者又は担当課が確定する。',
  },
  'analysis.decide': {
    roles: ['security-office'],
    because: '分析の基準と、設問の案を翌年度の調査票に採り入れるかどうかは、調査を行う担当課が決める。',
  },
  'feedback.own': {
    roles: ['department-head', 'department-staff'],
    because: '各所属は、自分の所属の結果通知だけを受け取る。',
  },
} as const satisfies Readonly<Record<string, Permission>>;
