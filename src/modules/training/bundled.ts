/** The courses that come with the product (content/courses), read once per process. */
import { z } from 'zod';
import { parseContent } from '../../core/content-schema/parse.ts';
import { listContent, readContent } from '../../kernel/content.ts';
import { AppError } from '../../kernel/error.ts';
import { courseFields } from './contract/courses.ts';
import { materialContent } from './contract/material.ts';

const courseFile = z.strictObject({
  id: z.string(),
  type: z.literal('course'),
  edition: z.string(),
  order: z.int(),
  /** What each specification that asks for it says about it. */
  asked: z.array(
    z.strictObject({
      specification: z.string(),
      clause: z.string(),
      sessionsAtMost: z.int(),
      minutes: z.strictObject({ atLeast: z.int(), atMost: z.int() }),
      fields: courseFields.omit({ from: true, to: true, participants: true }),
    }),
  ),
  material: materialContent,
});
export type CourseFile = z.output<typeof courseFile>;

let known: readonly CourseFile[] | undefined;

/** @throws ContentError when a file is broken. */
export function bundledCourses(): readonly CourseFile[] {
  known ??= listContent('courses', '.yaml')
    .map((name) => parseContent(readContent(`courses/${name}`), courseFile, '研修'))
    .sort((a, b) => a.order - b.order);
  return known;
}

export function bundledCourse(id: string): CourseFile {
  const found = bundledCourses().find((file) => file.id === id);
  if (found === undefined)
    throw new AppError('record.missing', {
      message: '製品に付いている教材が見つかりません。一覧から選び直してください。',
      internal: `course ${id}`,
    });
  return found;
}
