import { defineWebModule } from '../../../web/module.ts';

export default defineWebModule({
  id: 'specification',
  navigation: [
    { label: '仕様書', path: '/specifications', permission: 'specification.edit', group: 'settings', order: 5 },
  ],
  routes: [
    { path: '/specifications', load: () => import('./list-page.tsx') },
    { path: '/specifications/imports/:importId', load: () => import('./import-page.tsx') },
    { path: '/specifications/drafts/:draftId', load: () => import('./draft-page.tsx') },
    { path: '/specifications/drafts/:draftId/:part', load: () => import('./part-page.tsx') },
  ],
});
