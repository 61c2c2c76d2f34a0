/** Who may do what with courses. Trainees reach their own exercises only; handlers look up who they are. */
export const trainingPermissions = {
  'training.read': {
    roles: ['audit-lead', 'auditor', 'assistant', 'quality-manager', 'project-manager', 'security-office', 'ciso'],
    because: '研修の計画、教材及び受講の状況は、市の事務局と受託者が同じものを見て進める。',
  },
  'training.work': {
    roles: ['audit-lead', 'auditor', 'assistant', 'project-manager'],
    because: '研修の案、教材、開催及び講評は、講師となる受託者が行う。',
  },
  'training.attendance': {
    roles: ['audit-lead', 'auditor', 'assistant', 'project-manager', 'security-office'],
    because: '出席は、会場で出席を取る講師又は市の事務局が記録する。',
  },
  'training.decide': {
    roles: ['security-office', 'ciso'],
    because: '実施の時期と内容は市と協議して決めるため、市が同意して定まる。',
  },
  'training.own': {
    roles: ['department-head', 'department-staff', 'system-owner', 'security-office'],
    because: '受講する人が、自分の演習に取り組み、講評を読む。ほかの人の解答は見られない。',
  },
} as const;
