/** The contract year under the koganei-2023 specification, in the fictional city of Kunugi. */
import { AUDITS } from './koganei-2023/audits.ts';
import { REPORTS } from './koganei-2023/reports.ts';
import { MY_NUMBER_CHECK } from './koganei-2023/survey.ts';
import { IMPROVEMENTS } from './koganei-2023/improvement.ts';
import type { Credential, PlannedMeeting, YearData } from './common/data.ts';
import { monthly } from './common/days.ts';
import { scriptedYear } from './common/year.ts';

const CONTRACT = '2023-04-03';
const LAST = '2024-03-31';

const REGULAR: readonly PlannedMeeting[] = monthly('2023-04-20', LAST).map((day) => ({
  at: `${day} 14:00`,
  type: 'regular',
  title: '定例会議',
  papersBefore: 6,
  decisions: ['次回までの作業は、説明した予定のとおり進める。'],
  minutes: '事業の進捗状況と課題を説明し、次回までの予定を確認しました。',
}));

const QUESTIONS = [
  [
    'citizens-staff',
    'マイナンバー',
    '窓口での書類の一時的な保管',
    '個人番号の記載された書類を窓口で一時的に保管するときの注意を教えてください。',
  ],
  [
    'tax-staff',
    '情報セキュリティ事業運営',
    '外部媒体の利用の申請',
    '外部媒体の利用の申請を簡単にする方法について教えてください。',
  ],
  [
    'welfare-staff',
    '調査等',
    '国からの調査への回答',
    '国の調査の項目のうち、対策の実施の状況の答え方を教えてください。',
  ],
] as const;

const credential = (type: string, number: string, field: string | null = null): Credential => ({
  type,
  number,
  field,
  validFrom: '2022-04-01',
  validTo: '2025-03-31',
});

const MUNICIPAL = { category: '市町村', population: 140_000, activities: [] } as const;

const data: YearData = {
  specification: 'koganei-2023',
  municipality: { code: 'kunugi', name: 'くぬぎ市' },
  demonstrationDay: '2023-12-15',
  title: '情報セキュリティ管理委託',
  contractDate: CONTRACT,
  contractor: '株式会社あけぼの情報研究所',
  office: { name: '情報システム課', kana: 'じょうほうしすてむか', place: 'くぬぎ市役所' },
  city: {
    ciso: '高木　俊夫',
    office: '田村　明子',
    heads: ['新井　昇', '丸山　陽子', '工藤　隆', '菊地　実', '三浦　久子'],
    staff: ['武田　海斗', '増田　沙耶', '小島　直樹'],
  },
  sections: [
    { key: 'citizens', name: '市民課', kana: 'しみんか' },
    { key: 'tax', name: '税務課', kana: 'ぜいむか' },
    { key: 'welfare', name: '福祉課', kana: 'ふくしか' },
    { key: 'insurance', name: '保険年金課', kana: 'ほけんねんきんか' },
    { key: 'schools', name: '学務課', kana: 'がくむか' },
    { key: 'environment', name: '環境政策課', kana: 'かんきょうせいさくか' },
    { key: 'roads', name: '道路管理課', kana: 'どうろかんりか' },
  ],
  members: [
    {
      key: 'pm',
      name: '杉山　剛',
      title: '業務責任者',
      roles: ['project-manager'],
      duties: ['業務責任者'],
      qualifications: [{ code: 'systems-auditor', number: 'AU-2012-00098', validFrom: '2012-12-21' }],
      experience: [
        {
          ...MUNICIPAL,
          kind: 'コンサルティング',
          client: 'こもれび市',
          subject: '情報セキュリティのコンサルティング',
          from: '2017-04-01',
          to: '2022-03-31',
        },
      ],
    },
    {
      key: 'lead',
      name: '大塚　香',
      title: '主任の業務担当者',
      roles: ['audit-lead'],
      duties: ['業務担当者'],
      qualifications: [{ code: 'cisa', number: 'CISA-2210', validFrom: '2022-01-01', validTo: '2024-12-31' }],
      experience: [
        {
          ...MUNICIPAL,
          kind: '監査',
          client: 'せせらぎ市',
          subject: '情報セキュリティ監査',
          from: '2018-04-01',
          to: '2022-03-31',
        },
      ],
    },
    { key: 'auditor', name: '千葉　翔', title: '業務担当者', roles: ['auditor'], duties: ['業務担当者'] },
    { key: 'assistant', name: '河野　瑞希', title: '業務担当者', roles: ['assistant'], duties: ['業務担当者'] },
    { key: 'quality', name: '谷口　勉', title: '品質管理者', roles: ['quality-manager'], duties: ['品質管理者'] },
  ],
  lead: 'pm',
  credentials: [
    credential('iso9001', 'QC-22-0140'),
    credential('iso27001', 'IS-22-0711'),
    credential('privacy-mark', '10820999'),
    credential('audit-service-list', '019-0007-20', '公務（官公庁・自治体等）'),
    credential('diagnosis-service-list', '019-0008-20', '公務（官公庁・自治体等）'),
    credential('csirt', '社内規程第12号'),
    credential('cybersecurity-association', '会員番号0321'),
    credential('csirt-association', '会員番号0455'),
  ],
  standards: {
    'city-policy': '令和4年4月1日改正',
    'personal-information-annex': '令和5年度版',
    // The edition that the specification names for the audit of the β′ model.
    'mic-audit-guideline': '令和4年3月版',
    'mic-policy-guideline': '令和5年3月版',
    'my-number-act': '令和5年4月1日施行',
    'my-number-guideline': '令和5年3月版',
    'mic-safety-measures': '令和4年版',
    'ppc-safety-measures': '令和4年版',
  },
  plan: {
    drafted: '2023-04-12 10:00',
    submitted: '2023-04-13 10:00',
    approved: '2023-04-19 10:00',
    contents: {
      '4(1)①ア': '監査項目：公開機器と内部機器に開いている通信の口、既知の脆弱性、管理画面の公開の有無、認証の強さ',
      '4(1)①イ': '監査項目：修正の適用の状況、不要なサービス、利用者の権限、記録の取得と保存、時刻の同期',
      '4(1)①ウ': '監査項目：入力の検査、利用者の識別と権限、通信の保護、誤りの表示、部品の版',
    },
  },
  agreed: [
    {
      at: '2023-05-10 11:00',
      clause: '3',
      topic: '令和5年度の改善目標',
      decision: '外部媒体の管理簿の記載の漏れをなくすことと、委託先の管理の記録を全課で整えることを目標とする。',
    },
  ],
  meetings: [
    ...REGULAR,
    {
      at: '2023-07-12 14:00',
      type: 'internal-checklist-review',
      title: '内部監査チェックリストの事前検討会',
      decisions: ['チェックリストは、示された案のとおりとする。'],
      minutes: '内部監査チェックリストの項目と根拠を説明し、所属での使い方を検討しました。',
    },
    {
      at: '2023-08-03 14:00',
      type: 'my-number-checklist-review',
      title: 'マイナンバー内部監査チェックリストの事前検討会',
      decisions: ['チェックリストは、示された案のとおりとする。'],
      minutes: 'マイナンバー内部監査チェックリストの項目と根拠を説明し、事務での使い方を検討しました。',
    },
    {
      at: '2024-01-16 14:00',
      type: 'external-audit-report',
      title: '外部監査の説明・報告会',
      decisions: ['改善方針案により、各部署で改善を進める。'],
      minutes: '監査報告書により、全監査項目の結果、指摘事項及び改善方針案を説明しました。',
    },
  ],
  questions: monthly('2023-06-12', '2024-02-28').map((day, index) => {
    const [by, category, title, question] = QUESTIONS[index % QUESTIONS.length] ?? QUESTIONS[0];
    return {
      asked: `${day} 10:00`,
      answered: `${day} 16:30`,
      by,
      category,
      channel: index % 2 === 0 ? '電子メール' : '電話',
      title,
      question,
      answer: 'ポリシーの定める区分に従い、保管する場所と期間を決め、記録を残す方法としてください。',
      cites: { code: 'city-policy', place: '第3章' },
    } as const;
  }),
  onSite: { clause: '4(6)②-p1', days: monthly('2023-05-12', LAST), content: '相談の内容を確かめ、資料を整理した。' },
  progress: monthly('2023-05-17', LAST).map((day) => `${day} 17:30` as const),
  duties: {
    oaths: '2023-04-05 10:00',
    lent: '2023-04-21 10:00',
    carryOut: {
      requested: '2023-09-14 10:00',
      taken: '2023-09-20 10:00',
      returned: '2023-10-10 15:00',
      backBy: '2023-10-13',
    },
    eco: '2023-05-15 10:00',
    disposal: '2024-03-28 10:00',
    erasedBy: '裁断機による細断',
  },
  deliveries: [
    { at: '2023-05-26 10:00', made: 'document', document: 'work-plan', types: ['overall-plan'], form: 'disc' },
    { at: '2024-03-27 10:00', made: 'minutes', types: ['minutes'], form: 'disc' },
    { at: '2024-03-27 10:30', made: 'consultations', types: ['consultation-record'], form: 'disc' },
    {
      at: '2024-03-27 10:45',
      made: 'records',
      types: [
        'internal-checklist',
        'my-number-checklist',
        'external-audit-checklist',
        'internal-basic-plan',
        'auditor-course',
        'internal-report',
        'internal-implementation-plan',
        'my-number-basic-plan',
        'my-number-implementation-plan',
        'external-audit-plan',
        'internal-overall-report',
        'internal-findings-list',
        'internal-improvement',
        'internal-followup',
        'my-number-report',
        'my-number-overall-report',
        'my-number-findings-list',
        'my-number-followup',
      ],
      form: 'disc',
    },
    {
      at: '2024-03-27 10:50',
      made: 'document',
      document: 'internal-audit-briefing',
      types: ['other-internal-audit'],
      form: 'disc',
    },
    {
      at: '2024-03-27 10:55',
      made: 'document',
      document: 'my-number-working-paper',
      types: ['other-my-number'],
      form: 'disc',
    },
    { at: '2023-07-20 10:00', made: 'sheet', types: ['my-number-check-sheet'], form: 'disc' },
    { at: '2023-12-20 13:00', made: 'records', types: ['external-audit-report'], form: 'disc' },
    { at: '2023-09-15 13:00', made: 'records', types: ['my-number-check-analysis'], form: 'disc' },
    { at: '2024-03-27 11:00', made: 'records', types: ['business-report', 'clause-table'] },
  ],
  handovers: [
    {
      made: '2024-03-28 13:00',
      handed: '2024-03-29 10:00',
      forms: [{ form: 'disc', copies: [{ name: '納品物', count: 2 }] }],
    },
  ],
  surveys: [MY_NUMBER_CHECK],
  audits: AUDITS,
  auditReports: REPORTS,
  improvements: IMPROVEMENTS,
  internalAuditors: {
    registered: '2023-06-19 10:00',
    auditors: ['citizens-staff', 'tax-staff', 'welfare-staff'],
    course: {
      proposed: '2023-06-20 14:00',
      agreed: '2023-06-30 10:00',
      prepared: '2023-08-04 10:00',
      held: '2023-08-24 13:30',
      to: '16:45',
      place: 'くぬぎ市役所　大会議室',
      reviewed: '2023-08-31 10:00',
      closed: '2023-09-08 10:00',
      from: '2023-08-01',
      until: '2023-09-15',
    },
    source: 'koganei-internal',
    assigned: '2023-08-11 10:00',
    submitted: '2023-10-23 10:00',
    reviewed: '2023-10-30 10:00',
    again: '2023-11-06 10:00',
    settled: '2023-11-09 10:00',
  },
  rightsDeclared: '2024-03-28 11:00',
};

export const year = scriptedYear(data);
