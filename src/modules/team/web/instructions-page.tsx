import { formatEra } from '../../../core/calendar/era.ts';
import { useCan, useEngagementId, useSession } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { messages } from './messages.ja.ts';
import { activeMembers, memberOptions, nameOf, team, type Team } from './team-client.ts';
import { TeamTabs } from './team-tabs.tsx';
import type { OutputOf } from '../../../kernel/contract.ts';
import type { teamContract } from '../contract.ts';

const text = messages.instructions;
type Instruction = OutputOf<typeof teamContract, 'listInstructions'>['instructions'][number];

export function Component() {
  const engagementId = useEngagementId();
  const can = useCan();
  const load = ui.useLoad(async () => {
    const [data, { instructions }] = await Promise.all([
      team.getTeam({ engagementId }),
      team.listInstructions({ engagementId }),
    ]);
    return { data, instructions };
  }, [engagementId]);
  return (
    <ui.Page title={messages.tabs.instructions} lead={text.lead}>
      <TeamTabs engagementId={engagementId} />
      <ui.Loaded from={load}>
        {({ data, instructions }) => (
          <>
            {instructions.length === 0 && <ui.EmptyState title={text.empty}>{text.emptyHelp}</ui.EmptyState>}
            {instructions.map((instruction) => (
              <OneInstruction
                key={instruction.id}
                engagementId={engagementId}
                data={data}
                instruction={instruction}
                reload={load.reload}
              />
            ))}
            {can('team.instruct') && activeMembers(data).length > 0 && (
              <Issue engagementId={engagementId} data={data} reload={load.reload} />
            )}
          </>
        )}
      </ui.Loaded>
    </ui.Page>
  );
}

function readingColumns(data: Team): readonly ui.Column<Instruction['readings'][number]>[] {
  return [
    { key: 'member', header: text.member, rowHeader: true, cell: ({ memberId }) => nameOf(data, memberId) },
    {
      key: 'read',
      header: text.read,
      cell: ({ readAt }) =>
        readAt === null ? (
          <ui.StatusBadge tone="warning">{text.unread}</ui.StatusBadge>
        ) : (
          <ui.InstantText at={readAt} />
        ),
    },
  ];
}

function OneInstruction({
  engagementId,
  data,
  instruction,
  reload,
}: {
  engagementId: string;
  data: Team;
  instruction: Instruction;
  reload: () => void;
}) {
  const { account } = useSession();
  const confirm = ui.useCommand(
    (options) => team.confirmInstruction({ engagementId, instructionId: instruction.id }, options),
    { done: text.confirmed, onDone: reload },
  );
  const own = data.members.find(({ state, accountId }) => state === 'active' && accountId === account.id);
  const waiting = instruction.readings.some(({ memberId, readAt }) => memberId === own?.id && readAt === null);
  return (
    <ui.Section
      title={instruction.title}
      actions={
        waiting && (
          <ui.Button variant="solid" busy={confirm.busy} onClick={() => void confirm.run()}>
            {text.confirm}
          </ui.Button>
        )
      }
    >
      <p>{text.issuedOn(formatEra(instruction.issuedOn), instruction.channel)}</p>
      <p className="whitespace-pre-wrap">{instruction.body}</p>
      <ui.Table
        caption={text.readings}
        columns={readingColumns(data)}
        rows={instruction.readings}
        rowKey={({ memberId }) => memberId}
      />
    </ui.Section>
  );
}

function Issue({ engagementId, data, reload }: { engagementId: string; data: Team; reload: () => void }) {
  return (
    <ui.Section title={text.form}>
      <ui.Form
        draft={`team-instruction:${engagementId}`}
        submitLabel={text.submit}
        done={text.done}
        reset
        submit={(form) =>
          team.issueInstruction(
            {
              engagementId,
              title: form.text('title'),
              body: form.text('body'),
              channel: form.text('channel'),
              members: form.all('members'),
            },
            form.options,
          )
        }
        onDone={reload}
      >
        <ui.TextField name="title" label={text.heading} required maxLength={200} />
        <ui.TextArea name="body" label={text.body} required maxLength={10_000} />
        <ui.Select
          name="channel"
          label={text.channel}
          required
          options={text.channels.map((channel) => ({ value: channel, label: channel }))}
        />
        <ui.CheckboxGroup name="members" label={text.members} required options={memberOptions(activeMembers(data))} />
      </ui.Form>
    </ui.Section>
  );
}
