/** Who attended: one by one, or counted where a course is for the staff. */
import type { FormReader } from '../../../web/ui/index.ts';
import * as ui from '../../../web/ui/index.ts';
import type { Course } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.sessions;

const CHOICES = {
  both: text.both,
  lecture: text.onlyLecture,
  exercise: text.onlyExercise,
  absent: text.absent,
} as const;
export type Choice = keyof typeof CHOICES;
const FORMS = { both: ['座学', '実技演習'], lecture: ['座学'], exercise: ['実技演習'], absent: [] } as const;

/** Nobody is named: only how many came is written down. */
export const isCounted = ({ course }: Course): boolean => course.audience === 'city-staff';

interface Presence {
  readonly course: Course;
  readonly attended: (id: string) => Choice;
  /** How many were written down before; null at first. */
  readonly heads: number | null;
}

export function Attendance({ course, attended, heads }: Presence) {
  if (isCounted(course))
    return <ui.NumberField name="heads" label={text.heads} required min={1} max={100_000} defaultValue={heads} />;
  return (
    <>
      {course.people.map(({ trainee, name, department }) => (
        <ui.RadioGroup
          key={trainee.id}
          name={`attendance.${trainee.id}`}
          label={`${text.attendance}：${name}（${department}）`}
          required
          inline
          defaultValue={attended(trainee.id)}
          options={Object.entries(CHOICES).map(([value, label]) => ({ value, label }))}
        />
      ))}
    </>
  );
}

export function attendanceFrom(form: FormReader, course: Course) {
  if (isCounted(course)) return { attendance: [], heads: form.number('heads') };
  return {
    attendance: course.people.flatMap(({ trainee }) => {
      const forms = FORMS[form.one(`attendance.${trainee.id}`, Object.keys(CHOICES) as Choice[])];
      return forms.length === 0 ? [] : [{ trainee, forms: [...forms] }];
    }),
  };
}
