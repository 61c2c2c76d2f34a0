import { defineWebModule } from '../../../web/module.ts';

const BASE = '/engagements/:engagementId/duties';

export default defineWebModule({
  id: 'duty',
  navigation: [{ label: '受託者の義務', path: BASE, permission: 'duty.read', group: 'people', order: 20 }],
  routes: [
    { path: BASE, load: () => import('./duties-page.tsx') },
    { path: `${BASE}/basics`, load: () => import('./basics-page.tsx') },
    { path: `${BASE}/handlers`, load: () => import('./handlers-page.tsx') },
    { path: `${BASE}/training`, load: () => import('./training-page.tsx') },
    { path: `${BASE}/subcontracts`, load: () => import('./subcontracts-page.tsx') },
    { path: `${BASE}/materials`, load: () => import('./materials-page.tsx') },
    { path: `${BASE}/carry-outs`, load: () => import('./carry-outs-page.tsx') },
    { path: `${BASE}/requests`, load: () => import('./requests-page.tsx') },
    { path: `${BASE}/proposals`, load: () => import('./proposals-page.tsx') },
    { path: `${BASE}/erasure`, load: () => import('./erasure-page.tsx') },
    { path: `${BASE}/incidents`, load: () => import('./incidents-page.tsx') },
    { path: `${BASE}/inspections`, load: () => import('./inspections-page.tsx') },
  ],
  homeTasks: async (session) => (await import('./home-tasks.ts')).homeTasks(session),
});
