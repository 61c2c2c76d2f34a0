/** Who stands in for whom, where the specification asks for it. */
import * as ui from '../../../web/ui/index.ts';
import { messages } from './messages.ja.ts';
import { activeMembers, memberOptions, nameOf, team, type Team, type TeamMember } from './team-client.ts';

const text = messages.substitutes;

function columns(data: Team): readonly ui.Column<TeamMember>[] {
  const named = (id: string) => data.substitutes.find(({ memberId }) => memberId === id);
  return [
    { key: 'member', header: text.member, rowHeader: true, cell: ({ name }) => name },
    {
      key: 'substitute',
      header: text.substitute,
      cell: ({ id }) => {
        const found = named(id);
        if (found === undefined) return <ui.StatusBadge tone="warning">{text.none}</ui.StatusBadge>;
        return nameOf(data, found.substituteId);
      },
    },
    { key: 'on', header: text.on, cell: ({ id }) => <ui.DayText day={named(id)?.namedOn ?? null} /> },
  ];
}

export function Substitutes({
  engagementId,
  data,
  manage,
  reload,
}: {
  engagementId: string;
  data: Team;
  manage: boolean;
  reload: () => void;
}) {
  const active = activeMembers(data);
  const meant = active.filter(({ isLead }) => data.asked?.substitutes?.of === 'everyone' || isLead);
  return (
    <ui.Section title={text.title}>
      <ui.Table caption={text.title} hideCaption columns={columns(data)} rows={meant} rowKey={({ id }) => id} />
      {manage && meant.length > 0 && (
        <ui.Form
          guard={false}
          submitLabel={text.submit}
          done={text.done}
          submit={(form) =>
            team.nameSubstitute(
              { engagementId, memberId: form.text('memberId'), substituteId: form.text('substituteId') },
              form.options,
            )
          }
          onDone={reload}
        >
          <ui.Select name="memberId" label={text.of} required options={memberOptions(meant)} />
          <ui.Select name="substituteId" label={text.substitute} required options={memberOptions(active)} />
        </ui.Form>
      )}
    </ui.Section>
  );
}
