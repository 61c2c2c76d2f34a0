import { defineWebModule } from '../../../web/module.ts';

const BASE = '/engagements/:engagementId/verifications';

export default defineWebModule({
  id: 'verification',
  navigation: [{ label: '技術的検証', path: BASE, permission: 'verification.read', group: 'audit', order: 37 }],
  routes: [
    { path: BASE, load: () => import('./list-page.tsx') },
    { path: `${BASE}/:verificationId`, load: () => import('./one-page.tsx') },
  ],
  homeTasks: async (session) => (await import('./home-tasks.ts')).homeTasks(session),
});
