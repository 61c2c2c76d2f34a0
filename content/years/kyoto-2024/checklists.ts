/** The checklists of the audits: what their items rest on, and their way to the agreement. */
import type { PlannedChecklist } from '../common/checklists.ts';

export const CHECKLISTS: Readonly<Record<string, PlannedChecklist>> = {
  'kyoto-my-number': {
    drafted: '2024-07-01 10:00',
    returned: {
      at: '2024-07-05 15:00',
      remark: '所属で使う言葉に合わせ、端末の画面の保護を確かめる項目の尋ねる相手を窓口の責任者としてください。',
      again: '2024-07-08 10:00',
    },
    agreed: '2024-07-11 10:00',
    grounds: [
      { standard: 'city-my-number-rules', place: '第3章' },
      { standard: 'city-standard', place: '第12条' },
    ],
  },
};
