import { defineWebModule } from '../../../web/module.ts';

const BASE = '/engagements/:engagementId/audit-report';

export default defineWebModule({
  id: 'audit-report',
  navigation: [{ label: '監査の報告', path: BASE, permission: 'audit-report.read', group: 'audit', order: 38 }],
  routes: [
    { path: BASE, load: () => import('./reports-page.tsx') },
    { path: `${BASE}/reports/:reportId`, load: () => import('./report-page.tsx') },
    { path: `${BASE}/lists`, load: () => import('./lists-page.tsx') },
    { path: `${BASE}/debriefings`, load: () => import('./debriefings-page.tsx') },
    { path: `${BASE}/debriefings/:programmeId`, load: () => import('./debriefing-page.tsx') },
    { path: `${BASE}/urgent`, load: () => import('./urgent-page.tsx') },
  ],
  homeTasks: async (session) => (await import('./home-tasks.ts')).homeTasks(session),
});
