import { defineWebModule } from '../../../web/module.ts';

const BASE = '/engagements/:engagementId/analysis';

export default defineWebModule({
  id: 'analysis',
  navigation: [
    { label: '調査の分析', path: BASE, permission: 'analysis.read', group: 'audit', order: 12 },
    { label: '監査対象課の計画案', path: `${BASE}/plan`, permission: 'analysis.read', group: 'audit', order: 16 },
    { label: '自己点検の結果通知', path: '/feedback', permission: 'feedback.own', group: 'year', order: 7 },
  ],
  routes: [
    { path: '/feedback', load: () => import('./own-page.tsx') },
    { path: BASE, load: () => import('./list-page.tsx') },
    { path: `${BASE}/plan`, load: () => import('./plan-page.tsx') },
    { path: `${BASE}/:campaignId`, load: () => import('./overview-page.tsx') },
    { path: `${BASE}/:campaignId/years`, load: () => import('./years-page.tsx') },
    { path: `${BASE}/:campaignId/doubts`, load: () => import('./doubts-page.tsx') },
    { path: `${BASE}/:campaignId/items`, load: () => import('./items-page.tsx') },
    { path: `${BASE}/:campaignId/reports`, load: () => import('./reports-page.tsx') },
  ],
});
