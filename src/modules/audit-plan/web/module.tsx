import { defineWebModule } from '../../../web/module.ts';

const BASE = '/engagements/:engagementId/audit-plan';

export default defineWebModule({
  id: 'audit-plan',
  navigation: [
    { label: '監査計画', path: BASE, permission: 'audit-plan.read', group: 'audit', order: 5 },
    {
      label: '自所属が受ける監査',
      path: '/engagements/:engagementId/own-audit-plan',
      permission: 'audit-plan.own.read',
      group: 'audit',
      order: 6,
    },
  ],
  routes: [
    { path: BASE, load: () => import('./programmes-page.tsx') },
    { path: `${BASE}/programmes/:programmeId`, load: () => import('./programme-page.tsx') },
    { path: `${BASE}/targets`, load: () => import('./targets-page.tsx') },
    { path: `${BASE}/plans`, load: () => import('./plans-page.tsx') },
    { path: `${BASE}/plans/:planId`, load: () => import('./plan-page.tsx') },
    { path: `${BASE}/timetable`, load: () => import('./timetable-page.tsx') },
    { path: `${BASE}/preparation`, load: () => import('./preparation-page.tsx') },
    { path: `${BASE}/people`, load: () => import('./people-page.tsx') },
    { path: '/engagements/:engagementId/own-audit-plan', load: () => import('./own-page.tsx') },
  ],
  homeTasks: async (session) => (await import('./home-tasks.ts')).homeTasks(session),
});
