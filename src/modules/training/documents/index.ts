/** Papers of courses. The first kinds are the names by which specifications know the material. */
import type { Context, DocumentProvider } from '../../../kernel/module.ts';
import { answersTree, exerciseTree } from './exercises.ts';
import { handoutTree, materialDeck } from './material.ts';
import { attendanceTree, attendanceWorkbook, completionTree, completionWorkbook, resultsTree } from './records.ts';
import { clientOf, missing, readSource, type Source } from './source.ts';

const perCourse = {
  permission: 'training.read',
  perSubject: '研修',
  async subjects(context: Context, engagementId: string) {
    const { courses } = await clientOf(context).listCourses({ engagementId });
    return courses.map(({ id, title }) => ({ id, title }));
  },
} as const;

type Format = 'docx' | 'pdf' | 'xlsx' | 'pptx';

function provider(
  kind: string,
  title: string,
  formats: readonly Format[],
  tree: (source: Source, format: Format, context: Context) => unknown,
): DocumentProvider {
  return {
    kind,
    title,
    formats,
    ...perCourse,
    async build(context, { subject, format }) {
      if (subject === null) throw missing('どの研修の文書かを選んでください。');
      return tree(await readSource(context, subject), format, context);
    },
  };
}

/** The material as a specification has it delivered: of the course that is named, else of the one under this word. */
function delivered(kind: string, title: string): DocumentProvider {
  return {
    kind,
    title,
    formats: ['pptx', 'docx', 'pdf'],
    permission: 'training.read',
    async build(context, { engagementId, subject, format }) {
      const { courses } = await clientOf(context).listCourses({ engagementId });
      const course = subject ?? courses.find(({ audience }) => audience === 'internal-auditors')?.id;
      if (course === undefined) throw missing('研修がまだ登録されていません。研修の画面で実施案を登録してください。');
      return material(await readSource(context, course), format);
    },
  };
}

const material = (source: Source, format: Format) => (format === 'pptx' ? materialDeck(source) : handoutTree(source));

export const documents: readonly DocumentProvider[] = [
  delivered('auditor-course', '情報セキュリティ内部監査人養成研修資料'),
  delivered('internal-auditor-course', '内部監査研修資料'),
  provider('course-exercise', '演習用紙', ['docx', 'pdf'], exerciseTree),
  provider('course-exercise-answers', '演習の模範解答（講師用）', ['docx', 'pdf'], answersTree),
  provider('course-attendance', '研修受講記録', ['docx', 'pdf', 'xlsx'], (source, format) =>
    format === 'xlsx' ? attendanceWorkbook(source) : attendanceTree(source),
  ),
  provider('course-completion', '研修修了者名簿', ['docx', 'pdf', 'xlsx'], (source, format) =>
    format === 'xlsx' ? completionWorkbook(source) : completionTree(source),
  ),
  provider('course-results', '演習の結果と理解の分析', ['docx', 'pdf'], async (source, _format, context) => {
    const { work, results } = await clientOf(context).listWork({ courseId: source.course.id });
    return resultsTree(source, work, results);
  }),
];
