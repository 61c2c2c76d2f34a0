import { defineWebModule } from '../../../web/module.ts';

const BASE = '/engagements/:engagementId/meetings';

export default defineWebModule({
  id: 'meetings',
  navigation: [
    { label: '会議', path: BASE, permission: 'meetings.read', group: 'year', order: 60 },
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
    { path: `${BASE}/:meetingId`, load: () => import('./meeting-page.tsx') },
    { path: '/engagements/:engagementId/messages', load: () => import('./messages-page.tsx') },
  ],
  homeTasks: async (session) => (await import('./home-tasks.ts')).homeTasks(session),
});
