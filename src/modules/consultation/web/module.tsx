import { defineWebModule } from '../../../web/module.ts';

const BASE = '/engagements/:engagementId/consultations';
const KNOWLEDGE = '/engagements/:engagementId/knowledge';

export default defineWebModule({
  id: 'consultation',
  navigation: [
    { label: '相談', path: BASE, permission: 'consultation.read', group: 'year', order: 65 },
    { label: '知識ベース', path: KNOWLEDGE, permission: 'knowledge.read', group: 'year', order: 66 },
  ],
  routes: [
    { path: BASE, load: () => import('./list-page.tsx') },
    { path: `${BASE}/new`, load: () => import('./ask-page.tsx') },
    { path: `${BASE}/record`, load: () => import('./record-page.tsx') },
    { path: `${BASE}/summary`, load: () => import('./summary-page.tsx') },
    { path: `${BASE}/:consultationId`, load: () => import('./consultation-page.tsx') },
    { path: KNOWLEDGE, load: () => import('./knowledge-page.tsx') },
    { path: `${KNOWLEDGE}/new`, load: () => import('./knowledge-form-page.tsx') },
    { path: `${KNOWLEDGE}/:entryId`, load: () => import('./knowledge-entry-page.tsx') },
    { path: `${KNOWLEDGE}/:entryId/edit`, load: () => import('./knowledge-form-page.tsx') },
  ],
  homeTasks: async (session) => (await import('./home-tasks.ts')).homeTasks(session),
});
