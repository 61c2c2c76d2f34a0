/** Renders the papers of courses. */
import { renderFile } from '../../../documents/index.ts';
import { AppError } from '../../../kernel/error.ts';
import { engagementContract } from '../../engagement/contract.ts';
import { documents } from '../documents/index.ts';
import { exerciseTree } from '../documents/exercises.ts';
import { courseViewOf } from './courses.ts';
import { materialViewOf } from './material.ts';
import { ownCourse } from './own.ts';
import type { H } from './shared.ts';

export const downloadDocument: H<'downloadDocument'> = async (context, { engagementId, kind, subject, format }) => {
  const provider = documents.find((candidate) => candidate.kind === kind);
  if (provider === undefined || !provider.formats.includes(format))
    throw new AppError('record.missing', { internal: `${kind} ${format}` });
  return renderFile(await provider.build(context, { engagementId, subject, format }), format, provider.title);
};

/** The trainee may not read the course as its lecturers do: only the sheet is made, from what is in force. */
export const downloadOwnExercise: H<'downloadOwnExercise'> = async (context, { courseId, format }) => {
  const { course, material } = await ownCourse(context, courseId);
  const engagement = await context.client(engagementContract).getEngagement({ engagementId: course.engagementId });
  const source = {
    ...{ engagement, today: context.today, people: [], sessions: [] },
    course: courseViewOf(course),
    material: materialViewOf(material),
  };
  return renderFile(exerciseTree(source), format, '演習用紙');
};
