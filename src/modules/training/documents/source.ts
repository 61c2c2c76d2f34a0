/** What the papers of a course are made from, as the caller may read it. */
import { formatEra } from '../../../core/calendar/index.ts';
import { type Block, paragraph, toTheCity } from '../../../documents/index.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { type EngagementProfile, engagementContract } from '../../engagement/contract.ts';
import {
  type CourseView,
  type MaterialView,
  type PersonLine,
  type SessionView,
  trainingContract,
} from '../contract.ts';

export interface Source {
  readonly engagement: EngagementProfile;
  readonly today: string;
  readonly course: CourseView;
  readonly people: readonly PersonLine[];
  readonly material: MaterialView | null;
  readonly sessions: readonly SessionView[];
}

export const clientOf = (context: Context) => context.client(trainingContract);

export async function readSource(context: Context, courseId: string): Promise<Source> {
  const client = clientOf(context);
  const { engagementId, course, people } = await client.getCourse({ courseId });
  return {
    engagement: await context.client(engagementContract).getEngagement({ engagementId }),
    today: context.today,
    course,
    people,
    material: (await client.getMaterial({ courseId })).material,
    sessions: (await client.listSessions({ courseId })).sessions,
  };
}

export function materialOf({ material }: Source): MaterialView {
  if (material === null) throw missing('この研修の教材がまだありません。研修の「教材」の画面で作ってください。');
  return material;
}

export function missing(message: string): AppError {
  return new AppError('record.missing', { message });
}

/** Head of a paper that the contractor makes for the city. */
export function headOf({ engagement, course }: Source, title: string, on: string) {
  return {
    title,
    subtitle: course.title,
    date: formatEra(on),
    created: on,
    ...toTheCity(engagement),
  };
}

/** The day of which a record of the course speaks: the last one held. */
export const lastHeld = ({ sessions, today }: Source): string =>
  sessions
    .flatMap(({ held }) => held?.on ?? [])
    .toSorted()
    .at(-1) ?? today;

/** The day for which material is handed out: the first one held, before that the day of making. */
export const firstHeld = ({ sessions, today }: Source): string =>
  sessions.flatMap(({ held }) => held?.on ?? []).toSorted()[0] ?? today;

/** Head of a sheet that is handed to trainees: no addressee. */
export function handoutHead(source: Source, title: string, number?: string) {
  const { engagement, course } = source;
  const on = firstHeld(source);
  return {
    title,
    subtitle: course.title,
    date: formatEra(on),
    created: on,
    author: engagement.contractor,
    ...(number === undefined ? {} : { number }),
    ...(engagement.marking === null ? {} : { marking: engagement.marking }),
  };
}

export const textLines = (text: string): Block[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => paragraph(line, { firstLine: !/^([0-9０-９]|\(|（)/u.test(line) }));
