/** The operations of the module and small helpers that several of its pages use. */
import type { OutputOf } from '../../../kernel/contract.ts';
import { clientFor } from '../../../web/client.ts';
import type { trainingContract } from '../contract.ts';

export const training = clientFor<typeof trainingContract>('training');

type Out<K extends keyof (typeof trainingContract)['operations']> = OutputOf<typeof trainingContract, K>;
export type Listed = Out<'listCourses'>;
export type Course = Out<'getCourse'>;
export type Material = NonNullable<Out<'getMaterial'>['material']>;
export type MaterialContent = Material['content'];
export type Session = Out<'listSessions'>['sessions'][number];
export type Work = Out<'listWork'>['work'][number];
export type Own = Out<'listOwnExercises'>['exercises'][number];

export const trainingHref = (engagementId: string, courseId = '', page = ''): string =>
  ['/engagements', engagementId, 'training', courseId, page].filter((part) => part !== '').join('/');

export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

export const wordsAsOptions = (words: readonly string[]) => words.map((value) => ({ value, label: value }));

export function files(
  engagementId: string,
  courseId: string,
  kind: string,
  formats: readonly ('docx' | 'pdf' | 'xlsx' | 'pptx')[],
) {
  return formats.map((format) => ({
    kind: format,
    href: training.href('downloadDocument', { engagementId, kind, subject: courseId, format }),
  }));
}
