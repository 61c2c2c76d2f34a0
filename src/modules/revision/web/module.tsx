import { defineWebModule } from '../../../web/module.ts';

export default defineWebModule({
  id: 'revision',
  navigation: [],
  routes: [
    { path: '/engagements/:engagementId/standard-revisions/:revisionId', load: () => import('./revision-page.tsx') },
  ],
});
