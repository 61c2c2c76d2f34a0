import { defineWebModule } from '../../../web/module.ts';

const BASE = '/engagements/:engagementId/team';

export default defineWebModule({
  id: 'team',
  navigation: [{ label: '体制', path: BASE, permission: 'team.read', group: 'people', order: 10 }],
  routes: [
    { path: BASE, load: () => import('./team-page.tsx') },
    { path: `${BASE}/members/:memberId`, load: () => import('./member-page.tsx') },
    { path: `${BASE}/evidence`, load: () => import('./evidence-page.tsx') },
    { path: `${BASE}/independence`, load: () => import('./independence-page.tsx') },
    { path: `${BASE}/instructions`, load: () => import('./instructions-page.tsx') },
    { path: `${BASE}/changes`, load: () => import('./changes-page.tsx') },
  ],
  homeTasks: async (session) => (await import('./home-tasks.ts')).homeTasks(session),
});
