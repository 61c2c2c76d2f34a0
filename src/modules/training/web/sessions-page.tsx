import { useState } from 'react';
import { useCan, useSession } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { Attendance, attendanceFrom, type Choice, isCounted } from './attendance-fields.tsx';
import { type Course, type Material, type Session, training, wordsAsOptions } from './client.ts';
import { CourseFrame } from './frame.tsx';
import { messages } from './messages.ja.ts';

const text = messages.sessions;
const MODES = ['集合', 'Web会議', '動画', '資料配布'] as const;
const TONES = { planned: 'info', held: 'success', cancelled: 'neutral' } as const;

export function Component() {
  return (
    <CourseFrame page="sessions">
      {({ courseId, course, reload }) => <Sessions courseId={courseId} course={course} reload={reload} />}
    </CourseFrame>
  );
}

interface Part {
  readonly courseId: string;
  readonly course: Course;
  readonly reload: () => void;
}

function Sessions({ courseId, course, reload }: Part) {
  const can = useCan();
  const load = ui.useLoad(
    async () => ({
      ...(await training.listSessions({ courseId })),
      ...(await training.getMaterial({ courseId })),
    }),
    [courseId, course.course.version],
  );
  const again = () => {
    load.reload();
    reload();
  };
  return (
    <ui.Loaded from={load}>
      {({ sessions, material }) => (
        <>
          <ui.Table
            caption={text.caption}
            rows={sessions}
            rowKey={({ id }) => id}
            columns={COLUMNS}
            empty={<ui.EmptyState title={text.none}>{text.noneHelp}</ui.EmptyState>}
          />
          {sessions.map((session) => (
            <SessionWork key={session.id} session={session} material={material} course={course} onDone={again} />
          ))}
          {can('training.work') && course.course.state === 'agreed' && <Plan courseId={courseId} onDone={again} />}
        </>
      )}
    </ui.Loaded>
  );
}

const COLUMNS: readonly ui.Column<Session>[] = [
  {
    key: 'number',
    header: messages.list.sessions,
    rowHeader: true,
    nowrap: true,
    cell: (one) => text.number(one.number),
  },
  {
    key: 'state',
    header: text.state,
    nowrap: true,
    cell: ({ state }) => <ui.StatusBadge tone={TONES[state]}>{text.states[state]}</ui.StatusBadge>,
  },
  { key: 'day', header: text.day, cell: ({ held, day }) => <ui.DayText day={held?.on ?? day} look="weekday" /> },
  {
    key: 'time',
    header: text.time,
    cell: ({ from, to, held }) => (held === null ? `${from}～${to}` : text.minutes(held.minutes)),
  },
  { key: 'place', header: text.place, cell: ({ place }) => place },
  { key: 'mode', header: text.mode, cell: ({ mode }) => mode },
  { key: 'lecturer', header: text.lecturer, cell: ({ held }) => held?.lecturer ?? '―' },
  {
    key: 'people',
    header: text.people,
    align: 'end',
    cell: ({ held }) => (held === null ? '―' : text.count(held.attendance.length + held.heads)),
  },
];

function Plan({ courseId, onDone }: { courseId: string; onDone: () => void }) {
  return (
    <ui.Disclosure summary={text.plan}>
      <p>{text.planHelp}</p>
      <ui.Form
        reset
        submitLabel={text.plan}
        done={text.planned}
        submit={(form) =>
          training.planSession(
            {
              courseId,
              day: form.day('day'),
              from: form.text('from'),
              to: form.text('to'),
              place: form.text('place'),
              mode: form.one('mode', MODES),
              reason: form.text('reason'),
              considered: form.all('considered'),
            },
            form.options,
          )
        }
        onDone={onDone}
      >
        <ui.DateField name="day" label={text.day} required />
        <ui.TextField name="from" label={text.from} hint={text.timeHelp} required maxLength={5} width="short" />
        <ui.TextField name="to" label={text.to} hint={text.timeHelp} required maxLength={5} width="short" />
        <ui.TextField name="place" label={text.place} required maxLength={200} />
        <ui.Select name="mode" label={text.mode} required defaultValue="集合" options={wordsAsOptions(MODES)} />
        <ui.TextField name="reason" label={text.reason} maxLength={1000} />
        <ui.CheckboxGroup name="considered" label={text.considered} options={wordsAsOptions(text.consideredChoices)} />
      </ui.Form>
    </ui.Disclosure>
  );
}

interface Work {
  readonly session: Session;
  readonly material: Material | null;
  readonly course: Course;
  readonly onDone: () => void;
}

function SessionWork(work: Work) {
  const { session, material, onDone } = work;
  const can = useCan();
  const cancel = ui.useCommand(
    (options) => training.cancelSession({ sessionId: session.id, version: session.version }, options),
    { done: text.cancelled, onDone },
  );
  if (session.state === 'held' && can('training.attendance')) return <Correct {...work} />;
  if (session.state !== 'planned') return null;
  return (
    <>
      {cancel.problem !== undefined && <ui.Problem problem={cancel.problem} />}
      {can('training.attendance') && (
        <ui.Disclosure summary={text.hold(session.number)}>
          {material === null || material.state === 'draft' ? <p>{text.noMaterial}</p> : <Hold {...work} />}
        </ui.Disclosure>
      )}
      {can('training.work') && (
        <div>
          <ui.ConfirmButton
            title={text.cancel}
            body={text.number(session.number)}
            busy={cancel.busy}
            onConfirm={() => cancel.run()}
          >
            {text.cancel}
          </ui.ConfirmButton>
        </div>
      )}
    </>
  );
}

function Hold({ session, material, course, onDone }: Work) {
  const { today } = useSession();
  const units = material?.content.units ?? [];
  const planned = (form: string) =>
    units.filter((unit) => unit.form === form).reduce((sum, { minutes }) => sum + minutes, 0);
  const exercises = material?.content.exercises ?? [];
  return (
    <ui.Form
      draft={`course-session:${session.id}`}
      version={session.version}
      submitLabel={text.record}
      done={isCounted(course) ? text.heldStaff : text.held}
      submit={(form) =>
        training.holdSession(
          {
            sessionId: session.id,
            version: form.version,
            occurredOn: form.day('occurredOn'),
            lectureMinutes: form.number('lectureMinutes'),
            exerciseMinutes: form.number('exerciseMinutes'),
            exercises: form.all('exercises'),
            lecturer: form.text('lecturer'),
            ...attendanceFrom(form, course),
            note: form.text('note'),
          },
          form.options,
        )
      }
      onDone={onDone}
    >
      <ui.DateField
        name="occurredOn"
        label={text.day}
        required
        defaultValue={session.day <= today ? session.day : today}
      />
      <ui.NumberField name="lectureMinutes" label={text.lecture} required min={0} defaultValue={planned('座学')} />
      <ui.NumberField
        name="exerciseMinutes"
        label={text.exercise}
        required
        min={0}
        defaultValue={planned('実技演習')}
      />
      {exercises.length > 0 && (
        <ui.CheckboxGroup
          name="exercises"
          label={text.exercises}
          options={exercises.map(({ key, title }) => ({ value: key, label: title }))}
          defaultValues={exercises.map(({ key }) => key)}
        />
      )}
      <ui.TextField name="lecturer" label={text.lecturer} required maxLength={200} width="medium" />
      <Attendance course={course} attended={() => 'both'} heads={null} />
      <ui.TextArea name="note" label={text.note} rows={2} maxLength={4000} />
    </ui.Form>
  );
}

function Correct({ session, course, onDone }: Work) {
  const [shown, setShown] = useState(0);
  const attended = (id: string): Choice => {
    const forms = session.held?.attendance.find(({ trainee }) => trainee.id === id)?.forms ?? [];
    if (forms.length === 2) return 'both';
    return forms[0] === '座学' ? 'lecture' : forms[0] === '実技演習' ? 'exercise' : 'absent';
  };
  return (
    <ui.Disclosure key={shown} summary={text.correct(session.number)}>
      <ui.Form
        version={session.version}
        submitLabel={text.correct(session.number)}
        done={text.corrected}
        submit={(form) =>
          training.correctAttendance(
            {
              sessionId: session.id,
              version: form.version,
              ...attendanceFrom(form, course),
              reason: form.text('reason'),
            },
            form.options,
          )
        }
        onDone={() => {
          setShown(shown + 1);
          onDone();
        }}
      >
        <Attendance course={course} attended={attended} heads={session.held?.heads ?? null} />
        <ui.TextField name="reason" label={text.correctReason} required maxLength={1000} />
      </ui.Form>
    </ui.Disclosure>
  );
}
