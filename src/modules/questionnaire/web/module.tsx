import { defineWebModule } from '../../../web/module.ts';

export default defineWebModule({
  id: 'questionnaire',
  navigation: [
    { label: '調査票', path: '/questionnaires', permission: 'questionnaire.read', group: 'audit', order: 8 },
  ],
  routes: [
    { path: '/questionnaires', load: () => import('./list-page.tsx') },
    { path: '/questionnaires/compare', load: () => import('./compare-page.tsx') },
    { path: '/questionnaires/:questionnaireId', load: () => import('./detail-page.tsx') },
    { path: '/questionnaires/:questionnaireId/edit', load: () => import('./builder/builder-page.tsx') },
  ],
});
