import { defineWebModule } from '../../../web/module.ts';

export default defineWebModule({
  id: 'standards',
  navigation: [
    {
      label: '基準',
      path: '/engagements/:engagementId/standards',
      permission: 'standards.read',
      group: 'audit',
      order: 9,
    },
  ],
  routes: [
    { path: '/engagements/:engagementId/standards', load: () => import('./standards-page.tsx') },
    { path: '/engagements/:engagementId/standards/:code', load: () => import('./catalogue-page.tsx') },
    { path: '/engagements/:engagementId/catalogue-import', load: () => import('./import-page.tsx') },
    { path: '/engagements/:engagementId/catalogue-import/:importId', load: () => import('./import-preview-page.tsx') },
    { path: '/engagements/:engagementId/standard-mappings/:first/:second', load: () => import('./mapping-page.tsx') },
    { path: '/engagements/:engagementId/standard-items/:code', load: () => import('./items-page.tsx') },
  ],
  homeTasks: async (session) => (await import('./home-tasks.ts')).homeTasks(session),
});
