import { formatEra } from '../../../core/calendar/era.ts';
import { useCan, useEngagementId } from '../../../web/session.ts';
import { ListExchange } from '../../../web/list-exchange.tsx';
import * as ui from '../../../web/ui/index.ts';
import { ConditionsTable } from './conditions-table.tsx';
import { messages } from './messages.ja.ts';
import { PersonFields, personFrom } from './person-fields.tsx';
import { Substitutes } from './substitutes.tsx';
import {
  activeMembers,
  type Choices,
  type Condition,
  memberOptions,
  team,
  type Team,
  type TeamMember,
} from './team-client.ts';
import { TeamTabs } from './team-tabs.tsx';

const { members: text, assign, appoint, edit, remove } = messages;
const TONES = { proposed: 'info', active: 'success', left: 'neutral', declined: 'neutral' } as const;

const columnsFor = (lead: string | undefined): readonly ui.Column<TeamMember>[] => [
  {
    key: 'name',
    header: text.columns.name,
    rowHeader: true,
    nowrap: true,
    cell: ({ name }) => name,
    sortBy: ({ name }) => name,
  },
  { key: 'place', header: text.columns.place, cell: ({ firm, department }) => `${firm} ${department}` },
  {
    key: 'roles',
    header: text.columns.roles,
    cell: ({ roles, isLead }) => [...new Set([...(isLead && lead !== undefined ? [lead] : []), ...roles])].join('、'),
  },
  { key: 'myNumber', header: text.columns.myNumber, cell: (member) => (member.handlesMyNumber ? text.yes : text.no) },
  {
    key: 'from',
    header: text.columns.from,
    cell: ({ from, to }) => text.period(formatEra(from), to === null ? null : formatEra(to)),
  },
  {
    key: 'state',
    header: text.columns.state,
    cell: ({ state }) => <ui.StatusBadge tone={TONES[state]}>{text.states[state]}</ui.StatusBadge>,
  },
];

/** Members of today can be corrected; those who left stay as they were. */
const editColumn = (engagementId: string): ui.Column<TeamMember> => ({
  key: 'edit',
  header: edit.column,
  cell: ({ id, name, state }) =>
    (state === 'active' || state === 'proposed') && (
      <ui.TextLink href={`/engagements/${engagementId}/team/members/${id}`}>
        <span aria-hidden="true">{edit.short}</span>
        <span className="sr-only">{edit.link(name)}</span>
      </ui.TextLink>
    ),
});

export function Component() {
  const engagementId = useEngagementId();
  const can = useCan();
  const load = ui.useLoad(async () => {
    const [data, conditions, choices] = await Promise.all([
      team.getTeam({ engagementId }),
      team.getConditions({ engagementId }),
      team.listChoices({ engagementId }),
    ]);
    return { data, conditions, choices };
  }, [engagementId]);
  const href = (format: 'docx' | 'pdf' | 'xlsx') =>
    team.href('downloadDocument', { engagementId, kind: 'team-sheet', subject: null, format });
  return (
    <ui.Page
      title={messages.title}
      lead={messages.lead}
      actions={<ListExchange list="team.members" edit="team.manage" engagementId={engagementId} onDone={load.reload} />}
    >
      <TeamTabs engagementId={engagementId} />
      <ui.Loaded from={load}>
        {({ data, conditions, choices }) => (
          <>
            {data.frozenSince !== null && <ui.Notice title={messages.frozen(formatEra(data.frozenSince))} />}
            <ui.Section title={messages.conditions.title}>
              <Warnings data={data} conditions={conditions.conditions} />
              <ui.Notice
                tone={conditions.satisfied ? 'success' : 'warning'}
                title={conditions.satisfied ? messages.conditions.satisfied : messages.conditions.unsatisfied}
              />
              <ConditionsTable caption={messages.conditions.title} conditions={conditions.conditions} />
              <div className="flex flex-wrap items-center gap-x-4">
                <span aria-hidden="true">{messages.document}</span>
                <ui.DownloadLinks
                  title={messages.document}
                  files={[
                    { kind: 'docx', href: href('docx') },
                    { kind: 'xlsx', href: href('xlsx') },
                    { kind: 'pdf', href: href('pdf') },
                  ]}
                />
              </div>
            </ui.Section>
            <ui.Section title={text.title}>
              <ui.Table
                caption={text.title}
                hideCaption
                columns={
                  can('team.manage')
                    ? [...columnsFor(data.asked?.lead?.role), editColumn(engagementId)]
                    : columnsFor(data.asked?.lead?.role)
                }
                rows={data.members}
                rowKey={({ id }) => id}
                empty={<ui.EmptyState title={text.empty}>{text.emptyHelp}</ui.EmptyState>}
              />
            </ui.Section>
            {data.asked?.substitutes !== undefined && (
              <Substitutes engagementId={engagementId} data={data} manage={can('team.manage')} reload={load.reload} />
            )}
            {can('team.manage') && (
              <Manage engagementId={engagementId} data={data} choices={choices} reload={load.reload} />
            )}
          </>
        )}
      </ui.Loaded>
    </ui.Page>
  );
}

/** What ends soon, and what is no longer there to be judged. */
function Warnings({ data, conditions }: { data: Team; conditions: readonly Condition[] }) {
  const soon = conditions.filter(({ endsSoon }) => endsSoon).length;
  const erased = data.members.find(({ erasedOn }) => erasedOn !== null)?.erasedOn;
  return (
    <>
      {soon > 0 && (
        <ui.Notice tone="warning" title={messages.conditions.soon(soon)}>
          {messages.conditions.soonHelp}
        </ui.Notice>
      )}
      {erased !== null && erased !== undefined && (
        <ui.Notice title={messages.conditions.erased(formatEra(erased))}>{messages.conditions.erasedHelp}</ui.Notice>
      )}
    </>
  );
}

function Manage({
  engagementId,
  data,
  choices,
  reload,
}: {
  engagementId: string;
  data: Team;
  choices: Choices;
  reload: () => void;
}) {
  const active = activeMembers(data);
  // Where only some roles are bound, the others change here as before; the server refuses a bound one with its reason.
  const frozen = data.frozenSince !== null && data.asked?.change?.roles === undefined;
  const lead = data.asked?.lead?.role;
  const hasLead = active.some(({ isLead }) => isLead);
  return (
    <>
      {lead !== undefined && active.length > 0 && !(frozen && hasLead) && (
        <ui.Section title={appoint.title(lead)}>
          <ui.Form
            guard={false}
            submitLabel={appoint.submit}
            done={appoint.done}
            submit={(form) => team.appointLead({ engagementId, memberId: form.text('memberId') }, form.options)}
            onDone={reload}
          >
            <ui.Select
              name="memberId"
              label={appoint.member(lead)}
              hint={appoint.help(lead)}
              required
              options={memberOptions(active.filter(({ isLead }) => !isLead))}
            />
          </ui.Form>
        </ui.Section>
      )}
      {!frozen && (
        <ui.Section title={assign.title}>
          <ui.Form
            draft={`team-assign:${engagementId}`}
            submitLabel={assign.submit}
            done={assign.done}
            reset
            submit={(form) => team.assignMember({ engagementId, ...personFrom(form) }, form.options)}
            onDone={reload}
          >
            <PersonFields roles={data.roles} choices={choices} />
          </ui.Form>
        </ui.Section>
      )}
      {!frozen && active.length > 0 && (
        <ui.Section title={remove.title}>
          <ui.Form
            guard={false}
            submitLabel={remove.submit}
            done={remove.done}
            submit={(form) => {
              const memberId = form.text('memberId');
              const version = active.find(({ id }) => id === memberId)?.version ?? 0;
              return team.removeMember({ engagementId, memberId, version }, form.options);
            }}
            onDone={reload}
          >
            <ui.Select
              name="memberId"
              label={remove.member}
              hint={remove.help}
              required
              options={memberOptions(active)}
            />
          </ui.Form>
        </ui.Section>
      )}
    </>
  );
}
