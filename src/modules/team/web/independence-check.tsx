/** Who may work on the audit of chosen departments, by what the members have declared. */
import { useState } from 'react';
import * as ui from '../../../web/ui/index.ts';
import { messages } from './messages.ja.ts';
import { type Choices, nameOf, type Standing, team, type Team } from './team-client.ts';

const text = messages.independence.check;

export function IndependenceCheck({
  engagementId,
  data,
  choices,
}: {
  engagementId: string;
  data: Team;
  choices: Choices;
}) {
  const [chosen, setChosen] = useState<readonly string[]>(data.auditedDepartments);
  const load = ui.useLoad(
    () =>
      chosen.length === 0
        ? Promise.resolve(null)
        : team.checkIndependence({ engagementId, departments: [...chosen] }).then(({ members }) => members),
    [engagementId, chosen, data.declarations],
  );
  return (
    <ui.Section title={text.title}>
      <p>{text.lead}</p>
      <ui.Loaded from={load}>
        {(members) => members !== null && <Result data={data} choices={choices} chosen={chosen} members={members} />}
      </ui.Loaded>
      <ui.Disclosure summary={text.choose} open={data.auditedDepartments.length === 0}>
        <ui.Form
          guard={false}
          done={null}
          submitLabel={text.submit}
          submit={(form) => Promise.resolve(form.all('check'))}
          onDone={setChosen}
        >
          <ui.CheckboxGroup
            name="check"
            label={text.departments}
            required
            defaultValues={chosen}
            options={choices.departments.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </ui.Form>
      </ui.Disclosure>
    </ui.Section>
  );
}

function Result({
  data,
  choices,
  chosen,
  members,
}: {
  data: Team;
  choices: Choices;
  chosen: readonly string[];
  members: readonly Standing[];
}) {
  const names = (ids: readonly string[]): string =>
    choices.departments
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => name)
      .join('、');
  if (members.length === 0) return <ui.EmptyState title={text.nobody} />;
  const clear = members.every(({ involved, undeclared }) => involved.length === 0 && undeclared.length === 0);
  const columns: readonly ui.Column<Standing>[] = [
    { key: 'member', header: text.columns.member, rowHeader: true, cell: ({ memberId }) => nameOf(data, memberId) },
    { key: 'result', header: text.columns.result, cell: resultOf },
    { key: 'involved', header: text.columns.involved, cell: ({ involved }) => names(involved) || NONE },
    { key: 'undeclared', header: text.columns.undeclared, cell: ({ undeclared }) => names(undeclared) || NONE },
  ];
  return (
    <>
      <ui.Notice role="status" tone={clear ? 'success' : 'warning'} title={clear ? text.clear : text.unclear} />
      <ui.Table
        caption={text.result(names(chosen))}
        columns={columns}
        rows={members}
        rowKey={({ memberId }) => memberId}
      />
    </>
  );
}

const NONE = messages.evidence.none;

function resultOf({ involved, undeclared }: Standing) {
  if (involved.length > 0) return <ui.StatusBadge tone="error">{text.involved}</ui.StatusBadge>;
  if (undeclared.length > 0) return <ui.StatusBadge tone="warning">{text.undeclared}</ui.StatusBadge>;
  return <ui.StatusBadge tone="success">{text.free}</ui.StatusBadge>;
}
