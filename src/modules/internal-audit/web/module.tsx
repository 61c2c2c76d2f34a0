import { defineWebModule } from '../../../web/module.ts';

const BASE = '/engagements/:engagementId/internal-audit';
const OWN = '/engagements/:engagementId/own-internal-audit';

export default defineWebModule({
  id: 'internal-audit',
  navigation: [
    { label: '監査員の報告書', path: BASE, permission: 'internal-audit.read', group: 'audit', order: 50 },
    { label: '自分が書く監査報告書', path: OWN, permission: 'internal-audit.own', group: 'audit', order: 51 },
  ],
  routes: [
    { path: BASE, load: () => import('./reports-page.tsx') },
    { path: `${BASE}/:targetId`, load: () => import('./report-page.tsx') },
    { path: OWN, load: () => import('./own-reports-page.tsx') },
    { path: `${OWN}/:targetId`, load: () => import('./own-report-page.tsx') },
  ],
  homeTasks: async (session) => (await import('./home-tasks.ts')).homeTasks(session),
});
