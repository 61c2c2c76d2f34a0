/** One sentence on what comes next in a department's audit, and whose turn it is. */
import type { AuditCounts, AuditState, NextStep } from '../contract/programme.ts';

export interface Situation {
  readonly state: AuditState;
  /** The programme of Chiba's specification, with policy, notice and contracts. */
  readonly focusTheme: boolean;
  readonly policyAgreed: boolean;
  readonly methodChosen: boolean;
  readonly counts: AuditCounts;
  readonly visitWanted: boolean;
  readonly contractQuestionOpen: boolean;
  readonly findingsToIssue: number;
  readonly findingsToConfirm: number;
  readonly findingsToShow: number;
  readonly findingsWithDepartment: number;
  readonly notice: 'none' | 'drafted' | 'issued' | 'sent';
}

const city = (what: string): NextStep => ({ who: 'city', what });
const contractor = (what: string): NextStep => ({ who: 'contractor', what });

export function nextStepOf(at: Situation): NextStep {
  switch (at.state) {
    case 'preparing':
      if (!at.focusTheme) return contractor('対象への通知を確かめ、監査を始める');
      if (!at.policyAgreed) return contractor('監査の方針を作り、市と協議して決める');
      return city('監査通知書を監査対象課に送る');
    case 'in-progress':
      return inProgress(at);
    case 'findings':
      return inFindings(at);
    case 'noticed':
      return contractor('監査対象課に監査結果を説明する（市が不要と判断した場合を除く）');
    case 'explained':
      return city('監査を終える');
    case 'closed':
      return { who: 'nobody', what: '監査は終わっています' };
  }
}

function inProgress(at: Situation): NextStep {
  if (at.focusTheme && !at.methodChosen) return contractor('書類確認、ヒアリング、現場確認のどれを行うかを決める');
  if (at.focusTheme && at.contractQuestionOpen)
    return city('重点テーマの確認対象とする契約を指定する（なければ対象外とする）');
  if (at.counts.requestsWaiting > 0)
    return { who: 'department', what: `依頼された書類（${at.counts.requestsWaiting}件）を提出する` };
  if (at.visitWanted && at.counts.visits === 0) return contractor('現場確認の時間割を作り、市の確認を受ける');
  const left = at.counts.checks - at.counts.judged;
  if (left > 0) return contractor(`確認項目の残り${left}項目を判断する`);
  if (at.counts.contractsOpen > 0) return contractor(`契約の確認の残り${at.counts.contractsOpen}件を終える`);
  if (at.counts.hearingsOpen > 0) return contractor(`ヒアリングの残り${at.counts.hearingsOpen}件を終える`);
  return contractor('確認作業を終え、発見事項の整理に進む');
}

function inFindings(at: Situation): NextStep {
  if (at.findingsToIssue > 0) return contractor(`発見事項${at.findingsToIssue}件を主任担当者が確かめ、市に提出する`);
  if (at.findingsToConfirm > 0) return city(`発見事項${at.findingsToConfirm}件を確認する`);
  if (at.findingsToShow > 0) return city(`発見事項${at.findingsToShow}件を監査対象課に示す`);
  if (at.findingsWithDepartment > 0)
    return { who: 'department', what: `示された発見事項${at.findingsWithDepartment}件に回答する` };
  if (at.notice === 'none') return contractor('監査結果通知案を作る');
  if (at.notice === 'drafted') return contractor('監査結果通知案を主任担当者が確かめ、市に提出する');
  return city('監査結果通知書を監査対象課に送る');
}
