/** Lists of field work at any target: records, samples, sessions, and what concerns the whole city. */
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
import { dayOf, instantAt, timeOf } from '../../../core/calendar/index.ts';
import { fieldError } from '../../../kernel/error.ts';
import { editableList, engagementOf, subjectOf, type ValueReader } from '../../../kernel/list.ts';
import type { ListProvider } from '../../../kernel/module.ts';
import { teamContract } from '../../team/contract.ts';
import { FIELD_RECORD_LABELS, FIELD_RESULT_LABELS } from '../labels.ts';
import { client, COMMON, type Out, per as perDepartment } from './common.ts';
import { sampleList } from './samples.ts';

const per = { ...perDepartment, title: '監査の対象' };
const KEPT = '現地での記録は書き換えられません。誤りは、取消しの理由を書いて取り消し、新しい行を加えてください。';
const NEW = { ...FIRST, reason: KEPT };
const OPTIONAL = { ...FIRST_OPTIONAL, reason: KEPT };
const LINE = { ...OPTIONAL, maxLength: 1000 };
const TEXT = { ...NEW, maxLength: 10_000 };

type FieldRecord = Out<'listFieldRecords'>['records'][number];

const recordList = editableList<FieldRecord>({
  ...COMMON,
  per,
  id: 'field-records',
  title: '聞き取り、観察及び再実施の記録',
  answers: ['listFieldRecords'],
  edit: 'audit.fieldwork',
  help: '行を加えると、現地での記録が登録されます。誤って書いた記録は、「取消しの理由」を書くと取り消されます。',
  records: async (context, scope) => (await client(context).listFieldRecords({ auditId: subjectOf(scope) })).records,
  locked: ({ state }) => (state === 'kept' ? null : '取り消した記録は変えられません。'),
  columns: async (context, scope) => {
    const { checks } = await client(context).listChecks({ auditId: subjectOf(scope) });
    const items = checks.map(({ id, number, title }) => ({ value: id, label: `${number}　${title}` }));
    return [
      choiceColumn('checkId', '確認項目', 30, items, (it) => it.checkId, OPTIONAL),
      choiceColumn('kind', '種類', 12, FIELD_RECORD_LABELS, (it) => it.kind, NEW),
      dayColumn('at', '日', (it) => dayOf(it.at), NEW),
      textColumn('time', '時刻', 8, (it) => timeOf(it.at), { ...NEW, maxLength: 5 }),
      textColumn('place', '場所', 20, (it) => it.place, LINE),
      textColumn('counterpart', '相手', 24, (it) => it.counterpart, LINE),
      textColumn('text', '内容', 60, (it) => it.text, TEXT),
      textColumn('steps', '再実施の手順', 40, (it) => it.steps, { ...OPTIONAL, maxLength: 10_000 }),
      choiceColumn('result', '結果', 14, FIELD_RESULT_LABELS, (it) => it.result, OPTIONAL),
      textColumn('withdrawal', '取消しの理由', 30, (it) => it.withdrawal?.reason ?? '', {
        ...EDITABLE,
        maxLength: 10_000,
      }),
    ];
  },
  add: (context, scope, values) => {
    if (values.text('withdrawal') !== '') throw fieldError('withdrawal', '新しい行では空にしてください。');
    return client(context).addFieldRecord({
      auditId: subjectOf(scope),
      checkId: values.textOrNull('checkId'),
      kind: values.one('kind', FIELD_RECORD_LABELS),
      at: instantFrom(values),
      place: values.text('place'),
      counterpart: values.text('counterpart'),
      text: values.text('text'),
      steps: values.text('steps'),
      result: values.textOrNull('result') === null ? null : values.one('result', FIELD_RESULT_LABELS),
    });
  },
  change: (context, _scope, { id: recordId, version }, values) =>
    client(context).withdrawFieldRecord({ recordId, version, reason: values.text('withdrawal') }),
});

function instantFrom(values: ValueReader): string {
  const [, hours = '', minutes = ''] = /^(\d{1,2})[:：](\d{2})$/u.exec(values.text('time').normalize('NFKC')) ?? [];
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) {
    throw fieldError('time', '時刻は「13:30」のように書いてください。');
  }
  return instantAt(values.text('at'), Number(hours) * 60 + Number(minutes));
}

const HELD = '実施の記録は書き換えられません。';
const HELD_NEW = { ...FIRST, reason: HELD };
const HELD_OPTIONAL = { ...FIRST_OPTIONAL, reason: HELD };

const sessionList = editableList<Out<'listSessions'>['sessions'][number]>({
  ...COMMON,
  per,
  id: 'sessions',
  title: '監査の実施と立会いの記録',
  answers: ['listSessions'],
  edit: { add: 'audit.fieldwork' },
  help: '行を加えると、監査の実施が記録されます。立会いと、手順が求める細かな数は、監査の画面から記録してください。',
  records: async (context, scope) => (await client(context).listSessions({ auditId: subjectOf(scope) })).sessions,
  locked: () => HELD,
  columns: async (context, scope) => {
    const { members } = await context.client(teamContract).getTeam({ engagementId: engagementOf(scope) });
    const people = members.map(({ id, name }) => ({ value: id, label: name }));
    return [
      choiceColumn('kind', '種類', 10, { held: '実施', attended: '立会い' }, (it) => it.kind, {
        reason: '行を加えると「実施」になります。',
      }),
      dayColumn('occurredOn', '日', (it) => it.occurredOn, HELD_NEW),
      numberColumn('minutes', '分', 8, (it) => it.minutes, { ...HELD_NEW, min: 1, max: 2880 }),
      textColumn('place', '場所', 24, (it) => it.place, { ...HELD_OPTIONAL, maxLength: 1000 }),
      choicesColumn('participants', '従事者', 30, people, (it) => it.participants, HELD_OPTIONAL),
      textColumn('cityAuditors', '市の監査人', 24, (it) => it.cityAuditors, { ...HELD_OPTIONAL, maxLength: 1000 }),
      textsColumn('interviewees', '聞き取った人', 24, (it) => it.interviewees, HELD_OPTIONAL),
      textsColumn('methods', '方法', 30, (it) => it.methods, HELD_NEW),
      textsColumn(
        'points',
        '立会いで見た事項',
        50,
        (it) => it.points.map(({ point, support }) => `${point}　${support}`),
        {
          reason: '立会いの記録は、監査の画面から加えます。',
        },
      ),
      textsColumn('warnings', '注意', 44, (it) => it.warnings, { reason: '手順と比べて分かることです。' }),
      textColumn('note', '備考', 36, (it) => it.note, { ...HELD_OPTIONAL, maxLength: 10_000 }),
    ];
  },
  add: (context, scope, values) => {
    const place = values.text('place');
    return client(context).recordSession({
      auditId: subjectOf(scope),
      occurredOn: values.text('occurredOn'),
      minutes: values.number('minutes'),
      onSite: place !== '',
      place,
      participants: values.texts('participants'),
      cityAuditors: values.text('cityAuditors'),
      interviewees: values.texts('interviewees'),
      methods: values.texts('methods'),
      note: values.text('note'),
    });
  },
});

const RAISED = '取り上げた課題は変えられません。ひな型は、監査の画面から渡します。';
const RAISED_NEW = { ...FIRST, reason: RAISED };

const commonIssueList = editableList<Out<'listCommonIssues'>['issues'][number]>({
  ...COMMON,
  id: 'common-issues',
  title: '全庁的な課題',
  answers: ['listCommonIssues'],
  edit: { add: 'audit.work' },
  help: '行を加えると、二つ以上の発見事項を、全庁的な課題として取り上げたことになります。',
  records: async (context, scope) =>
    (await client(context).listCommonIssues({ engagementId: engagementOf(scope) })).issues,
  locked: () => RAISED,
  columns: async (context, scope) => {
    const engagementId = engagementOf(scope);
    const { findings } = await client(context).listFindings({ engagementId });
    const { audits } = await client(context).getProgramme({ engagementId });
    const names = new Map(audits.map(({ id, departmentName }) => [id, departmentName]));
    const choices = findings.map(({ id, position, auditId, title }) => ({
      value: id,
      label: `${names.get(auditId) ?? ''} ${position} ${title}`.trim(),
    }));
    return [
      textColumn('title', '課題', 36, (it) => it.title, { ...RAISED_NEW, maxLength: 200 }),
      textColumn('text', '内容', 60, (it) => it.text, { ...RAISED_NEW, maxLength: 10_000 }),
      choicesColumn('findingIds', '発見事項', 50, choices, (it) => it.findingIds, RAISED_NEW),
      numberColumn('departments', '所属の数', 10, (it) => it.departmentIds.length, { reason: RAISED }),
      dayColumn('raisedOn', '取り上げた日', (it) => it.raisedOn, { reason: RAISED }),
      textsColumn('templates', '渡したひな型', 40, (it) => it.templates.map(({ document }) => document), {
        reason: RAISED,
      }),
    ];
  },
  add: (context, scope, values) =>
    client(context).raiseCommonIssue({
      engagementId: engagementOf(scope),
      title: values.text('title'),
      text: values.text('text'),
      findingIds: values.texts('findingIds'),
    }),
});

export const fieldWorkLists: readonly ListProvider[] = [recordList, sampleList, sessionList, commonIssueList];

export const noFieldWorkLists = {
  listCheckRows: '画面に早く示すための短い行であり、同じ項目は監査チェックリストとして取り出せる。',
  getPaper: '監査調書一件の画面であり、監査調書の文書として取り出せる。',
  checkConsistency: '評価のそろえ方を確かめる画面であり、発見事項の一覧から取り出せる。',
  compareWithChecklist: 'チェックリストの新しい版との比較であり、取り入れると確認項目の一覧に載る。',
  listOpenableTargets: '入力欄の選択肢である。対象は監査計画の一覧から取り出す。',
  listEarlierFindings: '入力欄の選択肢である。前の年度の発見事項は、その年度の一覧から取り出す。',
} as const;
