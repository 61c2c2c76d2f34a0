/** The checklists of the audits: what their items rest on, and their way to the agreement. */
import type { PlannedChecklist } from '../common/checklists.ts';

export const CHECKLISTS: Readonly<Record<string, PlannedChecklist>> = {
  'fukuoka-external': {
    drafted: '2025-06-16 10:00',
    agreed: '2025-06-27 10:00',
    grounds: [
      { standard: 'city-basic-policy', place: '第4条' },
      { standard: 'city-standard', place: '第6章' },
      { standard: 'city-system-procedure', place: '運用管理の章', set: '情報システム' },
      { standard: 'mic-audit-guideline', place: '情報システムの運用に係る監査項目' },
    ],
    trends: [
      {
        name: '新しい脅威及び事案',
        text: '委託先を経由した侵入と公開サイトの改ざんが続いていることから、委託先の作業と更新の手順を確かめる。',
      },
      { name: '国のガイドラインの改定', text: '令和7年3月版で改められた外部サービスの利用の手順を確かめる。' },
    ],
  },
};
