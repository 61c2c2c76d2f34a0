/** The checklists of the audits: what their items rest on, and their way to the agreement. */
import type { PlannedChecklist } from '../common/checklists.ts';

export const CHECKLISTS: Readonly<Record<string, PlannedChecklist>> = {
  'koganei-internal': {
    drafted: '2023-07-03 10:00',
    agreed: '2023-07-14 10:00',
    grounds: [
      { standard: 'city-policy', place: '対策基準の各章' },
      { standard: 'mic-audit-guideline', place: '組織体制及び情報資産に係る監査項目' },
    ],
  },
  'koganei-my-number': {
    drafted: '2023-07-18 10:00',
    agreed: '2023-07-28 10:00',
    grounds: [
      { standard: 'city-policy', place: '対策基準の各章' },
      { standard: 'my-number-act', place: '第12条' },
      { standard: 'my-number-guideline', place: '別添1' },
      { standard: 'mic-safety-measures', place: '安全管理措置' },
      { standard: 'ppc-safety-measures', place: '安全管理措置' },
    ],
  },
  'koganei-beta-prime': {
    drafted: '2023-08-01 10:00',
    agreed: '2023-08-22 11:00',
    grounds: [{ standard: 'mic-audit-guideline', place: 'β及びβ′モデルに係る監査項目' }],
  },
};
