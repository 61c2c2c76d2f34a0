import { defineWebModule } from '../../../web/module.ts';

const BASE = '/engagements/:engagementId/self-check';

export default defineWebModule({
  id: 'self-check',
  navigation: [
    { label: '調査票への回答', path: '/sheets', permission: 'response.own', group: 'year', order: 5 },
    { label: '自己点検・予備調査', path: BASE, permission: 'campaign.read', group: 'audit', order: 10 },
    { label: '事務の一覧', path: `${BASE}/affairs`, permission: 'campaign.run', group: 'audit', order: 12 },
    { label: 'リスク値と監査対象課', path: `${BASE}/ranking`, permission: 'result.read', group: 'audit', order: 15 },
  ],
  routes: [
    { path: '/sheets', load: () => import('./own-page.tsx') },
    { path: '/sheets/:campaignId/:respondentId', load: () => import('./sheet-page.tsx') },
    { path: '/sheets/:campaignId/:respondentId/result', load: () => import('./own-result-page.tsx') },
    { path: BASE, load: () => import('./campaigns-page.tsx') },
    { path: `${BASE}/affairs`, load: () => import('./affairs-page.tsx') },
    { path: `${BASE}/ranking`, load: () => import('./ranking-page.tsx') },
    { path: `${BASE}/:campaignId`, load: () => import('./progress-page.tsx') },
    { path: `${BASE}/:campaignId/results`, load: () => import('./results-page.tsx') },
    { path: `${BASE}/:campaignId/departments/:respondentId`, load: () => import('./response-page.tsx') },
  ],
  openPages: [{ path: '/answer', title: '調査への回答', load: () => import('./link-page.tsx') }],
  homeTasks: async (session) => (await import('./home-tasks.ts')).homeTasks(session),
});
