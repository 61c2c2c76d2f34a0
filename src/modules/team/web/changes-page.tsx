import { useCan, useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { ConditionsTable } from './conditions-table.tsx';
import { inputFor } from '../change-fields.ts';
import { messages } from './messages.ja.ts';
import { PersonFields, personFrom } from './person-fields.tsx';
import {
  activeMembers,
  type ChangeRequest,
  type Choices,
  memberOptions,
  nameOf,
  team,
  type Team,
} from './team-client.ts';
import { TeamTabs } from './team-tabs.tsx';

const text = messages.changes;
const TONES = { requested: 'info', approved: 'success', refused: 'neutral' } as const;

export function Component() {
  const engagementId = useEngagementId();
  const can = useCan();
  const load = ui.useLoad(async () => {
    const [data, { changes }, choices] = await Promise.all([
      team.getTeam({ engagementId }),
      team.listChanges({ engagementId }),
      team.listChoices({ engagementId }),
    ]);
    return { data, changes, choices };
  }, [engagementId]);
  return (
    <ui.Page title={messages.tabs.changes} lead={text.lead}>
      <TeamTabs engagementId={engagementId} />
      <ui.Loaded from={load}>
        {({ data, changes, choices }) => (
          <>
            {changes.length === 0 && <ui.EmptyState title={text.empty}>{text.emptyHelp}</ui.EmptyState>}
            {changes.map((change) => (
              <OneChange key={change.id} engagementId={engagementId} data={data} change={change} reload={load.reload} />
            ))}
            {can('team.manage') &&
              (data.asked?.change === undefined ? (
                <ui.Notice title={text.notAsked} />
              ) : data.frozenSince === null ? (
                <ui.Notice title={text.notYet} />
              ) : (
                <Request engagementId={engagementId} data={data} choices={choices} reload={load.reload} />
              ))}
          </>
        )}
      </ui.Loaded>
    </ui.Page>
  );
}

function OneChange({
  engagementId,
  data,
  change,
  reload,
}: {
  engagementId: string;
  data: Team;
  change: ChangeRequest;
  reload: () => void;
}) {
  const can = useCan();
  const open = change.state === 'requested';
  return (
    <ui.Section title={text.heading(nameOf(data, change.outgoing), nameOf(data, change.incoming))}>
      <ui.StatusBadge tone={TONES[change.state]}>{text.states[change.state]}</ui.StatusBadge>
      <ui.DataList
        items={[
          { term: text.requestedOn, value: <ui.DayText day={change.requestedOn} /> },
          { term: text.reason, value: change.reason },
          { term: text.qualification, value: change.qualification },
          { term: text.career, value: change.career },
          ...change.particulars.map(({ name, text: words }) => ({ term: name, value: words })),
          { term: text.interview, value: <ui.DayText day={change.interviewedOn} /> },
          { term: text.interviewNote, value: change.interviewNote },
          { term: text.decidedOn, value: <ui.DayText day={change.decidedOn} /> },
          { term: text.comment, value: change.comment },
        ]}
      />
      {open && <ConditionsTable caption={text.after} conditions={change.conditions} />}
      {open && can('team.decide') && (
        <ui.Form
          version={change.version}
          draft={`team-decide:${change.id}`}
          submitLabel={text.decide}
          done={text.decided}
          submit={(form) =>
            team.decideChange(
              {
                engagementId,
                changeId: change.id,
                approved: form.one('approved', ['approve', 'refuse']) === 'approve',
                comment: form.text('comment'),
                interviewedOn: form.dayOrNull('interviewedOn'),
                interviewNote: form.text('interviewNote'),
                version: form.version,
              },
              form.options,
            )
          }
          onDone={reload}
        >
          <ui.RadioGroup
            name="approved"
            label={text.decision}
            required
            options={[
              { value: 'approve', label: text.approve },
              { value: 'refuse', label: text.refuse },
            ]}
          />
          <ui.TextArea name="comment" label={text.comment} hint={text.commentHelp} maxLength={10_000} />
          <ui.DateField name="interviewedOn" label={text.interview} />
          <ui.TextArea name="interviewNote" label={text.interviewNote} maxLength={10_000} />
        </ui.Form>
      )}
    </ui.Section>
  );
}

function Request({
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
  const { fields, roles } = data.asked?.change ?? { fields: [], roles: undefined };
  const inputs = fields.map(inputFor);
  const particulars = fields.filter((field) => inputFor(field) === 'particulars');
  const bound = activeMembers(data).filter(
    (member) => roles === undefined || member.roles.some((role) => roles.includes(role)),
  );
  return (
    <ui.Section title={text.form}>
      {roles !== undefined && <ui.Notice title={text.onlyRoles(roles.join('、'))} />}
      <ui.Form
        draft={`team-change:${engagementId}`}
        submitLabel={text.submit}
        done={text.done}
        reset
        submit={(form) =>
          team.requestChange(
            {
              engagementId,
              outgoing: form.text('outgoing'),
              incoming: personFrom(form, 'incoming.'),
              becomesLead: data.asked?.lead !== undefined && form.flag('becomesLead'),
              reason: form.text('reason'),
              qualification: inputs.includes('qualification') ? form.text('qualification') : '',
              career: inputs.includes('career') ? form.text('career') : '',
              particulars: particulars.map((name, index) => ({ name, text: form.text(`particulars.${index}`) })),
            },
            form.options,
          )
        }
        onDone={reload}
      >
        <ui.Select name="outgoing" label={text.outgoing} required options={memberOptions(bound)} />
        <ui.TextArea name="reason" label={text.reason} required maxLength={10_000} />
        <PersonFields prefix="incoming." roles={data.roles} choices={choices} />
        {inputs.includes('qualification') && (
          <ui.TextArea name="qualification" label={text.qualification} required maxLength={10_000} />
        )}
        {inputs.includes('career') && <ui.TextArea name="career" label={text.career} required maxLength={10_000} />}
        {particulars.map((field, index) => (
          <ui.TextArea key={field} name={`particulars.${index}`} label={field} required maxLength={10_000} />
        ))}
        {data.asked?.lead !== undefined && (
          <ui.Checkbox name="becomesLead" label={text.becomesLead(data.asked.lead.role)} />
        )}
      </ui.Form>
    </ui.Section>
  );
}
