import { useSearchParams } from 'react-router';
import { addDays } from '../../../core/calendar/day.ts';
import { formatEra } from '../../../core/calendar/era.ts';
import { useEngagementId } from '../../../web/session.ts';
import {
  dayWithWeekday,
  LinkButton,
  Loaded,
  Page,
  Section,
  StatusBadge,
  TextLink,
  useLoad,
} from '../../../web/ui/index.ts';
import { PARTY_LABELS } from '../labels.ja.ts';
import { boardMessages } from './board-messages.ja.ts';
import { type BoardDuty, engagement, type Week } from './client.ts';
import { ObligationState } from './states.tsx';

const text = boardMessages.week;

/** One week, day by day: duties that fall due, meetings, milestones; and what is overdue. */
export function Component() {
  const engagementId = useEngagementId();
  const [parameters] = useSearchParams();
  const wanted = /^\d{4}-\d\d-\d\d$/.exec(parameters.get('day') ?? '')?.[0];
  const week = useLoad(
    () => engagement.getWeek({ engagementId, ...(wanted === undefined ? {} : { day: wanted }) }),
    [engagementId, wanted ?? ''],
  );
  return (
    <Page title={text.title} lead={text.lead}>
      <Loaded from={week}>
        {({ from, to, today, days, late }) => (
          <>
            <div className="flex flex-wrap items-center gap-3">
              <p className="text-std-18B-160">{text.range(formatEra(from), formatEra(to))}</p>
              <LinkButton size="small" href={`?day=${addDays(from, -7)}`}>
                {text.previous}
              </LinkButton>
              <LinkButton size="small" href={`?day=${today}`}>
                {text.current}
              </LinkButton>
              <LinkButton size="small" href={`?day=${addDays(from, 7)}`}>
                {text.next}
              </LinkButton>
            </div>
            {days.map((day) => (
              <DayEntries key={day.day} day={day} today={today} engagementId={engagementId} />
            ))}
            {late.length > 0 && (
              <Section title={text.late}>
                <Duties duties={late} engagementId={engagementId} />
              </Section>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function DayEntries({ day, today, engagementId }: { day: Week['days'][number]; today: string; engagementId: string }) {
  const { duties, meetings, milestones, closed } = day;
  const mark = day.day === today ? `（${text.today}）` : '';
  return (
    <Section level={3} title={`${dayWithWeekday(day.day)}${mark}`}>
      {closed !== null && <p className="text-solid-gray-700">{text.closed(closed)}</p>}
      {meetings.length + milestones.length > 0 && (
        <ul className="grid gap-2">
          {milestones.map((name) => (
            <li key={name}>
              <StatusBadge tone="info">{text.milestone}</StatusBadge> {name}
            </li>
          ))}
          {meetings.map(({ id, name, confirmed }) => (
            <li key={id}>
              <StatusBadge tone="info">{text.meeting}</StatusBadge> {name}
              {!confirmed && `（${text.tentative}）`}
            </li>
          ))}
        </ul>
      )}
      <Duties duties={duties} engagementId={engagementId} />
      {closed === null && duties.length + meetings.length + milestones.length === 0 && <p>{text.nothing}</p>}
    </Section>
  );
}

function Duties({ duties, engagementId }: { duties: readonly BoardDuty[]; engagementId: string }) {
  if (duties.length === 0) return null;
  const board = `/engagements/${engagementId}/obligations?party=all&state=all&clause=`;
  return (
    <ul className="grid gap-3">
      {duties.map(({ key, title, clause, party, state, derivation, risk }) => (
        <li key={key} className="border-s-4 border-solid-gray-420 ps-3">
          <span className="flex flex-wrap items-center gap-x-3">
            <ObligationState state={state} />
            <TextLink href={`${board}${encodeURIComponent(clause)}`}>{title}</TextLink>
            <span className="text-solid-gray-700">{PARTY_LABELS[party] ?? party}</span>
          </span>
          <span className="block text-solid-gray-700">{derivation}</span>
          {risk !== null && <span className="block">{risk}</span>}
        </li>
      ))}
    </ul>
  );
}
