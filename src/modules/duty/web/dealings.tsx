/** Dealings with third parties, the supervisor, environment-friendly goods. */
import * as ui from '../../../web/ui/index.ts';
import { COST_BEARERS, DISCLOSURE_ACTS } from '../choices.ts';
import { choices, duty, linesOf, type Registers } from './duty-client.ts';
import { text } from './exchanges.messages.ja.ts';
import { messages } from './messages.ja.ts';
import { AddForm, DecideForm, Files, OccurredOn, occurredOn, type PartProps, StepForm } from './parts.tsx';

type Disclosure = Registers['disclosure'][number];
const TONES = { requested: 'info', approved: 'success', refused: 'error', made: 'neutral' } as const;

function disclosureColumns({ engagementId, reload, can }: PartProps): readonly ui.Column<Disclosure>[] {
  const field = text.disclosures;
  return [
    { key: 'object', header: field.object, rowHeader: true, cell: ({ object }) => object },
    { key: 'acts', header: field.acts, cell: ({ acts }) => acts.join('、') },
    { key: 'recipient', header: field.recipient, cell: ({ recipient }) => recipient },
    { key: 'reason', header: field.reason, cell: ({ reason }) => reason },
    {
      key: 'state',
      header: messages.state,
      cell: (row) => (
        <>
          <ui.StatusBadge tone={TONES[row.state]}>{field.states[row.state]}</ui.StatusBadge>
          {row.comment !== '' && <p>{row.comment}</p>}
          {row.state === 'requested' && can('duty.decide') && (
            <DecideForm
              record={row}
              decide={(decision, form) =>
                duty.decideDisclosure({ engagementId, id: row.id, ...decision }, form.options)
              }
              reload={reload}
            />
          )}
          {row.state === 'approved' && can('duty.manage') && (
            <StepForm
              record={row}
              summary={field.made}
              submit={(form) =>
                duty.recordDisclosure(
                  { engagementId, id: row.id, version: form.version, ...occurredOn(form) },
                  form.options,
                )
              }
              reload={reload}
            >
              <OccurredOn />
            </StepForm>
          )}
        </>
      ),
    },
  ];
}

export function Disclosures(part: PartProps) {
  const { engagementId, data, reload, can } = part;
  const field = text.disclosures;
  const asked = data.conditions.thirdParties?.acts ?? [];
  const acts = DISCLOSURE_ACTS.filter((act) => asked.length === 0 || asked.includes(act));
  return (
    <>
      <ui.Table
        caption={field.title}
        columns={disclosureColumns(part)}
        rows={data.registers.disclosure}
        rowKey={({ id }) => id}
        empty={<ui.EmptyState title={field.empty}>{field.emptyHelp}</ui.EmptyState>}
      />
      {can('duty.manage') && (
        <AddForm
          title={field.form}
          draft={`duty-disclosure:${engagementId}`}
          submitLabel={field.submit}
          submit={(form) =>
            duty.requestDisclosure(
              {
                engagementId,
                acts: DISCLOSURE_ACTS.filter((act) => form.all('acts').includes(act)),
                object: form.text('object'),
                recipient: form.text('recipient'),
                reason: form.text('reason'),
              },
              form.options,
            )
          }
          reload={reload}
        >
          <ui.TextField name="object" label={field.object} required maxLength={200} />
          <ui.CheckboxGroup
            name="acts"
            label={field.acts}
            required
            options={choices(acts.length === 0 ? DISCLOSURE_ACTS : acts)}
          />
          <ui.TextField name="recipient" label={field.recipient} hint={field.recipientHelp} required maxLength={200} />
          <ui.TextArea name="reason" label={field.reason} required maxLength={10_000} rows={2} />
        </AddForm>
      )}
    </>
  );
}

function workColumns({ engagementId }: PartProps): readonly ui.Column<Registers['third-party-work'][number]>[] {
  const field = text.works;
  return [
    { key: 'name', header: field.name, rowHeader: true, cell: ({ name }) => name },
    { key: 'owner', header: field.owner, cell: ({ owner }) => owner },
    { key: 'licence', header: field.licence, cell: ({ licence }) => licence },
    { key: 'costBy', header: field.costBy, cell: ({ costBy }) => costBy },
    { key: 'use', header: field.use, cell: ({ use }) => use || messages.none },
    { key: 'papers', header: field.papers, cell: ({ papers }) => papers || messages.none },
    {
      key: 'files',
      header: messages.file,
      cell: ({ id, files }) => <Files engagementId={engagementId} recordId={id} files={files} />,
    },
  ];
}

export function Works(part: PartProps) {
  const { engagementId, data, reload, can } = part;
  const field = text.works;
  const { costBy } = data.conditions.works ?? {};
  return (
    <>
      <ui.Table
        caption={field.title}
        columns={workColumns(part)}
        rows={data.registers['third-party-work']}
        rowKey={({ id }) => id}
        empty={<ui.EmptyState title={field.empty}>{field.emptyHelp}</ui.EmptyState>}
      />
      {can('duty.manage') && (
        <AddForm
          title={field.form}
          draft={`duty-work:${engagementId}`}
          submit={(form) =>
            duty.registerThirdPartyWork(
              {
                engagementId,
                name: form.text('name'),
                owner: form.text('owner'),
                licence: form.text('licence'),
                costBy: form.one('costBy', COST_BEARERS),
                use: form.text('use'),
                papers: form.text('papers'),
                files: form.fileIds('files'),
              },
              form.options,
            )
          }
          reload={reload}
        >
          <ui.TextField name="name" label={field.name} required maxLength={200} />
          <ui.TextField name="owner" label={field.owner} required maxLength={200} />
          <ui.TextField name="licence" label={field.licence} required maxLength={200} />
          <ui.RadioGroup
            name="costBy"
            label={field.costBy}
            required
            inline
            options={choices(costBy === undefined ? COST_BEARERS : [costBy])}
          />
          <ui.TextArea name="use" label={field.use} maxLength={10_000} rows={2} />
          <ui.TextArea name="papers" label={field.papers} maxLength={10_000} rows={2} />
          <ui.FileUpload name="files" label={messages.file} multiple />
        </AddForm>
      )}
    </>
  );
}

const SUPERVISOR_COLUMNS: readonly ui.Column<Registers['supervisor'][number]>[] = [
  { key: 'name', header: text.supervisors.name, rowHeader: true, cell: ({ name }) => name },
  { key: 'department', header: text.supervisors.department, cell: ({ department }) => department },
  { key: 'on', header: text.supervisors.on, cell: ({ on }) => <ui.DayText day={on} /> },
  { key: 'endedOn', header: text.supervisors.endedOn, cell: ({ endedOn }) => <ui.DayText day={endedOn} /> },
];

export function Supervisors({ engagementId, data, reload, can }: PartProps) {
  const field = text.supervisors;
  const title = data.conditions.supervisor?.title ?? '';
  return (
    <>
      <ui.Table
        caption={title}
        columns={SUPERVISOR_COLUMNS}
        rows={data.registers.supervisor}
        rowKey={({ id }) => id}
        empty={<ui.EmptyState title={field.empty(title)}>{field.emptyHelp(title)}</ui.EmptyState>}
      />
      {can('duty.decide') && (
        <AddForm
          title={field.form(title)}
          draft={`duty-supervisor:${engagementId}`}
          submit={(form) =>
            duty.nameSupervisor(
              {
                engagementId,
                name: form.text('name'),
                department: form.text('department'),
                ...occurredOn(form),
              },
              form.options,
            )
          }
          reload={reload}
        >
          <ui.TextField name="name" label={field.name} required maxLength={200} />
          <ui.TextField name="department" label={field.department} required maxLength={200} />
          <OccurredOn />
        </AddForm>
      )}
    </>
  );
}

const ECO_COLUMNS: readonly ui.Column<Registers['eco'][number]>[] = [
  { key: 'on', header: messages.on, rowHeader: true, cell: ({ on }) => <ui.DayText day={on} /> },
  { key: 'items', header: text.eco.items, cell: ({ items }) => items.join('、') },
  { key: 'note', header: text.eco.note, cell: ({ note }) => note || messages.none },
];

export function Eco({ engagementId, data, reload, can }: PartProps) {
  const field = text.eco;
  return (
    <>
      <ui.Table
        caption={field.title}
        columns={ECO_COLUMNS}
        rows={data.registers.eco}
        rowKey={({ id }) => id}
        empty={<ui.EmptyState title={field.empty}>{field.emptyHelp(data.conditions.eco?.scope ?? [])}</ui.EmptyState>}
      />
      {can('duty.manage') && (
        <AddForm
          title={field.form}
          draft={`duty-eco:${engagementId}`}
          submit={(form) =>
            duty.recordEco({ engagementId, items: linesOf(form.text('items')), note: form.text('note') }, form.options)
          }
          reload={reload}
        >
          <ui.TextArea name="items" label={field.items} hint={field.itemsHelp} required maxLength={10_000} rows={3} />
          <ui.TextArea name="note" label={field.note} maxLength={10_000} rows={2} />
        </AddForm>
      )}
    </>
  );
}
