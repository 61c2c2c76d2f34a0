import { defineWebModule } from '../../../web/module.ts';

const BASE = '/engagements/:engagementId/meetings';

export default defineWebModule({
  id: 'meetings',
  navigation: [
    { label: '会議', path: BASE, permission: 'meetings.read', group: 'year', order: 60 },
    {
      label: '課題管理表',
      path: '/engagements/:engagementId/issues',
      permission: 'meetings.follow',
      group: 'year',
      order: 62,
    },
    {
      label: '情報コーナー',
      path: '/engagements/:engagementId/information',
      permission: 'meetings.follow',
      group: 'year',
      order: 64,
    },
    {
      label: '連絡の記録',
      path: '/engagements/:engagementId/messages',
      permission: 'messages.read',
      group: 'records',
      order: 60,
    },
  ],
  routes: [
    { path: BASE, load: () => import('./meetings-page.tsx') },
    { path: `${BASE}/record`, load: () => import('./record-page.tsx') },
    { path: `${BASE}/talk`, load: () => import('./talk-page.tsx') },
    { path: `${BASE}/:meetingId/papers/:paperId`, load: () => import('./paper-page.tsx') },
    { path: '/engagements/:engagementId/issues', load: () => import('./issues-page.tsx') },
    { path: '/engagements/:engagementId/information', load: () => import('./information-page.tsx') },
    { path: `${BASE}/:meetingId`, load: () => import('./meeting-page.tsx') },
    { path: '/engagements/:engagementId/messages', load: () => import('./messages-page.tsx') },
  ],
  homeTasks: async (session) => (await import('./home-tasks.ts')).homeTasks(session),
});
