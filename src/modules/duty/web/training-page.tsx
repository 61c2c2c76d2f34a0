import { useSession } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { activeMembers, choices, duty, memberOptions, nameOf, type Registers } from './duty-client.ts';
import { messages } from './messages.ja.ts';
import { Oaths } from './oaths.tsx';
import { ActButton, AddForm, DutyPage, OccurredOn, occurredOn, Paper, type PartProps, StepForm } from './parts.tsx';
import { text } from './training.messages.ja.ts';

type Training = Registers['training'][number];
const TONES = { planned: 'neutral', 'plan-reported': 'info', held: 'warning', reported: 'success' } as const;

export function Component() {
  return (
    <DutyPage title={messages.tabs.training} lead={text.lead}>
      {(part) => (
        <>
          {part.data.conditions.training !== undefined && <Trainings {...part} />}
          {part.data.conditions.confidentiality !== undefined && <Secrecy {...part} />}
          {part.data.conditions.confidentiality?.evidenceClause !== undefined && <Evidence {...part} />}
          {part.data.conditions.confidentiality !== undefined && <Oaths {...part} />}
        </>
      )}
    </DutyPage>
  );
}

function Trainings(part: PartProps) {
  const { engagementId, data, reload, can } = part;
  const field = text.training;
  return (
    <ui.Section title={field.title}>
      {data.registers.training.length === 0 && (
        <ui.EmptyState title={field.empty}>{can('duty.manage') ? field.emptyHelp : field.emptyReader}</ui.EmptyState>
      )}
      {data.registers.training.map((training) => (
        <OneTraining key={training.id} {...part} training={training} />
      ))}
      {can('duty.manage') && (
        <AddForm
          title={field.form}
          draft={`duty-training:${engagementId}`}
          submit={(form) =>
            duty.planTraining(
              {
                engagementId,
                title: form.text('title'),
                plannedOn: form.day('plannedOn'),
                method: form.text('method'),
                lecturer: form.text('lecturer'),
                topics: form.all('topics'),
                members: form.all('members'),
              },
              form.options,
            )
          }
          reload={reload}
        >
          <ui.TextField name="title" label={field.name} required maxLength={200} />
          <ui.DateField name="plannedOn" label={field.plannedOn} required />
          <ui.TextField name="method" label={field.method} hint={field.methodHelp} required maxLength={200} />
          <ui.TextField name="lecturer" label={field.lecturer} required maxLength={200} />
          <Topics data={data} />
          <ui.CheckboxGroup
            name="members"
            label={field.members}
            required
            options={memberOptions(activeMembers(data))}
            defaultValues={activeMembers(data).map(({ id }) => id)}
          />
        </AddForm>
      )}
    </ui.Section>
  );
}

function Topics({ data }: Pick<PartProps, 'data'>) {
  return (
    <ui.CheckboxGroup
      name="topics"
      label={text.training.topics}
      required
      options={choices(data.conditions.training?.topics ?? [])}
      defaultValues={data.conditions.training?.topics ?? []}
    />
  );
}

function OneTraining({ engagementId, data, reload, can, training }: PartProps & { training: Training }) {
  const field = text.training;
  const names = (ids: readonly string[]) => ids.map((id) => nameOf(data, id)).join('、');
  const inHand = { engagementId, id: training.id, version: training.version };
  const manage = can('duty.manage');
  return (
    <ui.Section
      level={3}
      title={training.title}
      actions={<ui.StatusBadge tone={TONES[training.state]}>{field.states[training.state]}</ui.StatusBadge>}
    >
      <ui.DataList
        items={[
          { term: field.plannedOn, value: <ui.DayText day={training.plannedOn} /> },
          { term: field.method, value: training.method },
          { term: field.lecturer, value: training.lecturer },
          { term: field.topics, value: training.topics.join('、') },
          { term: field.members, value: names(training.members) },
          { term: field.heldOn, value: <ui.DayText day={training.heldOn} /> },
          { term: field.attendees, value: names(training.attendees) },
          { term: field.result, value: training.result },
        ]}
      />
      <Paper engagementId={engagementId} kind="staff-training-plan" subject={training.id} title={field.papers.plan} />
      {training.heldOn !== null && (
        <Paper
          engagementId={engagementId}
          kind="staff-training-report"
          subject={training.id}
          title={field.papers.report}
        />
      )}
      {manage && training.state === 'planned' && (
        <ActButton act={(options) => duty.reportTrainingPlan(inHand, options)} reload={reload}>
          {field.reportPlan}
        </ActButton>
      )}
      {manage && training.state === 'plan-reported' && (
        <StepForm
          record={training}
          summary={field.hold}
          submit={(form) =>
            duty.holdTraining(
              {
                ...inHand,
                version: form.version,
                topics: form.all('topics'),
                attendees: form.all('attendees'),
                result: form.text('result'),
                files: form.fileIds('files'),
                ...occurredOn(form),
              },
              form.options,
            )
          }
          reload={reload}
        >
          <OccurredOn />
          <Topics data={data} />
          <ui.CheckboxGroup
            name="attendees"
            label={field.attendees}
            required
            options={memberOptions(activeMembers(data))}
            defaultValues={training.members}
          />
          <ui.TextArea name="result" label={field.result} maxLength={10_000} />
          <ui.FileUpload name="files" label={messages.file} multiple />
        </StepForm>
      )}
      {manage && training.state === 'held' && (
        <ActButton act={(options) => duty.reportTraining(inHand, options)} reload={reload}>
          {field.report}
        </ActButton>
      )}
    </ui.Section>
  );
}

function secrecyColumns({ data }: PartProps): readonly ui.Column<Registers['confidentiality'][number]>[] {
  const field = text.secrecy;
  return [
    {
      key: 'member',
      header: messages.member,
      rowHeader: true,
      nowrap: true,
      cell: ({ memberId }) => nameOf(data, memberId),
    },
    { key: 'contents', header: field.contents, cell: ({ contents }) => contents.join('、') },
    { key: 'on', header: field.on, cell: ({ on }) => <ui.DayText day={on} /> },
  ];
}

function Secrecy(part: PartProps) {
  const { engagementId, data, reload, can } = part;
  const { account } = useSession();
  const field = text.secrecy;
  const signed = data.registers.confidentiality;
  const waiting = activeMembers(data).filter(
    ({ id, accountId }) =>
      !signed.some(({ memberId }) => memberId === id) &&
      (accountId === account.id || (accountId === null && can('duty.manage'))),
  );
  return (
    <>
      <ui.Table
        caption={field.title}
        columns={secrecyColumns(part)}
        rows={signed}
        rowKey={({ id }) => id}
        empty={<ui.EmptyState title={field.empty}>{field.emptyHelp}</ui.EmptyState>}
      />
      {can('duty.take-part') && waiting.length > 0 && (
        <AddForm
          title={field.form}
          help={`${field.help}（${(data.conditions.confidentiality?.contents ?? []).join('、')}）`}
          draft={`duty-secrecy:${engagementId}`}
          submitLabel={field.submit}
          submit={(form) =>
            duty.signConfidentiality(
              { engagementId, memberId: form.text('memberId'), ...occurredOn(form) },
              form.options,
            )
          }
          reload={reload}
        >
          <ui.Select
            name="memberId"
            label={messages.member}
            hint={messages.selfHelp}
            required
            options={memberOptions(waiting)}
          />
          <OccurredOn />
        </AddForm>
      )}
    </>
  );
}

function evidenceColumns({ data }: PartProps): readonly ui.Column<Registers['confidentiality-evidence'][number]>[] {
  const field = text.secrecy;
  return [
    { key: 'on', header: field.evidenceOn, rowHeader: true, cell: ({ on }) => <ui.DayText day={on} /> },
    {
      key: 'members',
      header: field.members,
      cell: (row) => row.members.map((id) => nameOf(data, id)).join('、'),
    },
  ];
}

function Evidence(part: PartProps) {
  const { engagementId, data, reload, can } = part;
  const field = text.secrecy;
  const { confidentiality: signed, 'confidentiality-evidence': evidence } = data.registers;
  const members = data.members.filter(({ id }) => signed.some(({ memberId }) => memberId === id));
  return (
    <>
      <ui.Table
        caption={field.evidence}
        columns={evidenceColumns(part)}
        rows={evidence}
        rowKey={({ id }) => id}
        empty={<ui.EmptyState title={field.evidenceEmpty}>{field.evidenceEmptyHelp}</ui.EmptyState>}
      />
      {signed.length > 0 && <Paper engagementId={engagementId} kind="confidentiality-evidence" title={field.paper} />}
      {can('duty.manage') && members.length > 0 && (
        <AddForm
          title={field.evidenceForm}
          draft={`duty-evidence:${engagementId}`}
          submitLabel={field.evidenceSubmit}
          submit={(form) =>
            duty.submitConfidentiality(
              { engagementId, members: form.all('members'), files: form.fileIds('files'), ...occurredOn(form) },
              form.options,
            )
          }
          reload={reload}
        >
          <ui.CheckboxGroup
            name="members"
            label={field.members}
            required
            options={memberOptions(members)}
            defaultValues={members.map(({ id }) => id)}
          />
          <ui.FileUpload name="files" label={messages.file} multiple />
          <OccurredOn />
        </AddForm>
      )}
    </>
  );
}
