/** Ties of members to vendors, where independence is from vendors. */
import { useCan, useSession } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { messages } from './messages.ja.ts';
import { activeMembers, memberOptions, team, type Team, type TeamMember } from './team-client.ts';

const text = messages.vendors;

const columns = (data: Team): readonly ui.Column<TeamMember>[] => {
  const said = (id: string) => data.vendorTies.find(({ memberId }) => memberId === id);
  return [
    { key: 'member', header: messages.evidence.member, rowHeader: true, cell: ({ name }) => name },
    {
      key: 'tied',
      header: text.question,
      cell: ({ id }) => {
        const tie = said(id);
        if (tie === undefined) return <ui.StatusBadge tone="warning">{messages.independence.missing}</ui.StatusBadge>;
        return (
          <ui.StatusBadge tone={tie.tied ? 'error' : 'success'}>{tie.tied ? text.tied : text.none}</ui.StatusBadge>
        );
      },
    },
    { key: 'vendors', header: text.vendors, cell: ({ id }) => said(id)?.vendors || messages.evidence.none },
  ];
};

export function VendorTies({ engagementId, data, reload }: { engagementId: string; data: Team; reload: () => void }) {
  const { account } = useSession();
  const can = useCan();
  const mine = activeMembers(data).filter(
    ({ accountId }) => accountId === account.id || (accountId === null && can('team.manage')),
  );
  return (
    <>
      <p>{text.lead}</p>
      <ui.Table
        caption={text.table}
        columns={columns(data)}
        rows={activeMembers(data)}
        rowKey={({ id }) => id}
        empty={<ui.EmptyState title={messages.members.empty}>{messages.members.emptyHelp}</ui.EmptyState>}
      />
      {can('team.take-part') && mine.length > 0 && (
        <ui.Section title={text.form}>
          <ui.Form
            draft={`team-vendors:${engagementId}`}
            submitLabel={text.submit}
            done={text.done}
            reset
            submit={(form) =>
              team.declareVendorTies(
                {
                  engagementId,
                  memberId: form.text('memberId'),
                  tied: form.one('tied', ['none', 'tied']) === 'tied',
                  vendors: form.text('vendors'),
                },
                form.options,
              )
            }
            onDone={reload}
          >
            <ui.Select
              name="memberId"
              label={messages.independence.member}
              hint={messages.independence.memberHelp}
              required
              options={memberOptions(mine)}
            />
            <ui.RadioGroup
              name="tied"
              label={text.question}
              required
              options={[
                { value: 'none', label: text.none },
                { value: 'tied', label: text.tied },
              ]}
            />
            <ui.TextArea name="vendors" label={text.vendors} hint={text.vendorsHelp} maxLength={10_000} />
          </ui.Form>
        </ui.Section>
      )}
    </>
  );
}
