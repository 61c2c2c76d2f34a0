import { useParams } from 'react-router';
import { useCan, useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { AgendaSection } from './agenda-section.tsx';
import { DateActions } from './date-actions.tsx';
import { HoldForm } from './hold-form.tsx';
import { MeetingIssues } from './meeting-issues.tsx';
import { type Choices, type Meeting, meetings, NO_CHOICES } from './meetings-client.ts';
import { messages } from './messages.ja.ts';
import { MinutesEditor } from './minutes-editor.tsx';
import { PapersSection } from './papers-section.tsx';
import { StateBadge } from './state-badge.tsx';
import { SubmittedMinutes } from './submitted-minutes.tsx';

const text = messages.page;

export function Component() {
  const engagementId = useEngagementId();
  const { meetingId = '' } = useParams();
  const can = useCan();
  const arranging = can('meetings.arrange');
  const choosing = can('meetings.choose');
  const load = ui.useLoad(async () => {
    const [meeting, choices, { types }, { papers }, { documents }, { editions }] = await Promise.all([
      meetings.getMeeting({ engagementId, meetingId }),
      choosing ? meetings.listChoices({ engagementId }) : Promise.resolve<Choices>(NO_CHOICES),
      meetings.listTypes({ engagementId }),
      meetings.listPapers({ engagementId, meetingId }),
      arranging ? meetings.listAttachable({ engagementId }) : Promise.resolve({ documents: [] }),
      meetings.listEditions({ engagementId, meetingId }),
    ]);
    return { meeting, choices, types, papers, documents, editions };
  }, [engagementId, meetingId]);
  const title = load.state === 'ready' ? load.data.meeting.title : messages.title;
  return (
    <ui.Page title={title} breadcrumbs={[{ label: messages.title, href: `/engagements/${engagementId}/meetings` }]}>
      <ui.Loaded from={load}>
        {({ meeting, choices, types, papers, documents, editions }) => (
          <>
            <Facts engagementId={engagementId} meeting={meeting} />
            {arranging && (meeting.state === 'proposed' || meeting.state === 'agreed') && (
              <DateActions engagementId={engagementId} meeting={meeting} reload={load.reload} />
            )}
            {meeting.state !== 'cancelled' && (
              <>
                <AgendaSection
                  engagementId={engagementId}
                  meeting={meeting}
                  editable={arranging && meeting.state !== 'held'}
                  reload={load.reload}
                />
                <PapersSection
                  engagementId={engagementId}
                  meeting={meeting}
                  kind={types.find(({ type }) => type === meeting.type)}
                  papers={papers}
                  attachable={documents}
                  reload={load.reload}
                />
              </>
            )}
            {can('meetings.record') && meeting.state === 'agreed' && (
              <HoldForm engagementId={engagementId} meeting={meeting} choices={choices} reload={load.reload} />
            )}
            {can('meetings.follow') && meeting.state !== 'cancelled' && (
              <MeetingIssues engagementId={engagementId} meeting={meeting} />
            )}
            {can('meetings.record') && isEditable(meeting) && (
              <MinutesEditor engagementId={engagementId} meeting={meeting} reload={load.reload} />
            )}
            <SubmittedMinutes engagementId={engagementId} meeting={meeting} editions={editions} reload={load.reload} />
          </>
        )}
      </ui.Loaded>
    </ui.Page>
  );
}

/** Approved minutes stay as they are. */
const isEditable = ({ draft, state, approval }: Meeting): boolean =>
  draft !== null && state !== 'cancelled' && approval !== 'approved';

function Facts({ engagementId, meeting }: { engagementId: string; meeting: Meeting }) {
  const online = meeting.mode === 'オンライン';
  const otherwise = meeting.toolAgreementMissing ? text.notAgreed : meeting.toolAgreed ? text.agreed : text.no;
  const browser = meeting.browserCapable === true ? text.yes : otherwise;
  const people = (side: Meeting['participants'][number]['side']) =>
    meeting.participants
      .filter((participant) => participant.side === side)
      .map(({ name, attendance }) => (attendance === 'present' ? name : `${name}（${text[attendance]}）`))
      .join('、');
  const attendance = (['city', 'contractor', 'vendor'] as const)
    .filter((side) => people(side) !== '')
    .map((side) => `${messages.sides[side]}：${people(side)}`)
    .join('　');
  return (
    <ui.Section title={text.facts} actions={<StateBadge state={meeting.state} />}>
      <ui.DataList
        items={[
          {
            term: text.date,
            value: (
              <>
                <ui.DayText day={meeting.date} look="weekday" /> {meeting.startTime}
              </>
            ),
          },
          { term: messages.columns.mode, value: meeting.mode },
          ...(meeting.length === null ? [] : [{ term: text.length, value: text.lengthOf(meeting.length) }]),
          {
            term: text.place,
            value:
              meeting.venueMissing === null
                ? (meeting.venue ?? meeting.tool ?? messages.minutes.none)
                : text.venueMissing[meeting.venueMissing],
          },
          ...(online ? [{ term: text.browser, value: browser }, ...onlineItems(meeting)] : []),
          ...(attendance === '' ? [] : [{ term: text.participants, value: attendance }]),
          ...(meeting.state === 'cancelled' ? [{ term: text.cancelled, value: meeting.cancelledBecause }] : []),
        ]}
      />
      {meeting.state !== 'cancelled' && (
        <ui.TextLink href={meetings.href('downloadInvitation', { engagementId, meetingId: meeting.id })}>
          {text.invitation}
        </ui.TextLink>
      )}
    </ui.Section>
  );
}

/** Who provides what, and whether both agreed, as far as the specification says something about it. */
function onlineItems({ licenceBy, terminalsBy, equipmentBy, onlineAgreed }: Meeting): ui.DataItem[] {
  const items = [
    { term: text.licence, value: licenceBy },
    { term: text.terminals, value: terminalsBy },
    { term: text.equipment, value: equipmentBy },
    { term: text.online, value: onlineAgreed === null ? null : onlineAgreed ? text.onlineAgreed : text.onlineOpen },
  ];
  return items.filter(({ value }) => value !== null);
}
