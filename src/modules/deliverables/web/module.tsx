/** Deliverables in the browser: what is owed, its versions, the package, rights, and the care afterwards. */
import { defineWebModule, type NavigationItem } from '../../../web/module.ts';

const records = (label: string, path: string, order: number, permission = 'deliverables.read'): NavigationItem => ({
  label,
  path: `/engagements/:engagementId/${path}`,
  permission,
  group: 'records',
  order,
});

export default defineWebModule({
  id: 'deliverables',
  navigation: [
    records('成果物', 'deliverables', 10),
    records('自所属の版', 'own-documents', 15, 'deliverables.own'),
    records('納品一式', 'package', 20),
    records('権利と作業環境', 'rights', 30),
    records('不適合と問い合わせ', 'after-care', 40),
  ],
  routes: [
    { path: '/engagements/:engagementId/deliverables', load: () => import('./register-page.tsx') },
    { path: '/engagements/:engagementId/deliverables/:type', load: () => import('./deliverable-page.tsx') },
    { path: '/engagements/:engagementId/deliverables/:type/preview', load: () => import('./preview-page.tsx') },
    { path: '/engagements/:engagementId/own-documents', load: () => import('./own-page.tsx') },
    { path: '/engagements/:engagementId/package', load: () => import('./package-page.tsx') },
    { path: '/engagements/:engagementId/rights', load: () => import('./rights-page.tsx') },
    { path: '/engagements/:engagementId/after-care', load: () => import('./after-care-page.tsx') },
  ],
  homeTasks: async (session) => (await import('./home-tasks.ts')).homeTasks(session),
});
