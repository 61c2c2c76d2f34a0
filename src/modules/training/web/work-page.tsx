import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { type Course, linesOf, type MaterialContent, training, type Work } from './client.ts';
import { CourseFrame } from './frame.tsx';
import { messages } from './messages.ja.ts';
import { ReviewForm } from './review-form.tsx';

const text = messages.work;
const TONES = { draft: 'neutral', submitted: 'warning', reviewed: 'success' } as const;

export function Component() {
  return (
    <CourseFrame page="exercises">
      {({ courseId, course }) => <Exercises courseId={courseId} course={course} />}
    </CourseFrame>
  );
}

type Exercises = MaterialContent['exercises'];

const columns = (exercises: Exercises): readonly ui.Column<Work>[] => [
  { key: 'name', header: text.name, rowHeader: true, cell: ({ name }) => name },
  { key: 'department', header: text.department, cell: ({ department }) => department },
  {
    key: 'exercise',
    header: text.exercise,
    cell: ({ exercise, onPaper }) => `${titleOf(exercises, exercise)}${onPaper ? `（${text.onPaper}）` : ''}`,
  },
  {
    key: 'state',
    header: text.state,
    nowrap: true,
    cell: ({ state }) => <ui.StatusBadge tone={TONES[state]}>{text.states[state]}</ui.StatusBadge>,
  },
  {
    key: 'score',
    header: text.score,
    cell: ({ feedback }) => (feedback === null ? '―' : text.scoreOf(feedback.score, feedback.of, feedback.passed)),
  },
];

const titleOf = (exercises: Exercises, key: string): string => exercises.find((one) => one.key === key)?.title ?? key;

interface Result {
  readonly exercise: string;
  readonly weakness: string;
  readonly place: string;
  readonly found: number;
  readonly partly: number;
  readonly missed: number;
}

const resultColumns = (exercises: Exercises): readonly ui.Column<Result>[] => [
  { key: 'place', header: text.weakness, rowHeader: true, cell: ({ place }) => place },
  { key: 'exercise', header: text.exercise, cell: ({ exercise }) => titleOf(exercises, exercise) },
  { key: 'found', header: text.found, align: 'end', sortBy: ({ found }) => found, cell: ({ found }) => found },
  { key: 'partly', header: text.partly, align: 'end', sortBy: ({ partly }) => partly, cell: ({ partly }) => partly },
  { key: 'missed', header: text.missed, align: 'end', sortBy: ({ missed }) => missed, cell: ({ missed }) => missed },
];

function Exercises({ courseId, course }: { courseId: string; course: Course }) {
  const may = useCan()('training.work');
  const load = ui.useLoad(
    async () => ({
      ...(await training.listWork({ courseId })),
      exercises: (await training.getMaterial({ courseId })).material?.content.exercises ?? [],
    }),
    [courseId],
  );
  return (
    <ui.Loaded from={load}>
      {({ work, results, exercises }) => (
        <>
          <ui.Table
            caption={text.caption}
            rows={work}
            rowKey={({ id }) => id}
            columns={columns(exercises)}
            empty={<ui.EmptyState title={text.none}>{text.noneHelp}</ui.EmptyState>}
          />
          {may &&
            work.map((one) => {
              const exercise = exercises.find(({ key }) => key === one.exercise);
              if (exercise === undefined) return null;
              return (
                <ui.Disclosure key={`${one.id} ${one.version}`} summary={text.review(one.name, exercise.title)}>
                  <ReviewForm work={one} exercise={exercise} onDone={load.reload} />
                </ui.Disclosure>
              );
            })}
          {may && course.course.state !== 'closed' && exercises.length > 0 && (
            <Enter courseId={courseId} course={course} exercises={exercises} onDone={load.reload} />
          )}
          {work.length > 0 && (
            <ui.Table
              caption={text.resultsTitle}
              rows={results}
              rowKey={({ exercise, weakness }) => `${exercise} ${weakness}`}
              columns={resultColumns(exercises)}
            />
          )}
        </>
      )}
    </ui.Loaded>
  );
}

/** A sheet of paper that somebody handed in. */
function Enter({
  courseId,
  course,
  exercises,
  onDone,
}: {
  courseId: string;
  course: Course;
  exercises: Exercises;
  onDone: () => void;
}) {
  return (
    <ui.Disclosure summary={text.enter}>
      <p>{text.enterHelp}</p>
      <ui.Form
        reset
        draft={`course-paper:${courseId}`}
        submitLabel={text.enterSubmit}
        done={text.entered}
        submit={(form) =>
          training.enterWork(
            {
              courseId,
              trainee: { kind: 'internal-auditor', id: form.text('trainee') },
              exercise: form.text('exercise'),
              observations: linesOf(form.text('observations')).map((line) => {
                const [place = '', fact = '', ground = '', remedy = ''] = line.split('｜').map((part) => part.trim());
                return { place, fact, ground, remedy };
              }),
            },
            form.options,
          )
        }
        onDone={onDone}
      >
        <ui.Select
          name="trainee"
          label={text.person}
          required
          options={course.people.map(({ trainee, name }) => ({ value: trainee.id, label: name }))}
        />
        <ui.Select
          name="exercise"
          label={text.exercise}
          required
          options={exercises.map(({ key, title }) => ({ value: key, label: title }))}
        />
        <ui.TextArea name="observations" label={text.lines} required rows={8} maxLength={20_000} />
      </ui.Form>
    </ui.Disclosure>
  );
}
