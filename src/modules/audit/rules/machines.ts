/** The course of every record of an audit, with the order that clause 9(1) asks for. */
import type { AuditState } from '../contract/programme.ts';
import type { FindingState } from '../contract/findings.ts';
import {
  AUDIT_STATE_LABELS,
  CONTRACT_STATE_LABELS,
  FINDING_STATE_LABELS,
  HEARING_STATE_LABELS,
  POLICY_STATE_LABELS,
  PROPOSAL_STATE_LABELS,
  REQUEST_STATE_LABELS,
  RESULT_NOTICE_STATE_LABELS,
  VISIT_STATE_LABELS,
} from '../labels.ts';
import { machine } from './machine.ts';

/** One department's audit: notice → field work → findings → result notice → explanation → closed. */
export const auditMachine = machine<
  AuditState,
  'notify' | 'begin' | 'stop' | 'close-fieldwork' | 'send-result' | 'explain' | 'close'
>({
  noun: 'この監査',
  labels: AUDIT_STATE_LABELS,
  moves: {
    notify: {
      verb: '監査通知書の送付',
      from: { preparing: 'in-progress' },
      first: '監査通知書は、監査の準備中に一度だけ送付します。',
    },
    begin: {
      verb: '開始',
      from: { preparing: 'in-progress' },
      first: '監査を始めるのは、準備中に一度だけです。',
    },
    stop: {
      verb: '中止',
      from: { preparing: 'closed', 'in-progress': 'closed', findings: 'closed' },
      first: '結果を通知した監査は、最後まで進めてください。',
    },
    'close-fieldwork': {
      verb: '確認作業の終了',
      from: { 'in-progress': 'findings' },
      first: '先に市が監査通知書を送付し、監査チームが確認作業を進めてください。',
    },
    'send-result': {
      verb: '監査結果通知書の送付',
      from: { findings: 'noticed' },
      first: '先に監査チームが確認作業を終え、発見事項を整理してください。',
    },
    explain: {
      verb: '説明の結果の登録',
      from: { noticed: 'explained' },
      first: '先に市が監査結果通知書を送付してください。',
    },
    close: {
      verb: '終了',
      from: { explained: 'closed' },
      first: '先に監査対象課への説明を行うか、市が説明を不要と判断してください。',
    },
  },
});

export const policyMachine = machine<
  keyof typeof POLICY_STATE_LABELS,
  'save' | 'propose' | 'return' | 'confirm' | 'supersede'
>({
  noun: 'この方針',
  labels: POLICY_STATE_LABELS,
  moves: {
    save: {
      verb: '変更',
      from: { draft: 'draft' },
      first: '協議中の方針は市から戻してもらい、決定した方針は新しい版を起こしてください。',
    },
    propose: { verb: '市への提示', from: { draft: 'proposed' }, first: '変える場合は、新しい版を起こしてください。' },
    return: {
      verb: '差戻し',
      from: { proposed: 'draft' },
      first: '差し戻せるのは、監査責任者が市に示した協議中の方針だけです。',
    },
    confirm: {
      verb: '確認',
      from: { proposed: 'proposed' },
      first: '先に監査責任者が、七つの事項を書いた方針の案を市に示してください。',
    },
    supersede: { verb: '旧版への移行', from: { agreed: 'superseded' }, first: '決定した方針だけが旧版になります。' },
  },
});

export const requestMachine = machine<
  keyof typeof REQUEST_STATE_LABELS,
  'edit' | 'send' | 'resend' | 'answer' | 'judge'
>({
  noun: 'この依頼',
  labels: REQUEST_STATE_LABELS,
  moves: {
    edit: { verb: '変更', from: { prepared: 'prepared' }, first: '送付した後は、新しい依頼を作ってください。' },
    send: { verb: '送付', from: { prepared: 'sent' }, first: 'この依頼は既に送付しています。' },
    resend: {
      verb: '再送付',
      from: { answered: 'sent', sent: 'sent' },
      first: '送り直せるのは、監査チームが不足があると判断した書類がある依頼だけです。',
    },
    answer: {
      verb: '書類の提出',
      from: { sent: 'sent', answered: 'answered' },
      first: '先に市が依頼を送付してください。受領済みの依頼には追加できません。',
    },
    judge: {
      verb: '内容の判断',
      from: { sent: 'sent', answered: 'answered' },
      first: '先に監査対象課が書類を提出してください。',
    },
  },
});

export const hearingMachine = machine<
  keyof typeof HEARING_STATE_LABELS,
  'ask' | 'send' | 'answer' | 'close' | 'hold' | 'minutes'
>({
  noun: 'このヒアリング',
  labels: HEARING_STATE_LABELS,
  moves: {
    ask: {
      verb: '質問の追加',
      from: { draft: 'draft', sent: 'draft', answered: 'draft' },
      first: '質問を追加できるのは、終わっていない電子メールのヒアリングです。',
    },
    send: {
      verb: '質問の送付',
      from: { draft: 'sent' },
      first: '先に監査チームが質問を用意してください。',
    },
    answer: {
      verb: '回答',
      from: { sent: 'sent', draft: 'draft', answered: 'answered' },
      first: '先に市が質問を送付してください。',
    },
    close: {
      verb: '終了',
      from: { answered: 'closed' },
      first: '先に市が質問を送付し、監査対象課が全ての質問に回答する必要があります。',
    },
    hold: {
      verb: '実施の登録',
      from: { planned: 'held' },
      first: '実施を登録できるのは、対面又はWEB会議で予定したヒアリングに一度だけです。',
    },
    minutes: {
      verb: '議事録の提出',
      from: { held: 'minutes-submitted' },
      first: '先に監査チームが、ヒアリングを行ったことを登録してください。',
    },
  },
});

export const visitMachine = machine<
  keyof typeof VISIT_STATE_LABELS,
  'save' | 'submit' | 'confirm' | 'return' | 'hold' | 'outline'
>({
  noun: 'この現場確認',
  labels: VISIT_STATE_LABELS,
  moves: {
    // A timetable that was changed after the confirmation is no longer the confirmed one.
    save: {
      verb: '時間割の変更',
      from: { draft: 'draft', submitted: 'draft', confirmed: 'draft' },
      first: '実施した現場確認の時間割は変えられません。',
    },
    submit: { verb: '時間割の提出', from: { draft: 'submitted' }, first: '時間割は既に市に提出しています。' },
    confirm: {
      verb: '時間割の確認',
      from: { submitted: 'confirmed' },
      first: '先に監査チームが当日の時間割を市に提出してください。',
    },
    return: {
      verb: '時間割の差戻し',
      from: { submitted: 'draft' },
      first: '差し戻せるのは、提出された時間割だけです。',
    },
    hold: {
      verb: '実施の登録',
      from: { confirmed: 'held' },
      first: '先に監査チームが当日の時間割を市に提出し、市が確認してください。',
    },
    outline: {
      verb: '発見事項の概要の提出',
      from: { held: 'outline-submitted' },
      first: '先に監査チームが、現場確認を行ったことを登録してください。',
    },
  },
});

export const contractMachine = machine<keyof typeof CONTRACT_STATE_LABELS, 'work' | 'complete'>({
  noun: 'この契約の確認',
  labels: CONTRACT_STATE_LABELS,
  moves: {
    work: {
      verb: '変更',
      from: { designated: 'designated' },
      first: '確認を終えた契約の判断は変えられません。変える必要があるときは、市と協議して発見事項に反映してください。',
    },
    complete: { verb: '終了', from: { designated: 'completed' }, first: 'この契約の確認は既に終わっています。' },
  },
});

export const proposalMachine = machine<keyof typeof PROPOSAL_STATE_LABELS, 'agree' | 'decline'>({
  noun: 'この提案',
  labels: PROPOSAL_STATE_LABELS,
  moves: {
    agree: { verb: '同意', from: { proposed: 'agreed' }, first: '市の判断は既に登録されています。' },
    decline: { verb: '見送り', from: { proposed: 'declined' }, first: '市の判断は既に登録されています。' },
  },
});

/** draft → reviewed → issued → confirmed → shown → agreed; an objection reopens, the city may return, all may be withdrawn. */
export const findingMachine = machine<
  FindingState,
  | 'save'
  | 'send-back'
  | 'review'
  | 'issue'
  | 'return'
  | 'confirm'
  | 'show'
  | 'answer'
  | 'agree'
  | 'object'
  | 'settle'
  | 'withdraw'
>({
  noun: 'この発見事項',
  labels: FINDING_STATE_LABELS,
  moves: {
    // Changing a reviewed text makes it a draft again: what the lead saw is no longer what would be issued.
    save: {
      verb: '変更',
      from: { draft: 'draft', reviewed: 'draft', reopened: 'reopened' },
      first: '市に提出した後は、市が差し戻すか、監査対象課の異議が登録されたときに変えられます。',
    },
    'send-back': {
      verb: '品質の確認による差戻し',
      from: { draft: 'draft', reviewed: 'draft', reopened: 'reopened' },
      first: '市に提出した後は、市が差し戻します。',
    },
    review: {
      verb: '主任担当者の確認',
      from: { draft: 'reviewed', reopened: 'reviewed' },
      first: '確認できるのは、案又は再検討中の発見事項です。',
    },
    issue: {
      verb: '市への提出',
      from: { reviewed: 'issued' },
      first: '先に監査責任者が内容を確かめてください。',
    },
    return: {
      verb: '差戻し',
      from: { issued: 'draft' },
      first: '差し戻せるのは、市の確認待ちの発見事項です。',
    },
    confirm: {
      verb: '確認',
      from: { issued: 'confirmed' },
      first: '先に監査責任者が発見事項を市に提出してください。',
    },
    show: {
      verb: '監査対象課への提示',
      from: { confirmed: 'shown' },
      first: '先に市が発見事項を確認してください。',
    },
    answer: {
      verb: '回答',
      from: { shown: 'shown' },
      first: '回答できるのは、市が示して回答を待っている発見事項です。',
    },
    agree: {
      verb: '監査対象課の認識の登録',
      from: { confirmed: 'agreed', shown: 'agreed' },
      first: '先に市が発見事項を確認してください。',
    },
    object: {
      verb: '監査対象課の異議の登録',
      from: { confirmed: 'reopened', shown: 'reopened' },
      first: '先に市が発見事項を確認してください。',
    },
    settle: {
      verb: '異議を付したままの確定',
      from: { confirmed: 'agreed', shown: 'agreed' },
      first: '先に監査責任者が再検討の結果を市に提出し、市が確認してください。',
    },
    withdraw: {
      verb: '取下げ',
      from: {
        draft: 'withdrawn',
        reviewed: 'withdrawn',
        issued: 'withdrawn',
        confirmed: 'withdrawn',
        shown: 'withdrawn',
        reopened: 'withdrawn',
      },
      first: '認識の一致を確認した発見事項と、取り下げた発見事項は、取り下げられません。',
    },
  },
});

export const resultNoticeMachine = machine<
  keyof typeof RESULT_NOTICE_STATE_LABELS,
  'save' | 'issue' | 'send' | 'replace'
>({
  noun: 'この監査結果通知案',
  labels: RESULT_NOTICE_STATE_LABELS,
  moves: {
    save: { verb: '変更', from: { drafted: 'drafted' }, first: '提出した後に変えるときは、案を作り直してください。' },
    issue: { verb: '市への提出', from: { drafted: 'issued' }, first: '既に市に提出しています。' },
    send: {
      verb: '監査対象課への送付',
      from: { issued: 'sent' },
      first: '先に監査責任者が監査結果通知案を市に提出してください。',
    },
    replace: {
      verb: '作り直し',
      from: { drafted: 'superseded', issued: 'superseded' },
      first: '送付した通知は作り直せません。',
    },
  },
});
