import { useState } from 'react';
import { useNavigate } from 'react-router';
import { clauseLabel } from '../../../core/specification/label.ts';
import { ListExchange } from '../../../web/list-exchange.tsx';
import { useCan, useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { CourseFields, courseFrom } from './course-fields.tsx';
import { type Listed, training, trainingHref } from './client.ts';
import { COURSE_TONES } from './frame.tsx';
import { messages } from './messages.ja.ts';

const text = messages.list;

/** People at a lecture for the staff, before somebody says how many. */
const USUAL_STAFF = 30;

type Line = Listed['courses'][number];

const columns = (engagementId: string): readonly ui.Column<Line>[] => [
  {
    key: 'title',
    header: text.name,
    rowHeader: true,
    cell: ({ id, title }) => <ui.TextLink href={trainingHref(engagementId, id)}>{title}</ui.TextLink>,
  },
  {
    key: 'state',
    header: text.state,
    nowrap: true,
    cell: ({ state }) => <ui.StatusBadge tone={COURSE_TONES[state]}>{messages.states[state]}</ui.StatusBadge>,
  },
  {
    key: 'season',
    header: text.season,
    cell: ({ from, to }) => (
      <>
        <ui.DayText day={from} look="short" />～<ui.DayText day={to} look="short" />
      </>
    ),
  },
  { key: 'sessions', header: text.sessions, align: 'end', cell: ({ sessions }) => sessions },
  {
    key: 'completed',
    header: text.completed,
    cell: ({ audience, completed, expected }) =>
      audience === 'city-staff' ? text.counted : text.of(completed, expected),
  },
];

export function Component() {
  const engagementId = useEngagementId();
  const may = useCan()('training.work');
  const load = ui.useLoad(() => training.listCourses({ engagementId }), [engagementId]);
  return (
    <ui.Page title={messages.title} lead={messages.lead}>
      <ui.Loaded from={load}>
        {(listed) => (
          <>
            <p className="flex flex-wrap gap-3">
              <ListExchange
                list="training.courses"
                engagementId={engagementId}
                name={text.caption}
                edit="training.work"
                onDone={load.reload}
              />
              <ListExchange list="training.course-people" engagementId={engagementId} name={messages.one.people} />
            </p>
            <ui.Table
              caption={text.caption}
              rows={listed.courses}
              rowKey={({ id }) => id}
              columns={columns(engagementId)}
              empty={<ui.EmptyState title={text.none}>{may ? text.noneHelp : text.noneHere}</ui.EmptyState>}
            />
            {may && <Propose listed={listed} />}
          </>
        )}
      </ui.Loaded>
    </ui.Page>
  );
}

/** From what the specification asks for and the product has the material of; else from another specification's. */
function Propose({ listed: { courses, offers, auditors } }: { listed: Listed }) {
  const engagementId = useEngagementId();
  const navigate = useNavigate();
  const open = offers.filter(({ fields }) => !courses.some(({ course }) => course === fields.course));
  const suited = open.filter(({ suits }) => suits);
  const choices = suited.length > 0 ? suited : open;
  const [chosen, setChosen] = useState('0');
  const offer = choices[Number(chosen)];
  if (offer === undefined) return null;
  const staff = offer.fields.audience === 'city-staff';
  return (
    <ui.Section title={text.propose}>
      <p>{staff ? text.proposeStaffHelp : text.proposeHelp(auditors)}</p>
      {suited.length === 0 && <p>{offers.some(({ suits }) => suits) ? text.allMade : text.nothingOffered}</p>}
      <ui.Select
        name="offer"
        width="full"
        label={text.offered}
        required
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
        options={choices.map(({ fields, clause }, at) => ({
          value: String(at),
          label: `${fields.title}${text.clause(clauseLabel(clause))}`,
        }))}
      />
      <ui.Form
        key={chosen}
        draft={`course-proposal:${engagementId}:${offer.fields.course}`}
        submitLabel={text.submit}
        done={text.done}
        submit={(form) =>
          training.proposeCourse(
            {
              engagementId,
              course: offer.fields.course,
              audience: offer.fields.audience,
              ...courseFrom(form),
            },
            form.options,
          )
        }
        onDone={({ id }) => void navigate(trainingHref(engagementId, id))}
      >
        <CourseFields fields={{ ...offer.fields, participants: staff ? USUAL_STAFF : Math.max(1, auditors) }} />
      </ui.Form>
    </ui.Section>
  );
}
