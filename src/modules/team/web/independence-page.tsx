import { useCan, useEngagementId, useSession } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { IndependenceCheck } from './independence-check.tsx';
import { messages } from './messages.ja.ts';
import { activeMembers, type Choices, memberOptions, team, type Team } from './team-client.ts';
import { TeamTabs } from './team-tabs.tsx';
import { VendorTies } from './vendor-ties.tsx';

const text = messages.independence;
type Department = Choices['departments'][number];

export function Component() {
  const engagementId = useEngagementId();
  const can = useCan();
  const load = ui.useLoad(async () => {
    const [data, choices] = await Promise.all([team.getTeam({ engagementId }), team.listChoices({ engagementId })]);
    return { data, choices };
  }, [engagementId]);
  return (
    <ui.Page title={messages.tabs.independence} lead={text.lead}>
      <TeamTabs engagementId={engagementId} />
      <ui.Loaded from={load}>
        {({ data, choices }) => {
          const from = data.asked?.independence?.from;
          if (from === undefined) return <ui.EmptyState title={text.notAsked}>{text.notAskedHelp}</ui.EmptyState>;
          if (from === 'vendors') return <VendorTies engagementId={engagementId} data={data} reload={load.reload} />;
          return (
            <>
              <Declarations data={data} departments={shown(data, choices)} />
              <IndependenceCheck engagementId={engagementId} data={data} choices={choices} />
              {can('team.take-part') && (
                <Declare engagementId={engagementId} data={data} choices={choices} reload={load.reload} />
              )}
            </>
          );
        }}
      </ui.Loaded>
    </ui.Page>
  );
}

/** The audited departments, and those for which somebody has declared already. */
const shown = (data: Team, choices: Choices): readonly Department[] =>
  choices.departments.filter(
    ({ id }) =>
      data.auditedDepartments.includes(id) || data.declarations.some(({ departmentId }) => departmentId === id),
  );

function declarationColumns(data: Team): readonly ui.Column<Department>[] {
  const said = (memberId: string, departmentId: string) =>
    data.declarations.find((row) => row.memberId === memberId && row.departmentId === departmentId);
  return [
    { key: 'department', header: text.department, rowHeader: true, cell: ({ name }) => name },
    ...activeMembers(data).map((member) => ({
      key: member.id,
      header: member.name,
      cell: (row: Department) => stateOf(said(member.id, row.id)?.involved),
    })),
  ];
}

function stateOf(involved: boolean | undefined) {
  if (involved === undefined) return <ui.StatusBadge tone="warning">{text.missing}</ui.StatusBadge>;
  return <ui.StatusBadge tone={involved ? 'error' : 'success'}>{involved ? text.involved : text.clear}</ui.StatusBadge>;
}

function Declarations({ data, departments }: { data: Team; departments: readonly Department[] }) {
  return (
    <ui.Table
      caption={text.table}
      columns={declarationColumns(data)}
      rows={departments}
      rowKey={({ id }) => id}
      empty={<ui.EmptyState title={text.empty}>{text.emptyHelp}</ui.EmptyState>}
    />
  );
}

function Declare({
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
  const { account } = useSession();
  const can = useCan();
  const mine = activeMembers(data).filter(
    ({ accountId }) => accountId === account.id || (accountId === null && can('team.manage')),
  );
  if (mine.length === 0) return null;
  const audited = data.auditedDepartments;
  const options = choices.departments.filter(({ id }) => audited.length === 0 || audited.includes(id));
  return (
    <ui.Section title={text.form}>
      {audited.length === 0 && <ui.Notice title={text.noSelection} />}
      <ui.Form
        draft={`team-independence:${engagementId}`}
        submitLabel={text.submit}
        done={text.done}
        reset
        submit={(form) =>
          team.declareIndependence(
            {
              engagementId,
              memberId: form.text('memberId'),
              departments: form.all('departments'),
              involved: form.one('involved', ['clear', 'involved']) === 'involved',
              note: form.text('note'),
            },
            form.options,
          )
        }
        onDone={reload}
      >
        <ui.Select name="memberId" label={text.member} hint={text.memberHelp} required options={memberOptions(mine)} />
        <ui.CheckboxGroup
          name="departments"
          label={text.departments}
          required
          options={options.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <ui.RadioGroup
          name="involved"
          label={text.question}
          required
          options={[
            { value: 'clear', label: text.clear },
            { value: 'involved', label: text.involved },
          ]}
        />
        <ui.TextArea name="note" label={text.note} maxLength={10_000} />
      </ui.Form>
    </ui.Section>
  );
}
