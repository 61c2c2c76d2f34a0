/** The contract year under the specification of a ward (tokubetsuku), in the fictional ward of Sakura. */
import { AUDITS } from './tokubetsuku/audits.ts';
import { REPORTS } from './tokubetsuku/reports.ts';
import { VERIFICATIONS } from './tokubetsuku/verification.ts';
import { STAFF_CHECK } from './tokubetsuku/survey.ts';
import { IMPROVEMENTS } from './tokubetsuku/improvement.ts';
import type { PlannedMeeting, Section, YearData } from './common/data.ts';
import { monthly } from './common/days.ts';
import { scriptedYear } from './common/year.ts';

const CONTRACT = '2026-04-01';
const LAST = '2027-03-31';

const MONTHLY: readonly PlannedMeeting[] = monthly('2026-04-20', LAST).map((day) => ({
  at: `${day} 10:00`,
  type: 'monthly',
  title: '定例会',
  papersBefore: 5,
  decisions: ['次回までの作業は、進捗の記録に示した予定のとおり進める。'],
  minutes: '進捗と課題、相談の状況及びインシデントの発生状況を確認しました。',
}));

const SECTIONS: readonly Section[] = [
  { key: 'citizens', name: '戸籍住民課', kana: 'こせきじゅうみんか' },
  { key: 'tax', name: '税務課', kana: 'ぜいむか' },
  { key: 'welfare', name: '生活福祉課', kana: 'せいかつふくしか' },
  { key: 'insurance', name: '国保年金課', kana: 'こくほねんきんか' },
  { key: 'care', name: '介護保険課', kana: 'かいごほけんか' },
  { key: 'nursery', name: '保育課', kana: 'ほいくか' },
  { key: 'disability', name: '障害福祉課', kana: 'しょうがいふくしか' },
  { key: 'health', name: '健康推進課', kana: 'けんこうすいしんか' },
  { key: 'environment', name: '環境課', kana: 'かんきょうか' },
  { key: 'roads', name: '道路公園課', kana: 'どうろこうえんか' },
  { key: 'schools', name: '学務課', kana: 'がくむか' },
  { key: 'library', name: '中央図書館', kana: 'ちゅうおうとしょかん' },
  { key: 'planning', name: '企画課', kana: 'きかくか' },
  { key: 'general', name: '総務課', kana: 'そうむか' },
];

const QUESTIONS = [
  [
    'citizens-staff',
    '情報セキュリティ事業運営',
    '窓口の端末の利用の手順',
    '窓口の端末を交替で使うときの手順について、他の団体の例を教えてください。',
  ],
  [
    'tax-staff',
    '他自治体の動向調査等',
    '電子申請の添付ファイルの扱い',
    '電子申請で受けた添付ファイルの無害化について、他の団体の方法を教えてください。',
  ],
  [
    'welfare-staff',
    '情報セキュリティインシデントの発生',
    '誤送付の後の対応',
    '書類の誤送付を防ぐ確認の手順について、再発防止の例を教えてください。',
  ],
] as const;

const data: YearData = {
  specification: 'tokubetsuku',
  municipality: { code: 'sakura', name: 'さくら区' },
  demonstrationDay: '2026-12-11',
  title: '情報セキュリティ対策支援業務委託',
  contractDate: CONTRACT,
  periodTo: LAST,
  contractor: '株式会社けやき情報研究所',
  office: { name: '情報政策課', kana: 'じょうほうせいさくか', place: 'さくら区役所　会議室' },
  city: {
    ciso: '桜井　宏',
    office: '内田　聡子',
    heads: ['小川　正樹', '中島　裕美', '村田　進'],
    staff: ['加藤　陸', '石川　楓', '上田　美月'],
  },
  sections: SECTIONS,
  members: [
    { key: 'pm', name: '広瀬　篤', title: '業務の責任者', roles: ['project-manager'], duties: ['担当者'] },
    { key: 'lead', name: '望月　玲子', title: '主たる担当者', roles: ['audit-lead'], duties: ['主たる担当者'] },
    { key: 'auditor', name: '浜田　大樹', title: '監査担当者', roles: ['auditor'], duties: ['監査担当者'] },
    { key: 'assistant', name: '岩崎　結', title: '研修講師', roles: ['assistant'], duties: ['研修講師'] },
    { key: 'quality', name: '横山　修', title: '品質管理担当', roles: ['quality-manager'], duties: ['担当者'] },
  ],
  lead: 'lead',
  credentials: [],
  standards: {
    'city-standard': '令和7年4月1日改正',
    'city-guideline': '令和7年4月1日改正',
    'section-procedure': '令和7年度版',
    'mic-policy-guideline': '令和7年3月版',
    'mic-audit-guideline': '令和7年3月版',
    'system-management-standard': '令和5年版',
    'my-number-guideline': '令和7年版',
    'pip-guideline': '令和7年版',
  },
  plan: { drafted: '2026-04-06 10:00', submitted: '2026-04-08 10:00', approved: '2026-04-10 10:00' },
  agreed: [
    {
      at: '2026-05-18 11:00',
      clause: '1(2)',
      topic: '自己点検の対象者と時期',
      decision: '一般職員、システム担当者及び保護担当者の中から選んだ職員を対象とし、6月に行う。',
    },
    {
      at: '2026-04-20 11:30',
      clause: '3',
      topic: '途中の提出の時期',
      decision: '議事録は会議の都度、その他の成果物は業務の終わりごとに提出する。',
    },
  ],
  meetings: [
    ...MONTHLY,
    {
      at: '2026-08-28 14:00',
      type: 'self-check-debriefing',
      title: '調査結果報告会',
      decisions: ['課題のある事項は、秋の研修で取り上げる。'],
      minutes: '調査結果報告書により、回答の状況、課題及び提案を報告しました。',
    },
    {
      at: '2026-09-11 14:00',
      type: 'asset-audit-briefing',
      title: '監査説明会（情報資産及び特定個人情報）',
      decisions: ['事前調査票と資料は、9月18日までに提出する。'],
      minutes: '外部監査の趣旨、実施方法及び事前調査の準備を、被監査部門に説明しました。',
    },
    {
      at: '2026-10-13 14:00',
      type: 'system-audit-briefing',
      title: '監査説明会（情報システム）',
      decisions: ['事前調査票と資料は、10月16日までに提出する。'],
      minutes: '外部監査の趣旨、実施方法及び事前調査の準備を、被監査部門に説明しました。',
    },
    {
      at: '2026-12-18 14:00',
      type: 'asset-audit-debriefing',
      title: '監査結果報告会（情報資産及び特定個人情報）',
      about: { source: 'ward-information-assets', target: null },
      decisions: ['改善の計画は、1月末までに作る。'],
      minutes: '監査の結果、区の課題及び他の自治体の事例を踏まえた対応の方法を、被監査部門に説明しました。',
    },
    {
      at: '2026-12-22 14:00',
      type: 'system-audit-debriefing',
      title: '監査結果報告会（情報システム）',
      about: { source: 'ward-information-system', target: null },
      decisions: ['改善の計画は、1月末までに作る。'],
      minutes: '監査の結果、区の課題及び他の自治体の事例を踏まえた対応の方法を、区に説明しました。',
    },
  ],
  questions: monthly('2026-05-11', '2027-02-26').map((day, index) => {
    const [by, category, title, question] = QUESTIONS[index % QUESTIONS.length] ?? QUESTIONS[0];
    return {
      asked: `${day} 10:30`,
      answered: `${day.slice(0, 8)}18 16:00`,
      by,
      category,
      channel: '画面',
      title,
      question,
      answer: '他の団体の手順では、確認を二人で行い、記録を残しています。区の基準に合わせて同じ形を提案します。',
      cites: { code: 'city-standard', place: '第6章' },
    } as const;
  }),
  onSite: { clause: '1(10)ウ', days: monthly('2026-05-12', LAST), content: '区役所で相談の内容を確かめた。' },
  progress: monthly('2026-04-15', LAST).map((day) => `${day} 17:30` as const),
  duties: {
    oaths: '2026-04-02 10:00',
    documents: {
      at: '2026-04-03 10:00',
      due: '2026-04-10',
      names: ['機密情報の取扱いに関する標準特記仕様書（別紙1-1）'],
    },
    lent: '2026-04-13 10:00',
    annexes: {
      at: '2026-04-06 10:00',
      items: [
        '秘密の保持',
        '目的外の利用及び提供の禁止',
        '複写及び複製の禁止',
        '事故が起きたときの報告',
        '資料の返却及び廃棄',
      ],
    },
    substitutes: { at: '2026-04-06 11:00', by: { lead: 'auditor' } },
    compliance: '2026-04-10 10:00',
    disposal: '2027-03-30 10:00',
    erasedBy: '切断',
  },
  deliveries: [
    { at: '2026-08-20 10:00', made: 'records', types: ['self-check-report'] },
    { at: '2027-03-29 10:00', made: 'records', types: ['minutes', 'month-report'], perSubject: true },
    {
      at: '2027-03-29 10:30',
      made: 'records',
      types: [
        'internal-checklist',
        'internal-forms',
        'asset-audit-checklist',
        'system-audit-checklist',
        'asset-audit-report',
        'system-audit-report',
        'asset-audit-debriefing',
        'system-audit-debriefing',
        'internal-audit-report',
        'internal-auditor-course',
        'asset-audit-plan',
        'system-audit-plan',
        'asset-pre-survey',
        'system-pre-survey',
        'asset-audit-briefing',
        'system-audit-briefing',
      ],
    },
    { at: '2027-03-29 11:00', made: 'records', types: ['business-report', 'clause-table'] },
    { at: '2027-03-29 13:00', made: 'standards', types: ['other'] },
  ],
  rest: {
    at: '2027-03-29 14:00',
    materials: [
      { name: '打ち合わせの資料', delivered: true, reason: '' },
      { name: '作業の途中の控え', delivered: false, reason: '納めた成果物に、同じ内容が入っているため。' },
    ],
  },
  handovers: [
    {
      made: '2027-03-30 13:00',
      handed: '2027-03-30 16:00',
      forms: [
        { form: 'bound', copies: [{ name: '納品物', count: 1 }] },
        { form: 'electronic', copies: [{ name: '納品物', count: 1 }] },
      ],
    },
  ],
  surveys: [STAFF_CHECK],
  audits: AUDITS,
  verifications: VERIFICATIONS,
  auditReports: REPORTS,
  improvements: IMPROVEMENTS,
  internalAuditors: {
    registered: '2026-07-22 10:00',
    auditors: ['citizens-staff', 'tax-staff', 'welfare-staff'],
    course: {
      proposed: '2026-06-15 10:00',
      agreed: '2026-06-26 10:00',
      prepared: '2026-07-24 10:00',
      held: '2026-08-19 13:30',
      to: '16:45',
      place: 'さくら区役所　研修室',
      reviewed: '2026-08-27 10:00',
      closed: '2026-09-04 10:00',
      from: '2026-07-01',
      until: '2026-08-31',
    },
    source: 'ward-internal',
    assigned: '2026-09-14 10:00',
    submitted: '2026-11-02 10:00',
    reviewed: '2026-11-10 10:00',
    again: '2026-11-17 10:00',
    settled: '2026-11-20 10:00',
  },
  advice: [
    {
      ...{ asked: '2026-07-06 10:00', given: '2026-07-15 15:00', recorded: '2026-07-16 10:00' },
      ...{ area: 'policy', topic: '手順の整備', channel: '電子メール', category: '他自治体の動向調査等' },
      title: '実施手順に置くべき項目',
      question: '窓口の端末の実施手順を整えるに当たり、ほかの区ではどこまで定めているかを踏まえて助言をください。',
      answer:
        '端末の引継ぎ、離席のときの操作及び印刷物の回収の三つを、窓口ごとの手順に分けて書くことを勧めます。共通の部分は一つの手順にまとめ、窓口の手順からは番号で引くと、改正が一度で済みます。',
      precedent: '同じ規模の区では、共通の手順を一つ置き、窓口ごとの違いを一枚の別表にまとめている。',
      cites: { code: 'city-standard', place: '第4章' },
    },
  ],
  rightsDeclared: '2027-03-30 11:00',
};

export const year = scriptedYear(data);
