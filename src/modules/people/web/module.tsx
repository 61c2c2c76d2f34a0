import { defineWebModule } from '../../../web/module.ts';

export default defineWebModule({
  id: 'people',
  navigation: [
    { label: '利用者', path: '/people/accounts', permission: 'people.invite', group: 'settings', order: 10 },
    { label: '組織', path: '/people/departments', permission: 'people.read', group: 'settings', order: 20 },
    { label: '事業者', path: '/people/firms', permission: 'people.manage', group: 'settings', order: 30 },
    { label: '自分のアカウント', path: '/account', permission: 'signed-in', group: 'settings', order: 80 },
    { label: 'デモの日付', path: '/demonstration', permission: 'people.clock', group: 'settings', order: 90 },
  ],
  routes: [
    { path: '/people/accounts', load: () => import('./accounts-page.tsx') },
    { path: '/people/accounts/new', load: () => import('./invite-page.tsx') },
    { path: '/people/accounts/:accountId', load: () => import('./account-page.tsx') },
    { path: '/people/departments', load: () => import('./departments-page.tsx') },
    { path: '/people/departments/:departmentId', load: () => import('./department-page.tsx') },
    { path: '/people/firms', load: () => import('./firms-page.tsx') },
    { path: '/account', load: () => import('./own-account-page.tsx') },
    { path: '/demonstration', load: () => import('./clock-page.tsx') },
  ],
});
