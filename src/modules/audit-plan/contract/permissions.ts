/** Who may do what while audits are planned. Which party sends a paper follows the programme; handlers check that. */
export const auditPlanPermissions = {
  'audit-plan.read': {
    roles: ['audit-lead', 'auditor', 'assistant', 'quality-manager', 'project-manager', 'security-office', 'ciso'],
    because: '監査の手順、対象、計画及び日程は、市の事務局と受託者が同じものを見て進める。',
  },
  'audit-plan.work': {
    roles: ['audit-lead', 'auditor', 'assistant', 'security-office'],
    because: '計画の案、日程及び事前準備の資料は、受託者の監査チームと市の事務局が作る。',
  },
  'audit-plan.programme': {
    roles: ['audit-lead', 'security-office'],
    because: '監査の手順は監査の質を左右するため、双方の責任者だけが作り、公開する。',
  },
  'audit-plan.submit': {
    roles: ['audit-lead', 'security-office'],
    because: '計画書は、責任者が内容を確かめてから相手に出す。',
  },
  'audit-plan.decide': {
    roles: ['security-office', 'ciso'],
    because: '監査の対象、計画の決定及び保守業者などの確認の要否は、市が判断する。',
  },
  'audit-plan.training': {
    roles: ['audit-lead', 'auditor', 'assistant', 'project-manager', 'security-office'],
    because: '養成研修の出席は、会場で出席を取る講師又は市の事務局が記録し、修了した日はその記録から決まる。',
  },
  'audit-plan.send': {
    roles: ['audit-lead', 'auditor', 'security-office'],
    because: '監査を受ける所属への連絡は、手順が定める側が行う。もう一方の側からは送れない。',
  },
  'audit-plan.own.read': {
    roles: ['department-head', 'department-staff', 'system-owner', 'security-office', 'ciso'],
    because: '監査を受ける所属は、自所属に宛てた通知、計画、日程及び資料の求めだけを読む。',
  },
  'audit-plan.own.answer': {
    roles: ['department-head', 'department-staff', 'system-owner', 'security-office'],
    because: '監査を受ける所属が、計画を確認し、資料を出す。紙で届いたものは事務局が代わって登録できる。',
  },
} as const;
