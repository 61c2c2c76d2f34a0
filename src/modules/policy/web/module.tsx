import { defineWebModule } from '../../../web/module.ts';

export default defineWebModule({
  id: 'policy',
  navigation: [
    {
      label: '規程の作成支援',
      path: '/engagements/:engagementId/policy',
      permission: 'policy.read',
      group: 'year',
      order: 60,
    },
  ],
  routes: [{ path: '/engagements/:engagementId/policy', load: () => import('./policy-page.tsx') }],
  homeTasks: async (session) => (await import('./home-tasks.ts')).homeTasks(session),
});
