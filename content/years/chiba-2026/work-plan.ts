/** What the contractor writes into the WBS: contents, people and the days on which the work really began and ended. */

export interface Work {
  readonly content: string;
  readonly members: readonly string[];
  /** First and last day of the work as it went. */
  readonly actual: readonly [string, string];
}

const OFFICE = '情報セキュリティ課';
const MANAGER = '佐藤　健一';
const LEAD = '髙﨑　由美';
const AUDITOR = '𠮷野　隆';
const ASSISTANT = '小林　美咲';
const QUALITY = '岡田　直樹';

/** By the clause that asks for the work. */
export const WORKS: Readonly<Record<string, Work>> = {
  '9【監査対象課】-p2': {
    content: '発注者が、自己点検と予備調査から求めたリスク値を基に4課を選び、受注者に通知する。',
    members: [OFFICE],
    actual: ['2026-09-14', '2026-09-24'],
  },
  '9【自己点検、予備調査】': {
    content: '発注者が、9局の全ての課を対象に自己点検（30項目）と予備調査を行い、回答を取りまとめる。',
    members: [OFFICE],
    actual: ['2026-07-01', '2026-09-11'],
  },
  '9(1)ア-p1': {
    content: '業務の進め方、体制、作業環境及び日程を整理し、作業計画書とスケジュールの案を作成する。',
    members: [MANAGER, LEAD],
    actual: ['2026-06-01', '2026-06-08'],
  },
  '9(1)ア-p2': {
    content: '仕様書の業務項目ごとに作業を分け、担当、先行作業及び予定期間を示したWBSを作成する。',
    members: [LEAD, ASSISTANT],
    actual: ['2026-06-01', '2026-06-08'],
  },
  '9(1)ア(ア)': {
    content: '作業計画の内容をCISOに至るまで説明する。日程は発注者と調整し、契約締結からおおむね14日以内とする。',
    members: [OFFICE, MANAGER, LEAD],
    actual: ['2026-06-08', '2026-06-11'],
  },
  '9(1)イ-p1': {
    content:
      '自己点検と予備調査だけでは分からない事項について、確認に必要な書類を課ごとに特定する。提出の依頼は発注者が行う。',
    members: [OFFICE, LEAD, AUDITOR],
    actual: ['2026-11-04', '2026-11-18'],
  },
  '9(1)イ(ア)-p1': {
    content: '自己点検と予備調査の回答を受領し、集計して課題の把握に用いる。',
    members: [OFFICE, LEAD, ASSISTANT],
    actual: ['2026-09-11', '2026-09-11'],
  },
  '9(1)イ(ア)-p2': {
    content:
      '監査対象課ごとの課題を整理し、目的、方法、期間、依頼事項、指摘・意見の基準等を記載した監査方針を協議して定める。',
    members: [OFFICE, LEAD, AUDITOR],
    actual: ['2026-10-01', '2026-10-19'],
  },
  '9(1)イ(ア)※': {
    content: '発注者が、監査方針に基づいて監査対象課に監査通知書を送付する。',
    members: [OFFICE],
    actual: ['2026-11-02', '2026-11-02'],
  },
  '9(1)イ(イ)-p1': {
    content: '提出された書類と電子メール又は対面のヒアリングにより、チェックリストの項目ごとに対策が適切かを確かめる。',
    members: [LEAD, AUDITOR, ASSISTANT],
    actual: ['2026-11-10', '2027-01-08'],
  },
  '9(1)イ(イ)-p5': {
    content:
      '特に必要が高い課で現場を確かめる。当日の時間割の確認を事前に受け、発見事項の概要を5開庁日以内に提出する。',
    members: [OFFICE, LEAD, AUDITOR, ASSISTANT],
    actual: ['2026-12-02', '2026-12-11'],
  },
  '9(1)ウ-p1': {
    content: '発注者が指定する契約について、募集から契約までの書類に29項目が反映されているかを確かめ、助言を行う。',
    members: [LEAD, AUDITOR],
    actual: ['2026-11-10', '2027-01-13'],
  },
  '9(1)ウ(イ)': {
    content: '外部サービス利用管理台帳の記載が、契約の書類と一致しているかを確かめる。',
    members: [AUDITOR, ASSISTANT],
    actual: ['2026-12-15', '2027-01-13'],
  },
  '9(1)エ-p1': {
    content: '不適切な運用を根拠、原因及び想定されるリスクとともに発見事項に整理し、発注者の確認を受ける。',
    members: [LEAD, AUDITOR, QUALITY],
    actual: ['2026-12-17', '2027-01-18'],
  },
  '9(1)エ-p3': {
    content: '監査対象課ごとに、発見事項、指摘・意見の評価、想定されるリスク及び改善提言を通知案に整理する。',
    members: [LEAD, AUDITOR, QUALITY],
    actual: ['2027-02-08', '2027-02-16'],
  },
  '9(1)エ※': {
    content: '発注者が、通知案を基に監査対象課に監査結果通知書を送付する。',
    members: [OFFICE],
    actual: ['2027-02-26', '2027-02-26'],
  },
  '9(1)エ【発見事項の確認完了時期】': {
    content: '発注者が発見事項の内容を確認し、監査対象課の認識を確かめる。令和9年2月中に終える。',
    members: [OFFICE],
    actual: ['2027-01-25', '2027-02-02'],
  },
  '9(1)オ-p1': {
    content: '監査結果通知案の内容をCISOに至るまで説明する。',
    members: [OFFICE, MANAGER, LEAD],
    actual: ['2027-02-24', '2027-02-24'],
  },
  '9(1)オ-p2': {
    content: '発注者から通知された監査結果を監査対象課に説明する。発注者が不要と判断した課には行わない。',
    members: [OFFICE, LEAD, AUDITOR],
    actual: ['2027-03-03', '2027-03-05'],
  },
  '9(1)カ': {
    content: '事業報告会に出席し、事業報告書の案をCISOに至るまで説明する。',
    members: [OFFICE, MANAGER, LEAD],
    actual: ['2027-03-24', '2027-03-24'],
  },
  '9(2)': {
    content: '監査の結果、国のガイドラインの改定等により規程等を見直すときに、改正案の作成を支援し助言する。',
    members: [LEAD, AUDITOR],
    actual: ['2026-07-13', '2027-03-31'],
  },
  '11-p1': {
    content: '成果物を電子データ（Word、Excel及びPDF）で取りまとめ、目録を付けて納品する。',
    members: [MANAGER, LEAD, ASSISTANT],
    actual: ['2027-03-15', '2027-03-31'],
  },
  '11(1)ア-p2': {
    content: '契約締結から14日以内に作業計画書を提出し、発注者の承認を得る。',
    members: [OFFICE, MANAGER, LEAD],
    actual: ['2026-06-08', '2026-06-12'],
  },
  '11(1)イ-p2': {
    content: '業務の成果を、仕様書の業務項目の順に事業報告書に取りまとめる。',
    members: [MANAGER, LEAD, AUDITOR, QUALITY],
    actual: ['2027-03-08', '2027-03-25'],
  },
};

/** The work of a clause. @throws when the year says nothing of it. */
export function workOf(clause: string): Work {
  const work = WORKS[clause];
  if (work === undefined) throw new Error(`the year says nothing of the work under ${clause}`);
  return work;
}

/** Days on which the progress of any task changes, and the last day of the demonstration. */
export const PROGRESS_DAYS: readonly string[] = [
  ...new Set([...Object.values(WORKS).flatMap(({ actual }) => actual), '2026-12-18']),
].toSorted();
