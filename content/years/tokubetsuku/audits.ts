/** The audits of the ward of Sakura: internal in twelve sections, information assets with individual numbers, systems. */
import type { PlannedAudit } from '../common/audit-data.ts';
import {
  CONTRACT_CLAUSES,
  DISPOSAL,
  JOINERS,
  LOCK,
  PAPER_DISPOSAL,
  REGISTER,
  REPORT_ROUTE,
  RESTORE,
} from '../common/observations.ts';

const AUDITED = [
  ['citizens', '戸籍住民課', '2026-10-14 10:00'],
  ['tax', '税務課', '2026-10-14 14:00'],
  ['welfare', '生活福祉課', '2026-10-15 10:00'],
  ['insurance', '国保年金課', '2026-10-15 14:00'],
  ['care', '介護保険課', '2026-10-16 10:00'],
  ['nursery', '保育課', '2026-10-16 14:00'],
  ['disability', '障害福祉課', '2026-10-19 10:00'],
  ['health', '健康推進課', '2026-10-19 14:00'],
  ['environment', '環境課', '2026-10-21 10:00'],
  ['roads', '道路公園課', '2026-10-21 14:00'],
  ['schools', '学務課', '2026-10-22 10:00'],
  ['library', '中央図書館', '2026-10-22 14:00'],
] as const;

const INTERNAL: PlannedAudit = {
  source: 'ward-internal',
  proposed: '2026-07-13 10:00',
  decided: '2026-07-21 10:00',
  targets: AUDITED.map(([key, name]) => ({ kind: 'department', name, sections: [key], place: `${name}　執務室` })),
  scheduled: '2026-09-11 10:00',
  plans: [
    { stage: 'basic', submitted: '2026-08-03 10:00' },
    {
      stage: 'implementation',
      perTarget: true,
      submitted: '2026-09-18 10:00',
      distributed: '2026-09-24 10:00',
      confirmed: '2026-09-30 10:00',
    },
  ],
  checklist: {
    drafted: '2026-08-05 10:00',
    agreed: '2026-08-20 10:00',
    grounds: [
      { standard: 'mic-audit-guideline', place: '組織的な対策に係る監査項目' },
      { standard: 'city-standard', place: '第4章' },
      { standard: 'city-guideline', place: '第2章' },
    ],
    earlier: [
      { number: '1', title: '情報資産の台帳', point: '情報資産の台帳が作られているか。' },
      { number: '2', title: '記録媒体の管理', point: '記録媒体が台帳により管理されているか。' },
      { number: '3', title: '委託先の管理', point: '委託先に守秘の誓約を求めているか。' },
    ],
    forms: { at: '2026-08-28 10:00', note: '見直した項目の番号と分野に合わせ、報告書の様式の欄を改めた。' },
  },
  noticed: '2026-09-25 10:00',
  held: {
    at: AUDITED.map(([, , at]) => at),
    minutes: 60,
    place: '対象所属の執務室',
    methods: ['ヒアリング', '書類確認', '現場確認'],
    interviewees: ['所属長', '情報セキュリティ担当の職員'],
    interviewTopics: ['情報資産の管理', '委託先の管理', '事故が起きたときの報告'],
    byCity: {
      auditors: '区の内部監査人　2名',
      helped: {
        検出事項に漏れがないか: '共有フォルダの一覧も台帳と照らすよう助言した。',
        内部監査人の権限を越える質問への対応: '国のガイドラインの考え方を問われ、受託者が答えた。',
      },
    },
    confirmed: '2026-10-30 10:00',
  },
  observed: [
    { at: [1, 5], what: DISPOSAL },
    { at: [0, 3, 8], what: REPORT_ROUTE },
    { at: [2, 6, 9], what: REGISTER },
    { at: [4], what: CONTRACT_CLAUSES },
  ],
  results: {
    drafted: '2026-11-02 13:00',
    issued: '2026-11-06 10:00',
    confirmed: '2026-11-13 10:00',
    answered: '2026-11-19 10:00',
    settled: '2026-11-24 10:00',
    noticed: '2026-11-27 10:00',
    sent: '2026-12-03 10:00',
    number: '8さ情政第20%号',
    summary:
      '区セキュリティポリシーに沿った取組がおおむね行われています。検出した事項は、手順と担当を決めることで改善できるものです。助言を参考に改善を進めてください。',
    explained: '2026-12-10 10:00',
    closed: '2027-03-12 10:00',
    common: [
      {
        at: '2026-12-04 10:00',
        item: REGISTER.item,
        title: '共有フォルダと台帳の照合',
        text: '今年度に作られた共有フォルダが台帳に載っていない所属が複数あった。作成の申請と台帳を結び付ける仕組みがないことが共通の原因である。',
        template: '共有フォルダ作成申請書（台帳番号の欄のあるもの）のひな型',
        note: '申請の様式に台帳の番号を書く欄を設けた。',
      },
    ],
  },
};

const ASSETS: PlannedAudit = {
  source: 'ward-information-assets',
  proposed: '2026-06-22 10:00',
  decided: '2026-07-06 10:00',
  targets: [
    {
      kind: 'affair',
      name: '住民基本台帳事務',
      affair: '住民基本台帳事務',
      sections: ['citizens', 'insurance'],
      myNumber: true,
      place: '戸籍住民課及び国保年金課の執務室',
    },
  ],
  scheduled: '2026-07-10 10:00',
  plans: [
    {
      stage: 'implementation',
      submitted: '2026-07-17 10:00',
      agreed: '2026-07-30 10:00',
      words: {
        特別な評価方法があればその内容: '特定個人情報の書類については、終業後の保管の状況を現場で確かめる。',
        評価の日: '令和8年10月30日までに評価を終える。',
        監査の協議の日時と内容: '令和8年7月30日　計画の内容と各作業の時期',
        監査報告会の日時と内容: '令和8年12月　監査の結果、区の課題及び対応の方法',
        その他監査に必要な事項: '執務室に入る監査人は、身分証明書を携帯する。',
      },
    },
  ],
  checklist: {
    drafted: '2026-08-03 13:00',
    agreed: '2026-08-21 10:00',
    grounds: [
      { standard: 'city-standard', place: '第3章' },
      { standard: 'city-guideline', place: '第2章' },
      { standard: 'my-number-guideline', place: '安全管理措置の章', set: '特定個人情報の安全管理措置' },
    ],
    trends: [
      {
        name: 'サイバー攻撃のトレンド',
        text: '身代金を求める不正プログラムによる被害が続いていることから、保管の場所とバックアップを確かめる。',
      },
      { name: '他自治体の傾向', text: '書類の誤送付と媒体の紛失が多いことから、発送と持出しの手順を確かめる。' },
      { name: '本区特有の課題', text: '窓口の委託が広がっていることから、委託先の従事者の取扱いを確かめる。' },
    ],
  },
  documents: {
    titles: ['特定個人情報の取扱規程', '情報資産の台帳'],
    requested: '2026-09-01 10:00',
    due: '2026-09-18',
    answered: '2026-09-17 10:00',
  },
  survey: { sent: '2026-09-01 11:00', due: '2026-09-18', answered: '2026-09-16 10:00', read: '2026-09-25 10:00' },
  briefing: '2026-09-10 10:00',
  noticed: '2026-09-14 10:00',
  held: {
    at: ['2026-10-05 10:00'],
    minutes: 105,
    place: '対象所属の執務室',
    methods: ['ヒアリング', '文書・記録の閲覧', '現場の視察'],
    interviewees: ['所属長', '事務取扱担当者'],
    interviewTopics: ['情報資産の取扱い', '特定個人情報の取得から廃棄までの手順'],
    checks: ['情報資産', '特定個人情報'],
    perSection: true,
    confirmed: '2026-10-26 10:00',
  },
  observed: [
    { at: [0], what: LOCK },
    { at: [0], what: REPORT_ROUTE },
    { at: [0], what: PAPER_DISPOSAL },
  ],
  results: {
    drafted: '2026-10-28 10:00',
    issued: '2026-11-04 13:00',
    confirmed: '2026-11-11 10:00',
    answered: '2026-11-18 10:00',
    settled: '2026-11-20 13:00',
    noticed: '2026-11-25 10:00',
    sent: '2026-12-01 10:00',
    number: '8さ情政第18%号',
    summary:
      '情報資産の保護と特定個人情報の安全管理措置は、おおむね適切に行われています。書類の保管と連絡の体制について、改善を助言します。',
    explained: '2026-12-18 10:00',
    closed: '2027-03-12 11:00',
  },
};

const SYSTEMS: PlannedAudit = {
  source: 'ward-information-system',
  proposed: '2026-06-23 10:00',
  decided: '2026-07-07 10:00',
  targets: [
    {
      kind: 'system',
      name: '税務システム',
      affair: '税務',
      sections: ['tax'],
      vendor: '株式会社すみれ情報サービス',
      vendorCheck: { vendorCheck: true, siteVisit: true, verification: true },
    },
    {
      kind: 'system',
      name: '福祉総合システム',
      affair: '福祉',
      sections: ['welfare'],
      externalService: true,
      vendorCheck: { vendorCheck: false, siteVisit: false, verification: false },
    },
  ],
  scheduled: '2026-08-12 10:00',
  plans: [
    {
      stage: 'implementation',
      submitted: '2026-08-20 10:00',
      agreed: '2026-08-31 10:00',
      words: {
        特別な評価方法があればその内容: '税務システムのデータセンターについては、現地の視察により評価する。',
        評価の日: '令和8年11月30日までに評価を終える。',
        監査の協議の日時と内容: '令和8年8月31日　計画の内容と各作業の時期',
        監査報告会の日時と内容: '令和8年12月　監査の結果、区の課題及び対応の方法',
        その他監査に必要な事項: '保守業者の同席は、区の承認を得て行う。',
      },
      changed: {
        at: '2026-10-05 13:00',
        reason: 'データセンターの都合により、視察の日を11月10日に改めるため。',
        agreed: '2026-10-08 10:00',
      },
    },
  ],
  checklist: {
    drafted: '2026-09-02 10:00',
    agreed: '2026-09-18 13:00',
    grounds: [
      { standard: 'city-standard', place: '第6章' },
      { standard: 'city-guideline', place: '第5章' },
      { standard: 'section-procedure', place: '運用の手順' },
      { standard: 'mic-audit-guideline', place: '情報システムの運用に係る監査項目' },
      { standard: 'system-management-standard', place: '運用プロセス' },
    ],
  },
  documents: {
    titles: ['運用の手順書', '委託の契約書'],
    requested: '2026-10-01 10:00',
    due: '2026-10-16',
    answered: '2026-10-15 10:00',
  },
  survey: { sent: '2026-10-01 11:00', due: '2026-10-16', answered: '2026-10-14 11:30', read: '2026-10-23 10:00' },
  briefing: '2026-10-09 10:00',
  noticed: '2026-10-12 10:00',
  held: {
    at: ['2026-11-04 10:00', '2026-11-05 10:00'],
    minutes: 120,
    place: 'さくら区役所　会議室及び機器室',
    methods: ['ヒアリング', '文書・記録の閲覧', '現場の視察'],
    interviewees: ['システムの所管課の担当者', '運用の担当者'],
    interviewTopics: ['アカウントの管理', 'バックアップと復旧', '委託先の管理'],
    vendorVisits: [
      {
        target: 0,
        at: '2026-11-10 14:00',
        minutes: 120,
        place: 'すみれ情報サービス　第一データセンター',
        people: 2,
        checks: ['情報システムの対策状況', '保守業者等による区情報資産の管理方法'],
      },
    ],
    confirmed: '2026-11-19 13:00',
  },
  observed: [
    { at: [0], what: JOINERS },
    { at: [1], what: RESTORE },
  ],
  results: {
    drafted: '2026-11-24 13:00',
    issued: '2026-11-27 13:00',
    confirmed: '2026-12-02 10:00',
    answered: '2026-12-07 10:00',
    settled: '2026-12-09 10:00',
    noticed: '2026-12-11 10:00',
    sent: '2026-12-15 10:00',
    number: '8さ情政第21%号',
    summary:
      '適用基準はおおむね守られています。利用者の停止と復元の訓練について、運用の形に合った方法で改善することを助言します。',
    explained: '2026-12-22 10:00',
    closed: '2027-03-12 13:00',
  },
};

export const AUDITS: readonly PlannedAudit[] = [INTERNAL, ASSETS, SYSTEMS];
