/** Who has completed a course: everybody who attended every form that it asks for, at one session or over several. */
import type { Form, Trainee } from '../contract/shared.ts';
import type { SessionContent } from '../contract/sessions.ts';

export const traineeKey = ({ kind, id }: Trainee): string => `${kind} ${id}`;

export interface Attended {
  readonly forms: readonly Form[];
  readonly completedOn: string | null;
}

export function attendedBy(
  sessions: readonly Pick<SessionContent, 'held'>[],
  required: readonly Form[],
): ReadonlyMap<string, Attended> {
  const held = sessions
    .flatMap(({ held: one }) => (one === null ? [] : [one]))
    .sort((a, b) => a.on.localeCompare(b.on));
  const found = new Map<string, Attended>();
  for (const { on, attendance } of held)
    for (const { trainee, forms } of attendance) {
      const key = traineeKey(trainee);
      const before = found.get(key);
      const all = [...new Set([...(before?.forms ?? []), ...forms])];
      const complete = required.every((form) => all.includes(form));
      found.set(key, { forms: all, completedOn: before?.completedOn ?? (complete ? on : null) });
    }
  return found;
}

/** How many people were at a session. */
export const peopleAt = ({ attendance, heads }: NonNullable<SessionContent['held']>): number =>
  attendance.length + heads;

/** One session holds this many people with an exercise that somebody looks at: more are better split in two. */
const PEOPLE_A_SESSION = 20;

/** How many sessions suit the number of people, within what the specification wants. */
export function suggestedSessions(people: number, atMost: number): number {
  return Math.max(1, Math.min(atMost, Math.ceil(people / PEOPLE_A_SESSION)));
}
