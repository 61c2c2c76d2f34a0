import { useNavigate, useParams } from 'react-router';
import { formatEra } from '../../../core/calendar/era.ts';
import { useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { messages } from './messages.ja.ts';
import { AccountField, HandlesMyNumber, PersonFields, personFrom } from './person-fields.tsx';
import { type Choices, team, type Team, type TeamMember } from './team-client.ts';

const { edit: text, assign } = messages;

/** What is recorded of one member, to be corrected. */
export function Component() {
  const engagementId = useEngagementId();
  const { memberId = '' } = useParams();
  const navigate = useNavigate();
  const list = `/engagements/${engagementId}/team`;
  const load = ui.useLoad(async () => {
    const [data, choices] = await Promise.all([team.getTeam({ engagementId }), team.listChoices({ engagementId })]);
    return { data, choices };
  }, [engagementId]);
  return (
    <ui.Page title={text.title} breadcrumbs={[{ label: messages.title, href: list }]}>
      <ui.Loaded from={load}>
        {({ data, choices }) => {
          const member = data.members.find(({ id }) => id === memberId);
          if (member === undefined) return <ui.EmptyState title={text.missing}>{text.missingHelp}</ui.EmptyState>;
          if (member.state === 'left' || member.state === 'declined')
            return <ui.EmptyState title={text.over(member.name)}>{text.missingHelp}</ui.EmptyState>;
          return (
            <Edit
              engagementId={engagementId}
              member={member}
              data={data}
              choices={choices}
              cancelHref={list}
              onDone={() => void navigate(list)}
            />
          );
        }}
      </ui.Loaded>
    </ui.Page>
  );
}

function Edit({
  engagementId,
  member,
  data,
  choices,
  cancelHref,
  onDone,
}: {
  engagementId: string;
  member: TeamMember;
  data: Team;
  choices: Choices;
  cancelHref: string;
  onDone: () => void;
}) {
  const approved = data.frozenSince !== null;
  return (
    <>
      {data.frozenSince !== null && (
        <ui.Notice title={text.frozen(formatEra(data.frozenSince))}>{text.frozenHelp}</ui.Notice>
      )}
      <ui.Form
        version={member.version}
        draft={`team-member:${member.id}`}
        submitLabel={text.submit}
        done={text.done}
        cancelHref={cancelHref}
        submit={(form) =>
          team.updateMember(
            {
              engagementId,
              memberId: member.id,
              version: form.version,
              ...personFrom(form),
              ...(approved ? fixedOf(member, form.textOrNull('accountId')) : {}),
            },
            form.options,
          )
        }
        onDone={onDone}
      >
        {approved ? (
          <SmallCorrections member={member} choices={choices} />
        ) : (
          <PersonFields roles={data.roles} choices={choices} person={member} />
        )}
      </ui.Form>
    </>
  );
}

/** What the approved plan names stays; only an account that was missing may be added. */
const fixedOf = (member: TeamMember, account: string | null) => ({
  firm: member.firm,
  roles: member.roles,
  accountId: member.accountId ?? account,
});

function SmallCorrections({ member, choices }: { member: TeamMember; choices: Choices }) {
  return (
    <>
      <ui.TextField name="name" label={assign.name} required maxLength={200} defaultValue={member.name} />
      <ui.TextField
        name="department"
        label={assign.department}
        required
        maxLength={200}
        defaultValue={member.department}
      />
      <ui.DataList
        items={[
          { term: assign.firm, value: member.firm },
          { term: assign.roles, value: member.roles.join('、') },
        ]}
      />
      <HandlesMyNumber checked={member.handlesMyNumber} />
      {member.accountId === null && <AccountField choices={choices} person={member} />}
    </>
  );
}
