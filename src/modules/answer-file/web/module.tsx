import { defineWebModule } from '../../../web/module.ts';

const BASE = '/engagements/:engagementId/answer-files/:campaignId';

export default defineWebModule({
  id: 'answer-file',
  navigation: [],
  routes: [
    { path: BASE, load: () => import('./office-page.tsx') },
    { path: `${BASE}/intakes/:intakeId`, load: () => import('./intake-page.tsx') },
    { path: `${BASE}/entry/:respondentId`, load: () => import('./entry-page.tsx') },
    { path: '/sheets/:campaignId/:respondentId/file', load: () => import('./own-file-page.tsx') },
  ],
});
