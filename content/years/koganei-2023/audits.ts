/** The audits of Kunugi: internal with the city's own auditors, individual numbers by proxy, and the β′ model. */
import type { PlannedAudit } from '../common/audit-data.ts';
import {
  CONTRACT_CLAUSES,
  DISPOSAL,
  EXCEPTIONS,
  LEAVERS,
  LOCK,
  NO_FOREIGN,
  PAPER_DISPOSAL,
  RECOVERY,
  REGISTER,
  REPORT_ROUTE,
} from '../common/observations.ts';

const INTERNAL: PlannedAudit = {
  source: 'koganei-internal',
  proposed: '2023-06-12 10:00',
  decided: '2023-06-16 10:00',
  targets: [
    { kind: 'department', name: '市民課', sections: ['citizens'], place: '市民課　執務室' },
    { kind: 'department', name: '税務課', sections: ['tax'], place: '税務課　執務室' },
    { kind: 'department', name: '保険年金課', sections: ['insurance'], place: '保険年金課　執務室' },
    { kind: 'department', name: '学務課', sections: ['schools'], place: '学務課　執務室' },
  ],
  scheduled: '2023-08-10 10:00',
  plans: [
    { stage: 'basic', submitted: '2023-06-23 10:00' },
    {
      stage: 'implementation',
      perTarget: true,
      submitted: '2023-08-18 10:00',
      distributed: '2023-08-25 10:00',
      confirmed: '2023-09-01 10:00',
    },
  ],
  checklist: {
    drafted: '2023-06-30 10:00',
    returned: {
      at: '2023-07-05 10:00',
      remark: '事前検討会で、所属の言葉に合わせた確認の例を添えてください。',
      again: '2023-07-10 10:00',
    },
    agreed: '2023-07-14 10:00',
    grounds: [
      { standard: 'city-policy', place: '第3章' },
      { standard: 'mic-audit-guideline', place: '組織的な対策に係る監査項目' },
      { standard: 'mic-policy-guideline', place: '対策基準の例文' },
    ],
  },
  briefing: '2023-08-18 11:00',
  noticed: '2023-08-28 10:00',
  held: {
    at: ['2023-10-03 10:00', '2023-10-05 10:00', '2023-10-11 10:00', '2023-10-12 10:00'],
    minutes: 60,
    place: '対象所属の執務室',
    methods: ['ヒアリング', 'レビュー', '視察', '再実施'],
    interviewees: ['所属長', '情報セキュリティ担当の職員'],
    interviewTopics: ['情報資産の管理', '委託先の管理', '事故が起きたときの報告'],
    byCity: {
      auditors: '内部監査人　2名',
      helped: {
        検出事項に漏れがないか: '視察した物品庫の棚卸しの記録も確かめるよう助言した。',
        内部監査人の質問への対応支援: '所属から問われた媒体の消去の基準を、その場で示した。',
      },
    },
    confirmed: '2023-10-20 10:00',
  },
  observed: [
    { at: [0, 3], what: REPORT_ROUTE },
    { at: [1], what: DISPOSAL },
    { at: [2, 3], what: REGISTER },
    { at: [1], what: CONTRACT_CLAUSES },
  ],
  results: {
    drafted: '2023-10-25 10:00',
    issued: '2023-11-01 10:00',
    confirmed: '2023-11-10 10:00',
    answered: '2023-11-17 10:00',
    settled: '2023-11-22 10:00',
    noticed: '2023-11-28 10:00',
    sent: '2023-12-05 10:00',
    number: '5く情シ第10%号',
    summary:
      'ポリシーに沿った取組がおおむね行われています。検出した事項は、手順と担当を決めることで改善できるものです。助言を参考に、所属に合った方法で改善を進めてください。',
    explained: '2023-12-12 10:00',
    closed: '2024-03-08 10:00',
    common: [
      {
        at: '2023-12-08 10:00',
        item: REGISTER.item,
        title: '共有フォルダと台帳の照合',
        text: '今年度に作られた共有フォルダが台帳に載っていない所属が複数あった。作成の申請と台帳を結び付ける仕組みがないことが共通の原因である。',
        template: '共有フォルダ作成申請書（台帳番号の欄のあるもの）のひな型',
        note: '申請の様式に台帳の番号を書く欄を設けた。',
      },
    ],
  },
};

const MY_NUMBER: PlannedAudit = {
  source: 'koganei-my-number',
  proposed: '2023-06-19 10:00',
  decided: '2023-06-28 10:00',
  targets: [
    { kind: 'department', name: '市民課', sections: ['citizens'], place: '市民課　執務室' },
    { kind: 'department', name: '税務課', sections: ['tax'], place: '税務課　執務室' },
    { kind: 'department', name: '福祉課', sections: ['welfare'], place: '福祉課　執務室' },
    { kind: 'department', name: '保険年金課', sections: ['insurance'], place: '保険年金課　執務室' },
  ],
  scheduled: '2023-09-08 10:00',
  plans: [
    { stage: 'basic', submitted: '2023-07-14 10:00' },
    {
      stage: 'implementation',
      perTarget: true,
      submitted: '2023-09-15 10:00',
      distributed: '2023-09-22 10:00',
      confirmed: '2023-09-29 10:00',
    },
  ],
  checklist: {
    drafted: '2023-07-24 10:00',
    agreed: '2023-08-09 10:00',
    grounds: [
      { standard: 'city-policy', place: '第5章' },
      { standard: 'my-number-act', place: '第12条' },
      { standard: 'my-number-guideline', place: '安全管理措置の章' },
      { standard: 'mic-safety-measures', place: '安全管理措置' },
      { standard: 'ppc-safety-measures', place: '安全管理措置' },
    ],
  },
  noticed: '2023-09-25 10:00',
  held: {
    at: ['2023-10-17 13:30', '2023-10-19 13:30', '2023-10-24 13:30', '2023-10-26 13:30'],
    minutes: 180,
    place: '対象所属の執務室',
    methods: ['ヒアリング', 'レビュー', '視察', '再実施'],
    interviewees: ['保護責任者', '事務取扱担当者'],
    interviewTopics: ['個人番号の取得から廃棄までの手順', '権限の管理', '漏えいの報告の手順'],
    viewpoints: ['業務内容', '情報機器の利用状況', '職場環境'],
    confirmed: '2023-11-06 10:00',
  },
  observed: [
    { at: [0, 2], what: LOCK },
    { at: [1], what: LEAVERS },
    { at: [3], what: PAPER_DISPOSAL },
    { at: [0, 1, 2, 3], what: NO_FOREIGN },
  ],
  results: {
    drafted: '2023-11-08 10:00',
    issued: '2023-11-15 10:00',
    confirmed: '2023-11-22 10:00',
    answered: '2023-11-30 10:00',
    settled: '2023-12-05 10:00',
    noticed: '2023-12-11 10:00',
    sent: '2023-12-14 10:00',
    number: '5く情シ第12%号',
    summary:
      '番号法の求める安全管理措置はおおむね講じられています。検出した事項は、日々の手順に組み込むことで改善できるものです。',
    explained: '2023-12-20 10:00',
    closed: '2024-03-08 11:00',
    common: [
      {
        at: '2023-12-08 11:00',
        item: LOCK.item,
        title: '個人番号の記載された書類の施錠',
        text: '複数の所属で、書庫の不足のため書類が施錠されない棚に置かれていた。保存期間を過ぎた文書の廃棄の遅れが共通の原因である。',
        template: '書庫の点検表と廃棄の計画表のひな型',
        note: '月に1回、所属で点検できる一枚の様式とした。',
      },
    ],
  },
};

const BETA_PRIME: PlannedAudit = {
  source: 'koganei-beta-prime',
  proposed: '2023-06-20 10:00',
  decided: '2023-06-29 10:00',
  targets: [
    {
      kind: 'system',
      name: '内部情報ネットワーク基盤',
      segment: '内部情報ネットワーク基盤',
      sections: ['security'],
    },
    { kind: 'system', name: '文書管理システム', segment: 'インターネット接続系', sections: ['security'] },
    { kind: 'system', name: '財務会計システム', segment: 'インターネット接続系', sections: ['tax'] },
    { kind: 'system', name: '人事給与システム', segment: 'インターネット接続系', sections: ['welfare'] },
  ],
  scheduled: '2023-07-24 10:00',
  plans: [{ stage: 'implementation', submitted: '2023-07-31 10:00', agreed: '2023-08-22 10:00' }],
  checklist: {
    drafted: '2023-08-01 10:00',
    agreed: '2023-08-24 10:00',
    grounds: [{ standard: 'mic-audit-guideline', place: 'β′モデルに係る監査項目' }],
  },
  held: {
    at: ['2023-09-12 10:00', '2023-09-13 10:00', '2023-09-14 10:00', '2023-09-15 10:00'],
    minutes: 120,
    place: 'くぬぎ市役所　会議室',
    methods: ['監査資料のレビュー', '監査対象部署へのヒアリング'],
    interviewees: ['基盤の管理者', 'システムの担当者'],
    interviewTopics: ['組織的・人的な対策の状況', '監視と復旧の体制'],
    confirmed: '2023-10-13 10:00',
  },
  observed: [
    { at: [0], what: EXCEPTIONS },
    { at: [0, 2], what: RECOVERY },
  ],
  results: {
    drafted: '2023-10-16 10:00',
    issued: '2023-10-20 10:00',
    confirmed: '2023-10-27 10:00',
    answered: '2023-11-06 10:00',
    settled: '2023-11-08 10:00',
    noticed: '2023-11-13 10:00',
    sent: '2023-11-17 10:00',
    number: '5く情シ第8%号',
    summary: 'β′モデルの採用に必要な対策はおおむね整えられています。復旧の手順と例外の管理について、改善を助言します。',
    explained: '2023-11-24 10:00',
    closed: '2024-03-08 13:00',
  },
};

export const AUDITS: readonly PlannedAudit[] = [INTERNAL, MY_NUMBER, BETA_PRIME];
