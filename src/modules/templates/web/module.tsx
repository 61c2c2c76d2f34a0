/** Forms in the browser: the kinds of documents, and one kind with its versions, check, preview and placeholders. */
import { defineWebModule } from '../../../web/module.ts';

export default defineWebModule({
  id: 'templates',
  navigation: [
    {
      label: '様式',
      path: '/engagements/:engagementId/templates',
      permission: 'templates.read',
      group: 'records',
      order: 50,
    },
  ],
  routes: [
    { path: '/engagements/:engagementId/templates', load: () => import('./kinds-page.tsx') },
    { path: '/engagements/:engagementId/templates/:kind', load: () => import('./kind-page.tsx') },
  ],
});
