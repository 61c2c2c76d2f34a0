import { defineWebModule } from '../../../web/module.ts';

export default defineWebModule({
  id: 'exchange',
  navigation: [
    {
      label: '一覧のExcel・CSV',
      path: '/engagements/:engagementId/lists',
      permission: 'engagement.follow',
      group: 'records',
      order: 90,
    },
    { label: '一覧のExcel・CSV（共通）', path: '/lists', permission: 'signed-in', group: 'settings', order: 90 },
  ],
  routes: [
    { path: '/engagements/:engagementId/lists', load: () => import('./lists-page.tsx') },
    { path: '/lists', load: () => import('./lists-page.tsx') },
  ],
});
