/** The contract year under the kyoto-2024 specification, in the fictional city of Kaede. */
import { AUDITS } from './kyoto-2024/audits.ts';
import { IMPROVEMENTS } from './kyoto-2024/improvement.ts';
import { every, monthly } from './common/days.ts';
import type { PlannedMeeting, YearData } from './common/data.ts';
import { scriptedYear } from './common/year.ts';

const CONTRACT = '2024-04-05';
const LAST = '2025-03-31';

const REGULAR: readonly PlannedMeeting[] = monthly('2024-04-24', LAST).map((day) => ({
  at: `${day} 14:00`,
  type: 'regular',
  title: '定例報告会',
  papersBefore: 7,
  decisions: ['次回までの作業予定のとおり進める。'],
  minutes: '進捗状況報告書、課題管理表及び概要スケジュールにより、業務の状況と次回までの作業予定を説明しました。',
}));

const BIWEEKLY: readonly PlannedMeeting[] = every(14, '2024-04-15', LAST).map((day) => ({
  at: `${day} 10:00`,
  type: 'biweekly',
  title: '2週間に1度の打合せ',
  online: true,
  decisions: ['課題の対応は、次回の打合せで確認する。'],
  minutes: '相談の対応の状況と、今後の作業の進め方を確認しました。',
}));

const QUESTIONS = [
  [
    'citizens-staff',
    '対策の実現可能性',
    '窓口の端末の画面の保護',
    '窓口の端末に覗き見を防ぐ対策を行いたいが、どのような方法が考えられますか。',
  ],
  [
    'tax-staff',
    '技術的な対策',
    '外部媒体の暗号化',
    '外部の団体に渡す媒体の暗号化の方式について、基準に合うものを教えてください。',
  ],
  [
    'welfare-staff',
    '組織・人的な対策',
    '会計年度任用職員の研修',
    '年度の途中で任用した職員の研修の時期について、考え方を教えてください。',
  ],
  [
    'citizens-staff',
    '対策基準等の解釈',
    '共用の利用者IDの扱い',
    '端末を共用する場合の利用者IDの扱いについて、基準の解釈を教えてください。',
  ],
] as const;

const data: YearData = {
  specification: 'kyoto-2024',
  municipality: { code: 'kaede', name: 'かえで市' },
  demonstrationDay: '2024-12-13',
  contractDate: CONTRACT,
  contractor: '株式会社ひいらぎ情報研究所',
  office: { name: '情報化推進室', kana: 'じょうほうかすいしんしつ', place: 'かえで市役所　会議室' },
  city: {
    ciso: '西川　和夫',
    office: '大野　由紀',
    heads: ['黒田　正', '平井　節子', '宮本　茂樹'],
    staff: ['関　俊介', '今井　彩香', '菅原　拓'],
  },
  members: [
    {
      key: 'pm',
      name: '堀　雅之',
      title: 'プロジェクトマネージャ',
      roles: ['project-manager'],
      duties: ['プロジェクトマネージャ', 'アドバイザー'],
      qualifications: [{ code: 'pmp', number: 'PMP-0031', validFrom: '2022-06-01', validTo: '2025-05-31' }],
      careers: [{ field: '情報システム分野', years: 18 }],
      expertise: ['情報システムの管理運用'],
    },
    {
      key: 'lead',
      name: '久保　千里',
      title: 'プロジェクトリーダ（監査責任者）',
      roles: ['audit-lead'],
      duties: ['プロジェクトリーダ', '監査責任者'],
      qualifications: [
        { code: 'systems-auditor', number: 'AU-2016-00210', validFrom: '2016-12-20' },
        { code: 'cisa', number: 'CISA-1108', validFrom: '2023-01-01', validTo: '2025-12-31' },
      ],
      careers: [{ field: '情報システム分野', years: 14 }],
      expertise: ['セキュリティ監査', 'セキュリティ対策とポリシーの策定・改定'],
    },
    {
      key: 'auditor',
      name: '土屋　亘',
      title: '監査担当者',
      roles: ['auditor'],
      duties: ['監査担当者', '従事者'],
      qualifications: [{ code: 'network-specialist', number: 'NW-2017-00844', validFrom: '2017-12-20' }],
      careers: [{ field: '情報システム分野', years: 9 }],
      expertise: ['セキュリティ監査'],
    },
    {
      key: 'assistant',
      name: '松井　遥',
      title: '監査補助者',
      roles: ['assistant'],
      duties: ['監査補助者'],
      careers: [{ field: '情報システム分野', years: 6 }],
      expertise: ['情報システムの調達'],
    },
    {
      key: 'quality',
      name: '荒木　浩',
      title: '品質管理担当',
      roles: ['quality-manager'],
      duties: ['従事者'],
      careers: [{ field: '情報システム分野', years: 21 }],
      expertise: ['情報システムの管理運用'],
    },
  ],
  lead: 'lead',
  credentials: [],
  standards: {
    'protection-assessment': '令和5年度',
    'city-system-regulation': '令和5年4月1日改正',
    'city-standard': '令和6年4月1日改正',
    'city-common-procedure': '令和6年4月1日版',
    'city-my-number-rules': '令和5年4月1日版',
    'my-number-guideline': '令和5年12月版',
    'mic-policy-guideline': '令和5年3月版',
    'city-system-guideline': '令和5年度版',
  },
  plan: { drafted: '2024-04-10 10:00', submitted: '2024-04-16 10:00', approved: '2024-04-19 10:00' },
  agreed: [
    {
      at: '2024-04-19 11:00',
      clause: '12(2)',
      topic: '連絡の方法',
      decision: '急ぐ連絡は電話で行い、後に電子メールで内容を確かめる。',
    },
  ],
  meetings: [
    {
      at: '2024-04-12 10:00',
      type: 'kickoff',
      title: 'キックオフ会議',
      explainsPlan: true,
      decisions: ['実施計画書の内容は、案のとおりとする。'],
      minutes: '実施計画書により、業務の進め方、体制及び日程を説明しました。',
    },
    {
      at: '2024-08-02 14:00',
      type: 'my-number-briefing',
      title: '特定個人情報の監査の事前説明会',
      papersBefore: 9,
      attached: ['my-number-audit-briefing', 'my-number-briefing-paper'],
      decisions: ['求められた資料は、8月23日までに提出する。'],
      minutes: '監査の目的、実施内容、流れ及び求める資料を、被監査部門に説明しました。',
    },
    ...[0, 1].map((target) => ({
      at: `2024-12-${19 + target} 14:00` as const,
      type: 'my-number-report',
      title: '特定個人情報の外部監査の監査報告会',
      papersBefore: 3,
      attached: [{ kind: 'my-number-report-slides', format: 'pptx' as const }],
      about: { source: 'kyoto-my-number', target },
      decisions: ['改善の計画は、1月末までに作る。'],
      minutes: '監査報告書により、三つの観点の結果と、改善しない場合の問題及び改善策を説明しました。',
    })),
    ...REGULAR,
    ...BIWEEKLY,
  ],
  questions: monthly('2024-05-13', '2025-02-28').map((day, index) => {
    const [by, category, title, question] = QUESTIONS[index % QUESTIONS.length] ?? QUESTIONS[0];
    return {
      asked: `${day} 11:00`,
      answered: `${day.slice(0, 8)}21 15:00`,
      by,
      category,
      channel: '画面',
      title,
      question,
      answer: '所管課の体制でも続けられる方法から始め、対策基準の求める水準を満たすことを確かめてください。',
      cites: { code: 'city-standard', place: '第12条' },
    } as const;
  }),
  onSite: {
    clause: '4(1)ア(ア)-p1',
    days: monthly('2024-05-22', LAST),
    content: '庁内の相談への対応と資料の確認を行った。',
  },
  progress: monthly('2024-05-17', LAST).map((day) => `${day} 17:30` as const),
  duties: {
    oaths: '2024-04-08 10:00',
    lent: '2024-04-22 14:00',
    report: {
      requested: '2024-10-02 10:00',
      due: '2024-10-11',
      answered: '2024-10-09 15:00',
      accepted: '2024-10-10 10:00',
    },
    inspection: { requested: '2024-11-05 10:00', answered: '2024-11-08 15:00', held: '2024-11-19 14:00' },
    disposal: '2025-03-28 10:00',
    erasedBy: '裁断機による細断',
  },
  deliveries: [
    {
      at: '2024-12-16 10:00',
      made: 'records',
      types: ['my-number-audit-report', 'my-number-working-paper'],
    },
    { at: '2025-02-03 10:00', made: 'records', types: ['vendor-site-audit-report'] },
    { at: '2025-01-08 10:00', made: 'records', types: ['my-number-report-slides'], perSubject: true },
    { at: '2024-07-22 10:00', made: 'records', types: ['my-number-briefing-paper'] },
    { at: '2025-03-26 10:00', made: 'records', types: ['consultation-summary', 'business-report', 'clause-table'] },
    { at: '2025-03-26 11:00', made: 'standards', types: ['other-material'] },
  ],
  audits: AUDITS,
  improvements: IMPROVEMENTS,
  auditReports: {
    reports: [
      {
        source: 'kyoto-my-number',
        scope: 'target',
        written: '2024-11-25 10:00',
        finished: '2024-12-06 15:00',
        settled: '2024-12-13 10:00',
      },
      {
        source: 'kyoto-vendor-site',
        scope: 'target',
        written: '2025-01-20 10:00',
        finished: '2025-01-29 10:00',
        settled: '2025-02-05 10:00',
      },
    ],
    debriefings: [{ source: 'kyoto-my-number', scope: 'target', prepared: '2024-12-09 10:00' }],
  },
  staffCourses: [
    {
      proposed: '2024-08-19 10:00',
      from: '2024-10-01',
      until: '2024-11-29',
      expected: 40,
      agreed: '2024-08-28 14:00',
      prepared: '2024-10-07 10:00',
      incident: { title: '令和6年度に市で起きた電子メールの誤送信の報告', edition: '令和6年7月' },
      held: '2024-10-24 15:00',
      came: 34,
      to: '15:30',
      place: 'かえで市役所　講堂',
      closed: '2024-10-28 10:00',
    },
  ],
  rightsDeclared: '2025-03-28 11:00',
};

export const year = scriptedYear(data);
