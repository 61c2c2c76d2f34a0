import { defineWebModule } from '../../../web/module.ts';

const BASE = '/engagements/:engagementId/improvement';
const OWN = '/engagements/:engagementId/own-improvement';

export default defineWebModule({
  id: 'improvement',
  navigation: [
    { label: '改善とフォローアップ', path: BASE, permission: 'improvement.read', group: 'audit', order: 60 },
    { label: '自所属の改善計画', path: OWN, permission: 'improvement.own.read', group: 'audit', order: 61 },
  ],
  routes: [
    { path: BASE, load: () => import('./plans-page.tsx') },
    { path: `${BASE}/plans/:planId`, load: () => import('./plan-page.tsx') },
    { path: `${BASE}/support`, load: () => import('./support-page.tsx') },
    { path: `${BASE}/closing`, load: () => import('./closing-page.tsx') },
    { path: OWN, load: () => import('./own-page.tsx') },
    { path: `${OWN}/:planId`, load: () => import('./own-plan-page.tsx') },
  ],
  homeTasks: async (session) => (await import('./home-tasks.ts')).homeTasks(session),
});
