/** The contract year under the fukuoka-2025 specification, in the fictional city of Minato. */
import { ADVICE } from './fukuoka-2025/advice.ts';
import { AUDITS } from './fukuoka-2025/audits.ts';
import { POLICY_PAPERS } from './fukuoka-2025/policy-papers.ts';
import { REPORTS } from './fukuoka-2025/reports.ts';
import { IMPROVEMENTS } from './fukuoka-2025/improvement.ts';
import type { PlannedMeeting, YearData } from './common/data.ts';
import { monthly } from './common/days.ts';
import { scriptedYear } from './common/year.ts';

const CONTRACT = '2025-04-21';
const LAST = '2026-03-27';

const WORKING: readonly PlannedMeeting[] = monthly('2025-05-20', LAST).map((day, index) => ({
  at: `${day} 13:30`,
  type: 'working',
  title: '業務の打ち合わせ',
  online: index % 2 === 1,
  decisions: ['次回までの作業の進め方は、説明のとおりとする。'],
  minutes: '相談への対応の状況と、次回までの作業の進め方を説明しました。',
}));

const QUESTIONS = [
  [
    'citizens-staff',
    'パブリッククラウドの対策',
    '予約の受付に使うクラウドサービス',
    '窓口の予約に外部のサービスを使うときに、確かめる事項を教えてください。',
  ],
  [
    'tax-staff',
    '委託先に求める対策',
    '封入封かんの委託先の管理',
    '通知の封入封かんを委託するときに、仕様書に書く対策を教えてください。',
  ],
  [
    'welfare-staff',
    'BYOD（私物端末の業務利用）の対策',
    '訪問先での私物の端末の利用',
    '訪問先での連絡に私物の端末を使う場合の条件を教えてください。',
  ],
  [
    'citizens-staff',
    'LGWAN-ASPの安全性の確かめ方',
    '証明書の交付に関するサービス',
    '閉じた網で提供されるサービスの安全性は、何によって確かめられますか。',
  ],
] as const;

const data: YearData = {
  specification: 'fukuoka-2025',
  municipality: { code: 'minato', name: 'みなと市' },
  demonstrationDay: '2025-12-12',
  contractDate: CONTRACT,
  contractor: '株式会社はまゆう情報研究所',
  office: { name: '情報システム課', kana: 'じょうほうしすてむか', place: 'みなと市役所　情報システム課' },
  city: {
    ciso: '原田　邦彦',
    office: '松尾　真紀',
    heads: ['古賀　洋一', '江口　美智子', '永田　健'],
    staff: ['川崎　奈々', '宮崎　悠斗', '本田　恵理'],
  },
  members: [
    {
      key: 'pm',
      name: '秋山　敏行',
      title: '業務責任者',
      roles: ['project-manager'],
      duties: ['ポリシー運用支援担当者'],
      qualifications: [{ code: 'cissp', number: 'CISSP-50231', validFrom: '2024-05-01', validTo: '2027-04-30' }],
      expertise: ['総務省ガイドライン', '監査に関するガイドライン'],
      experience: [
        {
          kind: 'ポリシー策定・改定の支援',
          client: 'しらかば市',
          category: '市町村',
          population: 210_000,
          subject: '情報セキュリティポリシーの改定の支援',
          from: '2023-05-01',
          to: '2024-03-29',
          activities: ['ポリシーの改定の支援'],
        },
      ],
    },
    {
      key: 'lead',
      name: '大石　晴美',
      title: '監査責任者',
      roles: ['audit-lead'],
      duties: ['監査責任者'],
      qualifications: [{ code: 'systems-auditor', number: 'AU-2015-00177', validFrom: '2015-12-18' }],
      experience: [
        {
          kind: '監査',
          client: 'すずかぜ市',
          category: '指定都市',
          population: 830_000,
          subject: '情報セキュリティ監査',
          from: '2023-06-01',
          to: '2024-03-15',
          activities: ['情報セキュリティ監査の実施'],
        },
      ],
    },
    {
      key: 'auditor',
      name: '野口　圭介',
      title: '監査人',
      roles: ['auditor'],
      duties: ['監査人'],
    },
    { key: 'assistant', name: '吉村　葵', title: '監査補助者', roles: ['assistant'], duties: ['監査補助者'] },
    {
      key: 'quality',
      name: '安田　誠',
      title: '品質管理担当',
      roles: ['quality-manager'],
      duties: ['ポリシー運用支援担当者'],
    },
  ],
  lead: null,
  credentials: [],
  standards: {
    'city-basic-policy': '令和6年4月1日改正',
    'city-standard': '令和6年4月1日改正',
    'city-system-procedure': '令和6年度版',
    'mic-policy-guideline': '令和7年3月版',
    'mic-audit-guideline': '令和7年3月版',
    'my-number-guideline': '令和6年5月版',
    'government-common-standards': '令和5年度版',
    'ismap-controls': '令和6年度版',
    'cloud-provision-guideline': '第3版',
    'cloud-setting-guideline': '令和4年10月版',
    'telework-guideline': '第5版',
  },
  plan: { drafted: '2025-04-24 16:00', submitted: '2025-04-28 10:00', approved: '2025-05-09 10:00' },
  agreed: [
    {
      at: '2025-04-24 14:30',
      clause: '11(2)',
      topic: '業務の進め方と手法',
      decision: '所属への連絡は情報システム課を通じて行い、手法は実施計画書で定める。',
    },
    {
      at: '2025-04-24 14:40',
      clause: '11(4)-p2',
      topic: '作業場所',
      decision: '庁舎での作業は情報システム課の会議室で行い、それ以外は受託者の事業所で行う。',
    },
    {
      at: '2025-04-24 14:50',
      clause: '11(4)-p3',
      topic: 'Web会議の実施方法',
      decision: 'ブラウザだけで使える会議の仕組みを受託者が用意し、資料は画面の共有で示す。',
    },
  ],
  meetings: [
    {
      at: '2025-04-24 13:30',
      type: 'kickoff',
      title: '契約締結後の打ち合わせ',
      decisions: ['業務の進め方、作業場所及びWeb会議の実施方法は、協議で決めたとおりとする。'],
      minutes: '業務の進め方と手法、日程、作業場所及びWeb会議の実施方法を協議しました。',
    },
    {
      at: '2025-11-20 10:00',
      type: 'security-committee',
      title: '情報セキュリティ委員会',
      papersBefore: 3,
      attached: ['audit-committee-report'],
      about: { source: 'fukuoka-external', target: null },
      decisions: ['全庁に共通する課題は、担当課がひな型を示して対応する。'],
      minutes: '監査の進み具合、主な発見事項及び改善の方法を報告しました。',
    },
    {
      at: '2026-01-16 14:00',
      type: 'audit-debriefing',
      title: '監査報告会',
      papersBefore: 3,
      attached: [{ kind: 'audit-debriefing', format: 'pptx' }, 'audit-committee-report'],
      about: { source: 'fukuoka-external', target: null },
      decisions: ['改善計画書は、2月末までに作る。'],
      minutes: '監査の結果と改善の方法を、監査対象課の職員に説明しました。',
    },
    ...WORKING,
  ],
  questions: monthly('2025-06-10', '2026-02-27').map((day, index) => {
    const [by, category, title, question] = QUESTIONS[index % QUESTIONS.length] ?? QUESTIONS[0];
    const urgent = index === 3;
    return {
      asked: `${day} 10:30`,
      answered: urgent ? `${day} 15:00` : `${day.slice(0, 8)}20 16:00`,
      by,
      category,
      urgent,
      channel: urgent ? '電話' : '電子メール',
      title,
      question,
      answer: '扱う情報の分類を先に定め、共通実施手順の求める事項を確認表で確かめてから利用を決めてください。',
      cites: { code: 'city-standard', place: '第5章' },
    } as const;
  }),
  onSite: {
    clause: '5(4)②',
    days: [...monthly('2025-05-07', LAST), ...monthly('2025-05-21', LAST)],
    content: '庁舎で相談を受け、資料を確かめて助言した。',
  },
  progress: monthly('2025-05-16', LAST).map((day) => `${day} 17:30` as const),
  duties: {
    oaths: '2025-04-22 10:00',
    documents: {
      at: '2025-04-24 15:30',
      due: '2025-05-09',
      names: ['資料の貸与・返却の書面', '秘密保持に係る誓約書', '入室に要する届'],
    },
    lent: '2025-05-12 10:00',
    supervisor: '2025-04-23 10:00',
    proposal: {
      made: '2025-10-15 10:00',
      decided: '2025-10-29 15:00',
      title: '外部サービスの利用の相談を受けるときの確認表',
      content: '相談の多い事項を一枚の確認表にまとめ、所属が相談の前に使えるようにすることを提案します。',
    },
    compliance: '2025-05-09 11:00',
    disposal: '2026-03-19 10:00',
    erasedBy: '裁断機による細断',
    certificate: { requested: '2026-03-24 10:00', confirmed: '2026-03-24 14:00', certified: '2026-03-25 10:00' },
  },
  selfCheck: {
    fiscalYear: 2025,
    title: '令和7年度情報セキュリティ自己点検',
    proposed: '2025-08-01 10:00',
    decided: '2025-08-18 15:00',
    opened: '2025-09-01 09:00',
    due: '2025-10-10',
    answered: '2025-09-24 14:00',
    closed: '2025-10-14 10:00',
    analysed: '2025-12-10 11:00',
    nextYear: '2026-01-15 10:00',
    before: [
      {
        kind: 'sharpen',
        item: 'place-media',
        reason: '記録媒体の紛失は、登録のない媒体に多く起きており、台帳との照合まで尋ねる必要があるため。',
        suggestion: 'USBメモリなどの記録媒体を、台帳と年に1回以上照合しているか。',
      },
    ],
    after: [
      {
        kind: 'sharpen',
        item: 'asset-locked-storage',
        reason: '鍵の管理の記録がない課があり、実施の証拠を示せるかを尋ねる必要があるため。',
        suggestion: '自治体機密性3の情報資産の保管場所の鍵を、貸出しの記録によって管理しているか。',
      },
    ],
    notDone: [['asset-locked-storage', 'people-clear-desk'], ['asset-locked-storage'], []],
    why: '鍵のかかる保管場所が足りず、置き場所を検討しているため。',
    summary:
      '施錠して保管していない課が3課のうち2課あり、鍵のかかる保管場所の不足が共通の原因となっています。全庁で保管場所を確保するとともに、翌年度は鍵の管理の記録まで尋ねることを提案します。',
  },
  deliveries: [
    { at: '2025-12-19 10:00', made: 'records', types: ['audit-report'], perSubject: true },
    { at: '2025-12-19 11:00', made: 'records', types: ['audit-report-summary', 'audit-findings-list'] },
    {
      at: '2025-07-25 10:00',
      made: 'records',
      types: ['audit-plan', 'audit-checklist', 'pre-survey', 'audit-briefing'],
    },
    { at: '2026-03-18 12:00', made: 'records', types: ['minutes'], perSubject: true },
    { at: '2025-12-02 10:00', made: 'records', types: ['improvement-sheet'] },
    { at: '2026-01-16 10:00', made: 'records', types: ['self-check-advice'] },
    { at: '2026-01-23 11:00', made: 'records', types: ['improvement-support-record'] },
    { at: '2026-01-16 11:00', made: 'records', types: ['internal-audit-advice'] },
    { at: '2026-02-25 10:00', made: 'own', types: Object.keys(POLICY_PAPERS), papers: POLICY_PAPERS },
    { at: '2026-03-18 10:00', made: 'consultations', types: ['policy-support'] },
    { at: '2026-03-18 11:00', made: 'records', types: ['business-report', 'clause-table'] },
    { at: '2026-03-25 11:00', made: 'records', types: ['erasure-certificate'] },
  ],
  finalised: {
    at: '2026-03-24 10:00',
    types: [
      ...['minutes', 'audit-checklist', 'pre-survey', 'audit-briefing', 'audit-report', 'audit-report-summary'],
      ...['audit-findings-list', 'improvement-sheet', 'improvement-support-record', 'internal-audit-advice'],
      ...['self-check-advice', 'policy-support', ...Object.keys(POLICY_PAPERS)],
    ],
  },
  handovers: ['全体', '(1)', '(2)', '(3)', '(4)', 'その他'].map((task) => ({
    made: '2026-03-25 13:00',
    handed: '2026-03-26 10:00',
    task,
    ownNote: true,
    forms: [
      {
        form: 'disc',
        copies: [
          { name: '正本', count: 1 },
          { name: '副本', count: 1 },
        ],
      },
    ],
  })),
  audits: AUDITS,
  improvements: IMPROVEMENTS,
  auditReports: REPORTS,
  advice: ADVICE,
  rightsDeclared: '2026-03-18 13:00',
};

export const year = scriptedYear(data);
