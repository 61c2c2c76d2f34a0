/** Registers that grow by a procedure only go out. */
import {
  choiceColumn,
  choicesColumn,
  dayColumn,
  flagColumn,
  numberColumn,
  textColumn,
  textsColumn,
} from '../../../kernel/list-columns.ts';
import { type ColumnOf, exportedList, type ListProvider } from '../../../kernel/list.ts';
import type { DutyLineView, Registers } from '../contract.ts';
import {
  carryOutList,
  cloudServiceList,
  COMMON,
  dutiesOf,
  materialList,
  membersOf,
  recordsOf,
  trainingList,
} from './registers.ts';

const LINE_STATES = { done: '済み', open: '未了', 'not-due': 'これから' } as const;

const lineList = exportedList<DutyLineView>({
  ...COMMON,
  id: 'lines',
  title: '受託者の義務の状況',
  because: '状況は仕様書と記録から計算されます。',
  records: async (context, scope) => (await dutiesOf(context, scope)).lines,
  key: ({ clause, title }) => `${clause} ${title}`,
  columns: [
    textColumn('clause', '条項', 14, (it) => it.clause),
    textColumn('title', '義務', 40, (it) => it.title),
    choiceColumn('state', '状態', 12, LINE_STATES, (it) => it.state),
    textColumn('explanation', '説明', 60, (it) => it.explanation),
  ],
});

const BECAUSE: Readonly<Record<'agreed' | 'own' | 'told', string>> = {
  agreed: '受託者の求めと発注者の決定という手続きで生じる記録です。手続きは画面から進めます。',
  own: '担当者一人ひとりが自分について記録するものです。まとめて書き込むことはできません。',
  told: '届出、報告又は検査の手続きで生じる記録です。手続きは画面から進めます。',
};

/** A register by its kind; `people` gives the members for columns that name one. */
function register<K extends keyof Registers>(
  kind: K,
  title: string,
  because: keyof typeof BECAUSE,
  columns: (
    people: readonly { readonly value: string; readonly label: string }[],
  ) => readonly ColumnOf<Registers[K][number]>[],
): ListProvider {
  return exportedList<Registers[K][number]>({
    ...COMMON,
    id: kind,
    title,
    because: BECAUSE[because],
    records: recordsOf(kind) as Parameters<typeof exportedList<Registers[K][number]>>[0]['records'],
    key: ({ id }) => id,
    columns: async (context, scope) => columns(await membersOf(context, scope)),
  });
}

const DECISIONS = { requested: '求めている', approved: '承諾', refused: '不承諾' } as const;

const registers: readonly ListProvider[] = [
  register('acknowledgement', '規程の確認', 'own', (people) => [
    choiceColumn('memberId', '担当者', 18, people, (it) => it.memberId),
    textsColumn('rules', '確認した規程', 50, (it) => it.rules),
    dayColumn('on', '日', (it) => it.on),
  ]),
  register('confidentiality', '守秘の誓約', 'own', (people) => [
    choiceColumn('memberId', '担当者', 18, people, (it) => it.memberId),
    dayColumn('on', '日', (it) => it.on),
    textsColumn('contents', '内容', 50, (it) => it.contents),
  ]),
  register('handling', '機密性3の取扱い', 'own', (people) => [
    choiceColumn('memberId', '担当者', 18, people, (it) => it.memberId),
    dayColumn('on', '日', (it) => it.on),
    textColumn('purpose', '目的', 50, (it) => it.purpose),
  ]),
  register('measure', '漏えい等を防ぐ措置', 'told', (people) => [
    textColumn('name', '措置', 36, (it) => it.name),
    textsColumn('prevents', '防ぐもの', 24, (it) => it.prevents),
    choiceColumn('owner', '担当者', 18, people, (it) => it.owner),
    textColumn('evidence', '裏付け', 40, (it) => it.evidence),
  ]),
  register('security-document', '情報セキュリティに係る書類', 'told', () => [
    textColumn('document', '書類', 36, (it) => it.document),
    dayColumn('due', '期限', (it) => it.due),
    dayColumn('submittedOn', '提出の日', (it) => it.submittedOn),
    textColumn('note', '備考', 40, (it) => it.note),
  ]),
  register('information-manager', '情報管理責任者', 'told', (people) => [
    choiceColumn('memberId', '担当者', 18, people, (it) => it.memberId),
    dayColumn('on', '選任の日', (it) => it.on),
    dayColumn('endedOn', '終わりの日', (it) => it.endedOn),
  ]),
  register('handler-notice', '情報取扱従事者の通知', 'told', () => [
    dayColumn('on', '通知の日', (it) => it.on),
    textsColumn('handlers', '従事者', 60, (it) => it.handlers.map(({ name, firm }) => `${name}（${firm}）`)),
  ]),
  register('workplace', '庁舎外の作業場所', 'agreed', () => [
    textColumn('name', '名称', 26, (it) => it.name),
    textColumn('address', '所在地', 36, (it) => it.address),
    textColumn('reason', '理由', 36, (it) => it.reason),
    choiceColumn('state', '状態', 14, DECISIONS, (it) => it.state),
    dayColumn('decidedOn', '決定の日', (it) => it.decidedOn),
  ]),
  register('grant', '機密性3を取り扱う担当者', 'told', (people) => [
    choiceColumn('memberId', '担当者', 18, people, (it) => it.memberId),
    dayColumn('on', '認めた日', (it) => it.on),
    dayColumn('revokedOn', '終わりの日', (it) => it.revokedOn),
  ]),
  register('subcontract', '再委託', 'agreed', () => [
    textColumn('firm', '再委託先', 26, (it) => it.firm),
    textColumn('content', '業務の内容', 36, (it) => it.content),
    textColumn('reason', '理由', 36, (it) => it.reason),
    choiceColumn(
      'state',
      '状態',
      14,
      { ...DECISIONS, confirmed: '契約を確認', started: '開始', ended: '終了' },
      (it) => it.state,
    ),
    dayColumn('decidedOn', '決定の日', (it) => it.decidedOn),
    dayColumn('startedOn', '開始の日', (it) => it.startedOn),
  ]),
  register('copy', '複製', 'agreed', () => [
    textColumn('document', '文書', 30, (it) => it.document),
    textColumn('scope', '範囲', 24, (it) => it.scope),
    textColumn('reason', '理由', 36, (it) => it.reason),
    numberColumn('copies', '部数', 8, (it) => it.copies),
    choiceColumn(
      'state',
      '状態',
      12,
      { requested: '求めている', permitted: '許可', refused: '不許可', made: '作成', erased: '消去' },
      (it) => it.state,
    ),
    dayColumn('madeOn', '作成の日', (it) => it.madeOn),
  ]),
  register('incident', '事故等', 'told', () => [
    textColumn('title', '事故等', 36, (it) => it.title),
    textColumn('class', '種類', 16, (it) => it.class),
    flagColumn('suspected', 'おそれ', 8, (it) => it.suspected),
    dayColumn('awareOn', '知った日', (it) => it.awareOn),
    dayColumn('reportedOn', '報告の日', (it) => it.reportedOn),
    textColumn('description', '内容', 50, (it) => it.description),
  ]),
  register('inspection', '市による検査', 'told', () => [
    dayColumn('requestedOn', '求めた日', (it) => it.requestedOn),
    textColumn('request', '求めの内容', 40, (it) => it.request),
    dayColumn('answeredOn', '回答の日', (it) => it.answeredOn),
    dayColumn('heldOn', '実施の日', (it) => it.heldOn),
    textColumn('result', '結果', 40, (it) => it.result),
    textColumn('corrections', '是正', 40, (it) => it.corrections),
  ]),
  register('breach', '違反又は損害', 'told', () => [
    choiceColumn('kind', '種類', 10, { breach: '違反', damage: '損害' }, (it) => it.kind),
    dayColumn('on', '日', (it) => it.on),
    textColumn('cause', '原因', 40, (it) => it.cause),
    textColumn('damage', '損害', 30, (it) => it.damage),
    textColumn('decision', '発注者の判断', 40, (it) => it.decision),
  ]),
  register('oath', '誓約書', 'told', (people) => [
    choiceColumn(
      'signer',
      '誓約した者',
      12,
      { member: '従事者', firm: '受託者', subcontractor: '再委託先' },
      (it) => it.signer,
    ),
    choicesColumn('members', '従事者', 40, people, (it) => it.members),
    dayColumn('on', '日', (it) => it.on),
  ]),
  register('disclosure', '第三者への提供等', 'agreed', () => [
    textsColumn('acts', '行為', 18, (it) => it.acts),
    textColumn('object', '対象', 30, (it) => it.object),
    textColumn('recipient', '相手', 26, (it) => it.recipient),
    textColumn('reason', '理由', 36, (it) => it.reason),
    choiceColumn('state', '状態', 14, { ...DECISIONS, made: '行った' }, (it) => it.state),
    dayColumn('madeOn', '行った日', (it) => it.madeOn),
  ]),
  register('third-party-work', '第三者の著作物', 'told', () => [
    textColumn('name', '名称', 26, (it) => it.name),
    textColumn('owner', '権利者', 24, (it) => it.owner),
    textColumn('licence', '許諾', 20, (it) => it.licence),
    textColumn('costBy', '費用の負担', 12, (it) => it.costBy),
    dayColumn('on', '日', (it) => it.on),
  ]),
  register('report-request', '報告の求め', 'told', () => [
    textColumn('topic', '事項', 26, (it) => it.topic),
    textColumn('request', '求めの内容', 40, (it) => it.request),
    dayColumn('due', '期限', (it) => it.due),
    textColumn('answer', '報告', 40, (it) => it.answer),
    dayColumn('answeredOn', '報告の日', (it) => it.answeredOn),
  ]),
  register('supervisor', '監督員', 'told', () => [
    textColumn('name', '氏名', 18, (it) => it.name),
    textColumn('department', '所属', 26, (it) => it.department),
    dayColumn('on', '指定の日', (it) => it.on),
    dayColumn('endedOn', '終わりの日', (it) => it.endedOn),
  ]),
  register('eco', '環境への配慮', 'told', () => [
    dayColumn('on', '日', (it) => it.on),
    textsColumn('items', '取組', 50, (it) => it.items),
    textColumn('note', '備考', 40, (it) => it.note),
  ]),
];

export const lists: readonly ListProvider[] = [
  lineList,
  materialList,
  trainingList,
  carryOutList,
  cloudServiceList,
  ...registers,
];
export const noLists = { planErasure: '消去の見込みであり、消去の証明書として取り出す。' } as const;
