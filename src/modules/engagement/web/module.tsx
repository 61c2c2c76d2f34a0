/** The engagement in the browser: one contract year, its duties, clauses, plan and journal. */
import { defineWebModule, type NavigationItem } from '../../../web/module.ts';

const year = (label: string, path: string, permission: string, order: number): NavigationItem => ({
  label,
  path: `/engagements/:engagementId/${path}`,
  permission,
  group: 'year',
  order,
});

export default defineWebModule({
  id: 'engagement',
  navigation: [
    year('概要', 'overview', 'engagement.read', 10),
    year('この週の予定', 'week', 'engagement.follow', 15),
    year('義務', 'obligations', 'engagement.follow', 20),
    year('条項', 'clauses', 'engagement.follow', 30),
    year('WBS', 'wbs', 'engagement.follow', 40),
    year('作業計画書', 'plans', 'engagement.follow', 50),
    year('論点と協議', 'points', 'engagement.follow', 60),
    { label: '操作記録', path: '/journal', permission: 'journal.read', group: 'records', order: 90 },
    { label: '契約の登録', path: '/engagements/new', permission: 'engagement.create', group: 'settings', order: 10 },
  ],
  routes: [
    { path: '/engagements/new', load: () => import('./new-page.tsx') },
    { path: '/engagements/:engagementId', load: () => import('./overview-page.tsx') },
    { path: '/engagements/:engagementId/overview', load: () => import('./overview-page.tsx') },
    { path: '/engagements/:engagementId/obligations', load: () => import('./obligations-page.tsx') },
    { path: '/engagements/:engagementId/week', load: () => import('./week-page.tsx') },
    { path: '/engagements/:engagementId/forecast', load: () => import('./forecast-page.tsx') },
    { path: '/engagements/:engagementId/month-report', load: () => import('./month-report-page.tsx') },
    { path: '/engagements/:engagementId/waivers', load: () => import('./waivers-page.tsx') },
    { path: '/engagements/:engagementId/calendar', load: () => import('./calendar-page.tsx') },
    { path: '/engagements/:engagementId/clauses', load: () => import('./clauses-page.tsx') },
    { path: '/engagements/:engagementId/wbs', load: () => import('./wbs-page.tsx') },
    { path: '/engagements/:engagementId/plans', load: () => import('./plans-page.tsx') },
    { path: '/engagements/:engagementId/points', load: () => import('./points-page.tsx') },
    { path: '/journal', load: () => import('./journal-page.tsx') },
  ],
  homeTasks: async (session) => (await import('./home-tasks.ts')).homeTasks(session),
});
