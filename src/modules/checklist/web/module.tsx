import { defineWebModule } from '../../../web/module.ts';

const BASE = '/engagements/:engagementId/checklists';

export default defineWebModule({
  id: 'checklist',
  navigation: [{ label: '監査チェックリスト', path: BASE, permission: 'checklist.read', group: 'audit', order: 7 }],
  routes: [
    { path: BASE, load: () => import('./list-page.tsx') },
    { path: `${BASE}/:checklistId`, load: () => import('./checklist-page.tsx') },
    { path: `${BASE}/:checklistId/edit`, load: () => import('./edit-page.tsx') },
    { path: `${BASE}/:checklistId/changes`, load: () => import('./changes-page.tsx') },
  ],
  homeTasks: async (session) => (await import('./home-tasks.ts')).homeTasks(session),
});
