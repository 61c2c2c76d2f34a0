/** Registers that grow by a procedure only go out. */
import { choiceColumn, choicesColumn, dayColumn, textColumn, textsColumn } from '../../../kernel/list-columns.ts';
import { type ColumnOf, exportedList } from '../../../kernel/list.ts';
import type { ListProvider } from '../../../kernel/module.ts';
import type { DutyLineView, Registers } from '../contract.ts';
import { additions } from './additions.ts';
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
  register('handler-notice', '情報取扱従事者の通知', 'told', () => [
    dayColumn('on', '通知の日', (it) => it.on),
    textsColumn('handlers', '従事者', 60, (it) => it.handlers.map(({ name, firm }) => `${name}（${firm}）`)),
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
];

export const lists: readonly ListProvider[] = [
  lineList,
  materialList,
  trainingList,
  carryOutList,
  cloudServiceList,
  ...registers,
  ...additions,
];
export const noLists = { planErasure: '消去の見込みであり、消去の証明書として取り出す。' } as const;
