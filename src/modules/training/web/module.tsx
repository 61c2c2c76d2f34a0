import { defineWebModule } from '../../../web/module.ts';

const BASE = '/engagements/:engagementId/training';
const OWN = '/engagements/:engagementId/own-training';

export default defineWebModule({
  id: 'training',
  navigation: [
    { label: '研修', path: BASE, permission: 'training.read', group: 'people', order: 40 },
    { label: '自分の演習', path: OWN, permission: 'training.own', group: 'people', order: 41 },
  ],
  routes: [
    { path: BASE, load: () => import('./courses-page.tsx') },
    { path: `${BASE}/:courseId`, load: () => import('./course-page.tsx') },
    { path: `${BASE}/:courseId/material`, load: () => import('./material-page.tsx') },
    { path: `${BASE}/:courseId/sessions`, load: () => import('./sessions-page.tsx') },
    { path: `${BASE}/:courseId/exercises`, load: () => import('./work-page.tsx') },
    { path: OWN, load: () => import('./own-page.tsx') },
  ],
  homeTasks: async (session) => (await import('./home-tasks.ts')).homeTasks(session),
});
