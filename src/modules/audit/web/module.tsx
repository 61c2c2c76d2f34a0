import { defineWebModule } from '../../../web/module.ts';

const BASE = '/engagements/:engagementId/audit';
const DEPARTMENT = `${BASE}/departments/:auditId`;

export default defineWebModule({
  id: 'audit',
  navigation: [
    { label: '監査', path: BASE, permission: 'audit.read', group: 'audit', order: 30 },
    { label: '監査の方針', path: `${BASE}/policy`, permission: 'audit.read', group: 'audit', order: 31 },
    { label: '送付と確認', path: `${BASE}/city`, permission: 'audit.city', group: 'audit', order: 32 },
    { label: '発見事項', path: `${BASE}/findings`, permission: 'audit.read', group: 'audit', order: 33 },
    { label: '全庁的な課題', path: `${BASE}/issues`, permission: 'audit.read', group: 'audit', order: 36 },
    { label: '監査項目の目録', path: `${BASE}/catalogues`, permission: 'audit.read', group: 'audit', order: 34 },
    {
      label: '自所属の監査',
      path: '/engagements/:engagementId/own-audit',
      permission: 'audit.own.read',
      group: 'audit',
      order: 35,
    },
  ],
  routes: [
    { path: BASE, load: () => import('./overview-page.tsx') },
    { path: `${BASE}/policy`, load: () => import('./policy-page.tsx') },
    { path: `${BASE}/city`, load: () => import('./city-page.tsx') },
    { path: `${BASE}/findings`, load: () => import('./findings-page.tsx') },
    { path: `${BASE}/issues`, load: () => import('./issues-page.tsx') },
    { path: `${BASE}/catalogues`, load: () => import('./catalogues-page.tsx') },
    { path: `${BASE}/catalogues/:code`, load: () => import('./item-catalogue-page.tsx') },
    { path: `${BASE}/findings/:findingId`, load: () => import('./finding-page.tsx') },
    { path: `${BASE}/contracts/:contractId`, load: () => import('./contract-page.tsx') },
    { path: DEPARTMENT, load: () => import('./plan-page.tsx') },
    { path: `${DEPARTMENT}/requests`, load: () => import('./requests-page.tsx') },
    { path: `${DEPARTMENT}/hearings`, load: () => import('./hearings-page.tsx') },
    { path: `${DEPARTMENT}/visits`, load: () => import('./visits-page.tsx') },
    { path: `${DEPARTMENT}/checks`, load: () => import('./checks-page.tsx') },
    { path: `${DEPARTMENT}/samples`, load: () => import('./samples-page.tsx') },
    { path: `${DEPARTMENT}/add-items`, load: () => import('./add-items-page.tsx') },
    { path: `${DEPARTMENT}/papers`, load: () => import('./papers-page.tsx') },
    { path: `${DEPARTMENT}/sessions`, load: () => import('./sessions-page.tsx') },
    { path: `${DEPARTMENT}/field`, load: () => import('./field-page.tsx') },
    { path: `${DEPARTMENT}/evidence`, load: () => import('./evidence-page.tsx') },
    { path: `${DEPARTMENT}/contracts`, load: () => import('./contracts-page.tsx') },
    { path: `${DEPARTMENT}/findings`, load: () => import('./department-findings-page.tsx') },
    { path: `${DEPARTMENT}/notice`, load: () => import('./notice-page.tsx') },
    { path: '/engagements/:engagementId/own-audit', load: () => import('./own-page.tsx') },
  ],
  homeTasks: async (session) => (await import('./home-tasks.ts')).homeTasks(session),
});
