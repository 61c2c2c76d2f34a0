/** Timetable, documents asked for, plans, notices and the pre-survey as spreadsheets. */
import { editableList, engagementOf, exportedList } from '../../../kernel/list.ts';
import { choiceColumn, dayColumn, flagColumn, numberColumn, textColumn } from '../../../kernel/list-columns.ts';
import type { Context } from '../../../kernel/module.ts';
import {
  auditPlanContract,
  type DocumentView,
  type NoticeView,
  type PlanView,
  type SlotView,
  type SurveyView,
} from '../contract.ts';
import { DOCUMENT_STATE_NAMES, NOTICE_STATE_NAMES, PLAN_STAGE_NAMES, PLAN_STATE_NAMES } from '../labels.ts';

const clientOf = (context: Context) => context.client(auditPlanContract);
const edit = { edit: 'always' } as const;

export const slotList = editableList<SlotView>({
  id: 'audit-timetable',
  title: '監査日程表',
  answers: ['listSlots'],
  scope: 'engagement',
  permission: 'audit-plan.read',
  edit: 'audit-plan.work',
  help: '日、時刻、場所及び移動の時間を変えられます。人、場所又は所属が重なる行は受け付けられません。',
  records: async (context, scope) => (await clientOf(context).listSlots({ engagementId: engagementOf(scope) })).slots,
  key: ({ id }) => id,
  columns: [
    textColumn('target', '対象', 30, ({ targetName }) => targetName, { reason: '対象は画面で選びます。' }),
    dayColumn('day', '日', ({ day }) => day, { ...edit, required: true }),
    textColumn('from', '始まり', 10, ({ from }) => from, { ...edit, required: true, maxLength: 5 }),
    textColumn('to', '終わり', 10, ({ to }) => to, { ...edit, required: true, maxLength: 5 }),
    textColumn('place', '場所', 30, ({ place }) => place, { ...edit, required: true, maxLength: 200 }),
    numberColumn('travelMinutes', '移動（分）', 10, (one) => one.travelMinutes, {
      ...edit,
      required: true,
      min: 0,
      max: 480,
    }),
    numberColumn('people', '監査人の数', 10, ({ people }) => people.length, { reason: '監査人は画面で選びます。' }),
  ],
  change: (context, _scope, { id, version, departmentId, people }, values) =>
    clientOf(context).changeSlot({
      slotId: id,
      version,
      departmentId,
      people,
      day: values.text('day'),
      from: values.text('from'),
      to: values.text('to'),
      place: values.text('place'),
      travelMinutes: values.number('travelMinutes'),
    }),
  remove: (context, _scope, { id, version }) => clientOf(context).removeSlot({ slotId: id, version }),
});

export const documentList = editableList<DocumentView>({
  id: 'audit-documents',
  title: '前もって求める資料',
  answers: ['listDocuments'],
  scope: 'engagement',
  permission: 'audit-plan.read',
  edit: 'audit-plan.work',
  help: '求める前の資料の名称、目的及び期限を変えられます。求めることと受領の判断は画面で行います。',
  per: {
    title: '監査の対象',
    subjects: async (context, engagementId) => {
      const { targets } = await clientOf(context).listTargets({
        engagementId: engagementOf({ engagementId, subject: null }),
      });
      return targets.filter(({ state }) => state !== 'withdrawn').map(({ id, name }) => ({ id, title: name }));
    },
  },
  records: async (context, scope) => {
    const engagementId = engagementOf(scope);
    const filter = scope.subject === null ? { engagementId } : { engagementId, targetId: scope.subject };
    return (await clientOf(context).listDocuments(filter)).documents;
  },
  key: ({ id }) => id,
  locked: ({ state }) => (state === 'listed' ? null : '既に求めた資料の記載は変えられません。'),
  columns: [
    textColumn('target', '対象', 30, ({ targetName }) => targetName, { reason: '対象は、取り出すときに選びます。' }),
    textColumn('title', '資料', 36, ({ title }) => title, { ...edit, required: true, maxLength: 200 }),
    textColumn('purpose', '目的', 40, ({ purpose }) => purpose, { ...edit, maxLength: 2000 }),
    dayColumn('due', '期限', ({ due }) => due, edit),
    choiceColumn('state', '状況', 12, DOCUMENT_STATE_NAMES, ({ state }) => state, {
      reason: '状況は画面の操作で変わります。',
    }),
    flagColumn('additional', '追加', 8, ({ additional }) => additional, {
      reason: '説明資料の完成の後に加えた資料です。',
    }),
    dayColumn('receivedOn', '受領した日', ({ receivedOn }) => receivedOn, { reason: '所属が出した日です。' }),
    textColumn('judgement', '不足の内容', 30, ({ judgement }) => judgement, { reason: '判断は画面で行います。' }),
  ],
  add: async (context, scope, values) => {
    const { subject } = scope;
    if (subject === null) return;
    await clientOf(context).addDocument({
      targetId: subject,
      title: values.text('title'),
      purpose: values.text('purpose'),
      due: values.textOrNull('due'),
    });
  },
  change: (context, _scope, { id, version }, values) =>
    clientOf(context).changeDocument({
      documentId: id,
      version,
      title: values.text('title'),
      purpose: values.text('purpose'),
      due: values.textOrNull('due'),
    }),
  remove: (context, _scope, { id, version }) => clientOf(context).withdrawDocument({ documentId: id, version }),
});

export const planList = exportedList<PlanView>({
  id: 'audit-plans',
  title: '監査の計画書',
  answers: ['listPlans'],
  scope: 'engagement',
  permission: 'audit-plan.read',
  because:
    '計画書の記載は対象、日程及び手順の記録から作られ、それらの一覧で直せます。提出と同意は、双方の責任者が画面で行います。',
  records: async (context, scope) => (await clientOf(context).listPlans({ engagementId: engagementOf(scope) })).plans,
  key: ({ id }) => id,
  columns: [
    textColumn('title', '計画書', 40, ({ title }) => title),
    choiceColumn('stage', '種類', 14, PLAN_STAGE_NAMES, ({ stage }) => stage),
    numberColumn('position', '版', 8, ({ position }) => position),
    choiceColumn('state', '状態', 12, PLAN_STATE_NAMES, ({ state }) => state),
    dayColumn('submittedOn', '提出した日', ({ submittedOn }) => submittedOn),
    dayColumn('agreedOn', '同意した日', ({ agreedOn }) => agreedOn),
    dayColumn('distributedOn', '配布した日', ({ distributedOn }) => distributedOn),
    dayColumn('confirmedOn', '所属が確認した日', ({ confirmedOn }) => confirmedOn),
    textColumn('reason', '変えた理由', 40, ({ reason }) => reason),
  ],
});

export const noticeList = editableList<NoticeView>({
  id: 'audit-notices',
  title: '監査の通知',
  answers: ['listNotices'],
  scope: 'engagement',
  permission: 'audit-plan.read',
  edit: { change: 'audit-plan.work' },
  help: '通知の案の文書番号と本文を直せます。案を作ることと送ることは、手順が定める側が画面で行います。',
  locked: ({ state }) => (state === 'draft' ? null : '送った通知は変えられません。'),
  records: async (context, scope) =>
    (await clientOf(context).listNotices({ engagementId: engagementOf(scope) })).notices,
  key: ({ id }) => id,
  columns: [
    textColumn('target', '対象', 30, ({ targetName }) => targetName, { reason: '対象は監査の計画で決まります。' }),
    textColumn('number', '文書番号', 20, ({ number }) => number, { ...edit, maxLength: 80 }),
    choiceColumn('state', '状態', 12, NOTICE_STATE_NAMES, ({ state }) => state, {
      reason: '状態は、画面で送ったときに変わります。',
    }),
    dayColumn('sentOn', '送付した日', ({ sentOn }) => sentOn, { reason: '送付した日は、画面で送ったときに付きます。' }),
    textColumn('text', '本文', 60, ({ text }) => text, { ...edit, required: true, maxLength: 10_000 }),
  ],
  change: (context, _scope, { id: noticeId, version }, values) =>
    clientOf(context).saveNotice({ noticeId, version, number: values.text('number'), text: values.text('text') }),
});

type Reply = SurveyView['replies'][number] & {
  readonly key: string;
  readonly surveyId: string;
  readonly due: string;
  readonly name: string;
};
const BY_DEPARTMENT = { reason: '回答は、所属が自ら出します。' };

export const surveyList = editableList<Reply>({
  id: 'audit-survey-replies',
  title: '事前調査の回答の状況',
  answers: ['listSurveys'],
  scope: 'engagement',
  permission: 'audit-plan.read',
  edit: { change: 'audit-plan.work' },
  help: '届いた回答の「監査で確かめる点」を書き入れると、回答を読んだことになります。',
  locked: ({ receivedOn }) => (receivedOn === null ? '回答がまだ届いていません。' : null),
  records: async (context, scope) => {
    const engagementId = engagementOf(scope);
    const { surveys } = await clientOf(context).listSurveys({ engagementId });
    const { targets } = await clientOf(context).listTargets({ engagementId });
    return surveys.flatMap(({ id, due, replies }) =>
      replies.map((reply) => ({
        ...reply,
        due,
        surveyId: id,
        key: `${id} ${reply.targetId} ${reply.form}`,
        name: targets.find((target) => target.id === reply.targetId)?.name ?? '',
      })),
    );
  },
  key: ({ key }) => key,
  columns: [
    textColumn('target', '対象', 30, ({ name }) => name, BY_DEPARTMENT),
    textColumn('variant', '立場', 20, ({ variant }) => variant, BY_DEPARTMENT),
    dayColumn('due', '期限', ({ due }) => due, { reason: '期限は、調査票を配るときに定めます。' }),
    dayColumn('receivedOn', '回答した日', ({ receivedOn }) => receivedOn, BY_DEPARTMENT),
    textColumn('answer', '回答', 40, ({ answer }) => answer, BY_DEPARTMENT),
    dayColumn('readOn', '読んだ日', ({ readOn }) => readOn, { reason: '読んだ日は、書き入れたときに付きます。' }),
    textColumn('notes', '監査で確かめる点', 40, ({ notes }) => notes, { ...edit, maxLength: 10_000 }),
  ],
  change: async (context, scope, { surveyId, targetId, form }, values) => {
    // Replies of one survey are saved one after another: each needs the version that the last one left.
    const { surveys } = await clientOf(context).listSurveys({ engagementId: engagementOf(scope) });
    const version = surveys.find(({ id }) => id === surveyId)?.version ?? 0;
    return clientOf(context).readReply({ surveyId, version, targetId, form, notes: values.text('notes') });
  },
});
