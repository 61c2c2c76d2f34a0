/** Field work as spreadsheets: the checklist is filled in on the spot, requests, hearings and visits are prepared in rows. */
import {
  choiceColumn,
  choicesColumn,
  dayColumn,
  EDITABLE,
  FIRST,
  FIRST_OPTIONAL,
  numberColumn,
  textColumn,
  textsColumn,
} from '../../../kernel/list-columns.ts';
import { editableList, subjectOf } from '../../../kernel/list.ts';
import { HEARING_MODE_LABELS, JUDGEMENT_LABELS, PROPOSAL_STATE_LABELS, TECHNIQUE_NAMES } from '../labels.ts';
import { client, COMMON, type Out, per } from './common.ts';

const KEPT = '登録した内容は変えられません。続きは監査の画面で行います。';
const NEW = { ...FIRST, reason: KEPT };
const LINE = { ...NEW, maxLength: 200 };
const OPTIONAL = { ...FIRST_OPTIONAL, reason: KEPT };
const LATER = { reason: KEPT };
const GIVEN = { reason: '確認項目は基準と目録から作られます。変えるときは、項目を市に提案してください。' };

export const checkList = editableList<Out<'listChecks'>['checks'][number]>({
  ...COMMON,
  per,
  id: 'checks',
  title: '監査チェックリスト',
  answers: ['listChecks'],
  edit: { change: 'audit.work' },
  help: '手続、判断、確認した事実及び備考を書き入れて読み込むと、判断が記録されます。証拠は監査の画面で結び付けます。',
  records: async (context, scope) => (await client(context).listChecks({ auditId: subjectOf(scope) })).checks,
  locked: ({ state }) => (state === 'left-out' ? '除外した確認項目です。戻してから判断してください。' : null),
  columns: [
    numberColumn('number', '番号', 6, (it) => it.number, GIVEN),
    textColumn('section', '分野', 20, (it) => it.section, GIVEN),
    textColumn('title', '確認項目', 36, (it) => it.title, GIVEN),
    textColumn('point', '確認の観点', 40, (it) => it.point, GIVEN),
    choicesColumn('techniques', '手続', 18, TECHNIQUE_NAMES, (it) => it.techniques, EDITABLE),
    choiceColumn('judgement', '判断', 10, JUDGEMENT_LABELS, (it) => it.judgement, EDITABLE),
    textColumn('fact', '確認した事実', 50, (it) => it.fact, { ...EDITABLE, maxLength: 10_000 }),
    textColumn('note', '備考', 30, (it) => it.note, { ...EDITABLE, maxLength: 10_000 }),
  ],
  change: (context, _scope, { id: checkId, version, evidenceIds }, values) =>
    client(context).judgeCheck({
      checkId,
      version,
      judgement: values.one('judgement', JUDGEMENT_LABELS),
      techniques: TECHNIQUES.filter((one) => values.texts('techniques').includes(one)),
      fact: values.text('fact'),
      note: values.text('note'),
      evidenceIds: [...evidenceIds],
    }),
});

const TECHNIQUES = Object.keys(TECHNIQUE_NAMES) as (keyof typeof TECHNIQUE_NAMES)[];

export const requestList = editableList<Out<'listRequests'>['requests'][number]>({
  ...COMMON,
  per,
  id: 'requests',
  title: '追加書類の依頼',
  answers: ['listRequests'],
  edit: 'audit.work',
  help: '行を加えると、依頼の案ができます。書類は、セルの中で1行に一つずつ書きます。送付は発注者が行います。',
  records: async (context, scope) => (await client(context).listRequests({ auditId: subjectOf(scope) })).requests,
  locked: () => KEPT,
  columns: [
    textColumn('title', '依頼', 30, (it) => it.title, LINE),
    dayColumn('due', '期限', (it) => it.due, NEW),
    dayColumn('sentOn', '送付の日', (it) => it.sentOn, LATER),
    textsColumn('items', '書類', 60, (it) => it.items.map(({ title }) => title), NEW),
    numberColumn(
      'files',
      '受け取ったファイル',
      12,
      (it) => it.items.reduce((sum, { files }) => sum + files.length, 0),
      LATER,
    ),
    textColumn('note', '備考', 36, (it) => it.note, { ...OPTIONAL, maxLength: 10_000 }),
  ],
  add: (context, scope, values) =>
    client(context).prepareRequest({
      auditId: subjectOf(scope),
      title: values.text('title'),
      note: values.text('note'),
      due: values.text('due'),
      items: values.texts('items').map((title) => ({ title })),
    }),
});

export const proposalList = editableList<Out<'listProposals'>['proposals'][number]>({
  ...COMMON,
  per,
  id: 'proposals',
  title: '追加の確認事項の提案',
  answers: ['listProposals'],
  edit: 'audit.work',
  help: '行を加えると、確認事項を市に提案したことになります。',
  records: async (context, scope) => (await client(context).listProposals({ auditId: subjectOf(scope) })).proposals,
  locked: () => KEPT,
  columns: [
    textColumn('title', '確認事項', 36, (it) => it.title, LINE),
    textColumn('point', '観点', 40, (it) => it.point, { ...NEW, maxLength: 10_000 }),
    textColumn('reason', '理由', 40, (it) => it.reason, { ...NEW, maxLength: 10_000 }),
    choiceColumn('state', '状態', 12, PROPOSAL_STATE_LABELS, (it) => it.state, LATER),
  ],
  add: (context, scope, values) =>
    client(context).proposeCheckItem({
      auditId: subjectOf(scope),
      contractId: null,
      title: values.text('title'),
      point: values.text('point'),
      reason: values.text('reason'),
    }),
});

const PLANNED_MODES = { 'face-to-face': HEARING_MODE_LABELS['face-to-face'], web: HEARING_MODE_LABELS.web } as const;

export const hearingList = editableList<Out<'listHearings'>['hearings'][number]>({
  ...COMMON,
  per,
  id: 'hearings',
  title: 'ヒアリング',
  answers: ['listHearings'],
  edit: 'audit.work',
  help: '行を加えると、対面又はオンラインのヒアリングの予定ができます。メールによるものは画面から用意してください。',
  records: async (context, scope) => (await client(context).listHearings({ auditId: subjectOf(scope) })).hearings,
  locked: () => KEPT,
  columns: [
    textColumn('topic', '題目', 36, (it) => it.topic, LINE),
    textColumn('purpose', '目的', 36, (it) => it.purpose, { ...OPTIONAL, maxLength: 10_000 }),
    choiceColumn('mode', '方法', 12, HEARING_MODE_LABELS, (it) => it.mode, NEW),
    dayColumn('plannedOn', '予定の日', (it) => it.plannedOn, NEW),
    dayColumn('occurredOn', '実施の日', (it) => it.occurredOn, LATER),
    textColumn('place', '場所', 20, (it) => it.place, LINE),
    textColumn('cityAttendees', '市の出席者', 26, (it) => it.cityAttendees, LATER),
    textColumn('minutes', '議事の要旨', 60, (it) => it.minutes?.text ?? '', LATER),
  ],
  add: (context, scope, values) =>
    client(context).planHearing({
      auditId: subjectOf(scope),
      mode: values.one('mode', PLANNED_MODES),
      topic: values.text('topic'),
      purpose: values.text('purpose'),
      plannedOn: values.text('plannedOn'),
      place: values.text('place'),
    }),
});

export const visitList = editableList<Out<'listVisits'>['visits'][number]>({
  ...COMMON,
  per,
  id: 'visits',
  title: '現場確認',
  answers: ['listVisits'],
  edit: 'audit.work',
  help: '行を加えると、現場確認の予定ができます。当日の時間割は画面で定めます。',
  records: async (context, scope) => (await client(context).listVisits({ auditId: subjectOf(scope) })).visits,
  locked: () => KEPT,
  columns: [
    textColumn('place', '場所', 26, (it) => it.place, LINE),
    dayColumn('plannedOn', '予定の日', (it) => it.plannedOn, NEW),
    dayColumn('occurredOn', '実施の日', (it) => it.occurredOn, LATER),
    textColumn('reason', '理由', 40, (it) => it.reason, { ...NEW, maxLength: 10_000 }),
    textColumn('cityAttendees', '市の立会者', 26, (it) => it.cityAttendees, LATER),
    textColumn('summary', '概要', 60, (it) => it.outline?.summary ?? '', LATER),
  ],
  add: (context, scope, values) =>
    client(context).planVisit({
      auditId: subjectOf(scope),
      place: values.text('place'),
      plannedOn: values.text('plannedOn'),
      reason: values.text('reason'),
      timetable: [],
    }),
});
