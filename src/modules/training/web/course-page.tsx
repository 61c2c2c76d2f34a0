import { DocumentLinks } from '../../../web/document-links.tsx';
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { CourseFields, courseFrom } from './course-fields.tsx';
import { type Course, files, training } from './client.ts';
import { COURSE_TONES, CourseFrame } from './frame.tsx';
import { messages } from './messages.ja.ts';

const text = messages.one;
const fieldText = messages.fields;

export function Component() {
  return (
    <CourseFrame page="">
      {(shown) => (
        <>
          <Facts {...shown} />
          <Warnings warnings={shown.course.warnings} />
          <Agree {...shown} />
          <People course={shown.course} />
          <Change {...shown} />
          <Close {...shown} />
          <Analysis {...shown} />
          <Papers {...shown} />
        </>
      )}
    </CourseFrame>
  );
}

interface Part {
  readonly engagementId: string;
  readonly courseId: string;
  readonly course: Course;
  readonly reload: () => void;
}

function Facts({ course: { course } }: Part) {
  return (
    <ui.Section
      title={text.facts}
      actions={<ui.StatusBadge tone={COURSE_TONES[course.state]}>{messages.states[course.state]}</ui.StatusBadge>}
    >
      <ui.DataList
        items={[
          { term: fieldText.course, value: course.course },
          { term: fieldText.audienceNames.replace(/（.*$/u, ''), value: course.audienceNames.join('、') },
          { term: fieldText.aim, value: course.aim },
          { term: fieldText.contents.replace(/（.*$/u, ''), value: course.contents.join('、') },
          { term: fieldText.forms, value: course.forms.join('、') },
          { term: fieldText.sessions, value: String(course.sessions) },
          { term: fieldText.participants, value: String(course.participants) },
          {
            term: messages.list.season,
            value: (
              <>
                <ui.DayText day={course.from} />～<ui.DayText day={course.to} />
              </>
            ),
          },
          {
            term: text.agreedOn,
            value: course.agreedOn === null ? text.notAgreed : <ui.DayText day={course.agreedOn} />,
          },
        ]}
      />
    </ui.Section>
  );
}

function Warnings({ warnings }: { warnings: readonly string[] }) {
  if (warnings.length === 0) return <p>{text.good}</p>;
  return (
    <ui.Notice tone="warning" title={text.warnings}>
      <ul className="list-disc ps-6">
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </ui.Notice>
  );
}

function Agree({ courseId, course: { course }, reload }: Part) {
  if (!useCan()('training.decide') || course.state !== 'proposed') return null;
  return (
    <ui.Section title={text.agree}>
      <p>{text.agreeHelp}</p>
      <ui.Form
        submitLabel={text.agree}
        done={text.agreed}
        submit={(form) =>
          training.agreeCourse({ courseId, version: course.version, occurredOn: form.day('occurredOn') }, form.options)
        }
        onDone={reload}
      >
        <ui.DateField name="occurredOn" label={text.occurredOn} required />
      </ui.Form>
    </ui.Section>
  );
}

type Person = Course['people'][number];

const PEOPLE: readonly ui.Column<Person>[] = [
  { key: 'name', header: text.name, rowHeader: true, cell: ({ name }) => name },
  { key: 'department', header: text.department, cell: ({ department }) => department },
  { key: 'forms', header: text.forms, cell: ({ forms }) => (forms.length === 0 ? text.none : forms.join('、')) },
  {
    key: 'completedOn',
    header: text.completedOn,
    sortBy: ({ completedOn }) => completedOn,
    cell: ({ completedOn }) => <ui.DayText day={completedOn} />,
  },
];

function People({ course: { course, people } }: Pick<Part, 'course'>) {
  if (course.audience === 'city-staff')
    return (
      <ui.Section title={text.people}>
        <p>{text.counted}</p>
      </ui.Section>
    );
  return (
    <ui.Section title={text.people}>
      <ui.Table
        caption={text.people}
        hideCaption
        rows={people}
        rowKey={({ trainee }) => trainee.id}
        columns={PEOPLE}
        empty={<ui.EmptyState title={text.noPeople}>{text.noPeopleHelp}</ui.EmptyState>}
      />
    </ui.Section>
  );
}

function Change({ courseId, course: { course }, reload }: Part) {
  if (!useCan()('training.work') || course.state === 'closed') return null;
  return (
    <ui.Disclosure summary={text.change}>
      <p>{text.changeHelp}</p>
      <ui.Form
        key={course.version}
        version={course.version}
        submitLabel={text.save}
        done={text.changed}
        submit={(form) => training.changeCourse({ courseId, version: form.version, ...courseFrom(form) }, form.options)}
        onDone={reload}
      >
        <CourseFields fields={course} />
      </ui.Form>
    </ui.Disclosure>
  );
}

function Close({ courseId, course: { course }, reload }: Part) {
  const may = useCan()('training.work');
  if (course.closed !== null) return <p>{text.closedOn(course.closed.sessions, course.closed.participants)}</p>;
  if (!may || course.state !== 'agreed') return null;
  return (
    <ui.Section title={text.close}>
      <p>{course.audience === 'city-staff' ? text.closeStaffHelp : text.closeHelp}</p>
      <ui.Form
        submitLabel={text.close}
        done={text.closed}
        submit={(form) =>
          training.closeCourse({ courseId, version: course.version, occurredOn: form.day('occurredOn') }, form.options)
        }
        onDone={reload}
      >
        <ui.DateField name="occurredOn" label={text.occurredOn} required />
      </ui.Form>
    </ui.Section>
  );
}

function Analysis({ courseId, course: { course }, reload }: Part) {
  const may = useCan()('training.work');
  const { analysis } = course;
  if (!may) {
    if (analysis === null) return null;
    return (
      <ui.Section title={text.analyse}>
        <ui.DataList
          items={[
            { term: text.understood, value: analysis.understood },
            { term: text.weak, value: analysis.weak },
            { term: text.next, value: analysis.next },
          ]}
        />
      </ui.Section>
    );
  }
  const field = (name: 'understood' | 'weak' | 'next') => (
    <ui.TextArea
      name={name}
      label={text[name]}
      required
      rows={3}
      maxLength={2000}
      defaultValue={analysis?.[name] ?? ''}
    />
  );
  return (
    <ui.Section title={text.analyse}>
      <p>{text.analyseHelp}</p>
      <ui.Form
        key={course.version}
        version={course.version}
        draft={`course-analysis:${courseId}`}
        submitLabel={text.save}
        done={text.analysed}
        submit={(form) =>
          training.analyseCourse(
            {
              courseId,
              version: form.version,
              understood: form.text('understood'),
              weak: form.text('weak'),
              next: form.text('next'),
            },
            form.options,
          )
        }
        onDone={reload}
      >
        {field('understood')}
        {field('weak')}
        {field('next')}
      </ui.Form>
    </ui.Section>
  );
}

const PAPERS = [
  ['auditor-course', text.paperNames.material, ['pptx', 'docx', 'pdf']],
  ['course-exercise', text.paperNames.exercise, ['docx', 'pdf']],
  ['course-exercise-answers', text.paperNames.answers, ['docx', 'pdf']],
  ['course-attendance', text.paperNames.attendance, ['docx', 'pdf', 'xlsx']],
  ['course-completion', text.paperNames.completion, ['docx', 'pdf', 'xlsx']],
  ['course-results', text.paperNames.results, ['docx', 'pdf']],
] as const;

function Papers({ engagementId, courseId }: Part) {
  return (
    <ui.Section title={text.papers}>
      {PAPERS.map(([kind, title, formats]) => (
        <DocumentLinks key={kind} title={title} files={files(engagementId, courseId, kind, formats)} />
      ))}
    </ui.Section>
  );
}
