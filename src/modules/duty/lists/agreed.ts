/** Registers whose rows one party asks for and the other decides, and what members record for themselves. */
import {
  choiceColumn,
  choicesColumn,
  dayColumn,
  EDITABLE,
  FIRST,
  FIRST_OPTIONAL,
  flagColumn,
  textColumn,
  textsColumn,
} from '../../../kernel/list-columns.ts';
import { fieldError } from '../../../kernel/error.ts';
import { type ValueReader } from '../../../kernel/list.ts';
import type { ListProvider } from '../../../kernel/module.ts';
import { OATH_SIGNERS } from '../choices.ts';
import { addition, KEPT, on } from './addition.ts';

const NEW = { ...FIRST, reason: KEPT };
const LINE = { ...NEW, maxLength: 200 };
const TEXT = { ...NEW, maxLength: 10_000 };
const OPTIONAL = { ...FIRST_OPTIONAL, reason: KEPT };
const LATER = { reason: KEPT };
const LONG = { ...EDITABLE, maxLength: 10_000 };

const SUBCONTRACT_STATES = {
  requested: '求めている',
  approved: '承諾',
  refused: '不承諾',
  confirmed: '契約を確認',
  started: '開始',
  ended: '終了',
} as const;
const ANSWERS = { approved: '承諾', refused: '不承諾' } as const;

const subcontractList = addition('subcontract', '再委託', {
  edit: { add: 'duty.manage', change: 'duty.decide' },
  help: '受託者は行を加えて承諾を求め、発注者は「状態」を承諾又は不承諾にします。承諾には承諾書の番号を、不承諾には理由を書きます。契約の確認と開始は画面から記録してください。',
  locked: ({ state }) => (state === 'requested' ? null : '発注者が判断した再委託は、画面で進めます。'),
  columns: () => [
    textColumn('firm', '再委託先', 26, (it) => it.firm, LINE),
    flagColumn('groupCompany', 'グループ会社', 8, (it) => it.groupCompany, OPTIONAL),
    textColumn('content', '業務の内容', 36, (it) => it.content, TEXT),
    textColumn('reason', '理由', 36, (it) => it.reason, TEXT),
    textColumn('information', '取り扱う情報', 30, (it) => it.information, TEXT),
    textColumn('supervision', '監督の方法', 30, (it) => it.supervision, TEXT),
    textColumn('safeguards', '安全管理の水準', 36, (it) => it.safeguards, TEXT),
    choiceColumn('state', '状態', 14, SUBCONTRACT_STATES, (it) => it.state, EDITABLE),
    textColumn('approval', '承諾書', 20, (it) => it.approval, LONG),
    textColumn('comment', '判断の理由', 30, (it) => it.comment, LONG),
    dayColumn('decidedOn', '決定の日', (it) => it.decidedOn, LATER),
    dayColumn('startedOn', '開始の日', (it) => it.startedOn, LATER),
  ],
  add: (client, engagementId, values) => {
    const early = ['state', 'approval', 'comment'].find((key) => values.text(key) !== '');
    if (early !== undefined) throw fieldError(early, '新しい行では空にしてください。発注者が判断するときに書きます。');
    return client.requestSubcontract({
      engagementId,
      firm: values.text('firm'),
      groupCompany: values.flag('groupCompany'),
      important: false,
      reason: values.text('reason'),
      content: values.text('content'),
      information: values.text('information'),
      supervision: values.text('supervision'),
      safeguards: values.text('safeguards'),
      files: [],
    });
  },
  change: (client, engagementId, { id, version }, values) =>
    client.decideSubcontract({
      engagementId,
      id,
      version,
      approved: values.one('state', ANSWERS) === 'approved',
      approval: values.text('approval'),
      comment: values.text('comment'),
    }),
});

const oathList = addition('oath', '誓約書', {
  edit: { add: 'duty.manage' },
  help: '行を加えると、従事者又は受託者の誓約書を提出したことになります。再委託先の誓約書と書面の写しは、画面から加えてください。',
  columns: (people) => [
    choiceColumn('signer', '誓約した者', 12, OATH_SIGNERS, (it) => it.signer, NEW),
    choicesColumn('members', '従事者', 40, people, (it) => it.members, OPTIONAL),
    dayColumn('occurredOn', '日', (it) => it.on, OPTIONAL),
  ],
  add: (client, engagementId, values) =>
    client.submitOath({
      engagementId,
      signer: values.one('signer', OATH_SIGNERS),
      members: values.texts('members'),
      subcontractId: null,
      files: [],
      ...on(values),
    }),
});

const OWN = '行を加えられるのは、本人の分だけです。利用者の登録のない担当者の分は、責任者が加えます。';
const member = (values: ValueReader) => ({ memberId: values.text('memberId'), ...on(values) });

const acknowledgementList = addition('acknowledgement', '規程の確認', {
  edit: { add: 'duty.take-part' },
  help: `確認した規程を、セルの中で1行に一つずつ書きます。${OWN}`,
  columns: (people) => [
    choiceColumn('memberId', '担当者', 18, people, (it) => it.memberId, NEW),
    textsColumn('rules', '確認した規程', 50, (it) => it.rules, NEW),
    dayColumn('occurredOn', '日', (it) => it.on, OPTIONAL),
  ],
  add: (client, engagementId, values) =>
    client.acknowledgeRules({ engagementId, rules: values.texts('rules'), ...member(values) }),
});

const confidentialityList = addition('confidentiality', '守秘の誓約', {
  edit: { add: 'duty.take-part' },
  help: `行を加えると、誓約したことになります。内容は仕様書から入ります。${OWN}`,
  columns: (people) => [
    choiceColumn('memberId', '担当者', 18, people, (it) => it.memberId, NEW),
    dayColumn('occurredOn', '日', (it) => it.on, OPTIONAL),
    textsColumn('contents', '内容', 50, (it) => it.contents, LATER),
  ],
  add: (client, engagementId, values) => client.signConfidentiality({ engagementId, ...member(values) }),
});

const handlingList = addition('handling', '機密性3の取扱い', {
  edit: { add: 'duty.take-part' },
  help: `庁舎の中での取扱いを加えます。庁舎外の作業場所と台帳の資料は、画面から選んでください。${OWN}`,
  columns: (people) => [
    choiceColumn('memberId', '担当者', 18, people, (it) => it.memberId, NEW),
    dayColumn('occurredOn', '日', (it) => it.on, OPTIONAL),
    textColumn('purpose', '目的', 50, (it) => it.purpose, TEXT),
  ],
  add: (client, engagementId, values) =>
    client.recordHandling({
      engagementId,
      workplaceId: null,
      materialId: null,
      purpose: values.text('purpose'),
      ...member(values),
    }),
});

export const agreed: readonly ListProvider[] = [
  acknowledgementList,
  confidentialityList,
  handlingList,
  subcontractList,
  oathList,
];
