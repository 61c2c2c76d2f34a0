/** Lists of courses for the way through a spreadsheet program. */
import { editableList, engagementOf, exportedList, type ValueReader } from '../../../kernel/list.ts';
import { dayColumn, numberColumn, textColumn, textsColumn } from '../../../kernel/list-columns.ts';
import type { ListProvider } from '../../../kernel/module.ts';
import { trainingContract } from '../contract.ts';
import type { CourseView, PersonLine } from '../contract.ts';

const edit = { edit: 'always' } as const;

const fieldsOf = (values: ValueReader) => ({
  title: values.text('title'),
  audienceNames: values.texts('audienceNames'),
  aim: values.text('aim'),
  contents: values.texts('contents'),
  sessions: values.number('sessions'),
  participants: values.number('participants'),
  from: values.text('from'),
  to: values.text('to'),
});

const courseList = editableList<CourseView>({
  id: 'courses',
  title: '研修の実施案',
  answers: ['listCourses'],
  scope: 'engagement',
  permission: 'training.read',
  edit: 'training.work',
  help: '一行に、一つの研修を書きます。市が同意した後に直すと、もう一度同意が要ります。',
  records: async (context, scope) =>
    (await context.client(trainingContract).listCourses({ engagementId: engagementOf(scope) })).courses,
  key: ({ id }) => id,
  locked: ({ state }) => (state === 'closed' ? '終えた研修は変えられません。' : null),
  columns: [
    textColumn('course', '仕様書での名称', 30, ({ course }) => course, { edit: 'new', required: true, maxLength: 80 }),
    textColumn('title', '研修の名称', 40, ({ title }) => title, { ...edit, required: true, maxLength: 200 }),
    textsColumn('audienceNames', '対象', 30, ({ audienceNames }) => audienceNames, { ...edit, required: true }),
    textColumn('aim', 'ねらい', 50, ({ aim }) => aim, { ...edit, required: true, maxLength: 1000 }),
    textsColumn('contents', '内容', 50, ({ contents }) => contents, { ...edit, required: true }),
    numberColumn('sessions', '回数', 10, ({ sessions }) => sessions, { ...edit, required: true, min: 1, max: 50 }),
    numberColumn('participants', '人数', 10, ({ participants }) => participants, {
      ...edit,
      required: true,
      min: 1,
      max: 100_000,
    }),
    dayColumn('from', '実施時期（始め）', ({ from }) => from, { ...edit, required: true }),
    dayColumn('to', '実施時期（終わり）', ({ to }) => to, { ...edit, required: true }),
  ],
  add: (context, scope, values) =>
    context.client(trainingContract).proposeCourse({
      engagementId: engagementOf(scope),
      course: values.text('course'),
      audience: 'internal-auditors',
      forms: ['座学', '実技演習'],
      ...fieldsOf(values),
    }),
  change: (context, _scope, { id, version, forms }, values) =>
    context.client(trainingContract).changeCourse({ courseId: id, version, forms, ...fieldsOf(values) }),
});

const peopleList = exportedList<PersonLine & { readonly course: string }>({
  id: 'course-people',
  title: '受講の状況',
  answers: ['getCourse'],
  scope: 'engagement',
  permission: 'training.read',
  because: '出席は開催ごとに画面で記録し、修了は出席から決まります。一覧は、確かめるために取り出せます。',
  records: async (context, scope) => {
    const client = context.client(trainingContract);
    const { courses } = await client.listCourses({ engagementId: engagementOf(scope) });
    const lines = [];
    for (const { id, title } of courses)
      lines.push(...(await client.getCourse({ courseId: id })).people.map((one) => ({ ...one, course: title })));
    return lines;
  },
  key: ({ course, trainee }) => `${course} ${trainee.id}`,
  columns: [
    textColumn('course', '研修', 40, ({ course }) => course),
    textColumn('department', '所属', 30, ({ department }) => department),
    textColumn('name', '氏名', 24, ({ name }) => name),
    textsColumn('forms', '出席', 24, ({ forms }) => forms),
    dayColumn('completedOn', '修了した日', ({ completedOn }) => completedOn),
  ],
});

export const lists: readonly ListProvider[] = [courseList, peopleList];

export const noLists = {
  getMaterial: '教材一件の内容であり、画面で編集し、文書として取り出す。',
  listSessions: '開催は日程と出席を画面で記録し、受講記録として取り出す。',
  listWork: '受講者の解答であり、講師が画面で講評する。氏名のない結果は文書として取り出す。',
  listOwnExercises: '本人だけに見せる演習であり、一覧として取り出さない。',
} as const;
