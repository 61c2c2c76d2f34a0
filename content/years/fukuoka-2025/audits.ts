/** The audits of Minato: five information systems and three websites. */
import type { PlannedAudit } from '../common/audit-data.ts';
import { COMPONENTS, JOINERS, RESTORE } from '../common/observations.ts';

const SECTIONS = [
  ['citizens', '市民課'],
  ['tax', '税務課'],
  ['welfare', '福祉課'],
] as const;
/** The three sections in turn, each heard in its own rooms. */
const heardAt = (index: number) => {
  const [key, name] = SECTIONS[index % SECTIONS.length] ?? SECTIONS[0];
  return { sections: [key], place: `${name}　執務室` };
};

export const AUDITS: readonly PlannedAudit[] = [
  {
    source: 'fukuoka-external',
    proposed: '2025-05-12 10:00',
    decided: '2025-05-23 10:00',
    targets: [
      ...['文書管理システム', '財務会計システム', '人事給与システム', '施設予約システム', '図書館システム'].map(
        (name, index) => ({
          kind: 'system' as const,
          name,
          ...heardAt(index),
          procedure: true,
          contractorHandles: index === 0,
          externalService: index === 1,
        }),
      ),
      ...['観光案内', '子育て応援', '市史資料館'].map((name, index) => ({
        kind: 'website' as const,
        name: `${name}ホームページ`,
        minutes: 60,
        url: `https://site${index + 1}.example.jp/`,
        ...heardAt(index),
      })),
    ],
    scheduled: '2025-06-02 10:00',
    plans: [{ stage: 'implementation', submitted: '2025-06-06 10:00', agreed: '2025-06-13 10:00' }],
    checklist: {
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
          text: '委託先を経由した侵入と、公開サイトの改ざんの事案が続いていることから、委託先の作業と更新の手順を確かめる。',
        },
        { name: '国のガイドラインの改定', text: '令和7年3月版で改められた外部サービスの利用の手順を確かめる。' },
      ],
    },
    documents: {
      titles: ['情報セキュリティ個別実施手順', '委託の契約書'],
      requested: '2025-07-11 10:00',
      due: '2025-08-01',
      answered: '2025-08-01 10:00',
    },
    survey: { sent: '2025-07-14 10:00', due: '2025-08-01', answered: '2025-07-31 10:00', read: '2025-08-04 10:00' },
    briefing: '2025-07-23 10:00',
    noticed: '2025-08-05 10:00',
    held: {
      at: [
        '2025-09-02 10:00',
        '2025-09-02 14:00',
        '2025-09-03 10:00',
        '2025-09-04 10:00',
        '2025-09-04 14:00',
        '2025-09-05 10:00',
        '2025-09-05 13:30',
        '2025-09-05 15:00',
      ],
      minutes: 120,
      place: '所属の執務室',
      methods: ['インタビュー', '文書記録の閲覧', '現地視察'],
      interviewees: ['システム責任者', '運用担当者', '運用事業者'],
      interviewTopics: ['セキュリティに対する意識', '各種基準の認知度', 'システムの運用・管理などの対策状況'],
      checks: ['委託先における情報資産の管理方法', '発注者の管理監督状況', '外部サービス利用に伴うリスクへの対策'],
      confirmed: '2025-10-17 10:00',
    },
    observed: [
      { at: [0, 2], what: JOINERS },
      { at: [1, 3], what: RESTORE },
      { at: [5, 6], what: COMPONENTS },
    ],
    results: {
      drafted: '2025-10-20 13:00',
      issued: '2025-10-24 10:00',
      confirmed: '2025-10-30 10:00',
      answered: '2025-11-06 10:00',
      settled: '2025-11-10 13:00',
      noticed: '2025-11-13 10:00',
      sent: '2025-11-18 10:00',
      number: '7み情シ第30%号',
      summary:
        '情報システムとホームページの対策は、おおむね適切に行われています。利用者の停止、復元の訓練及び部品の把握について、改善を助言します。',
      explained: '2025-11-26 10:00',
      closed: '2026-03-06 10:00',
    },
  },
];
