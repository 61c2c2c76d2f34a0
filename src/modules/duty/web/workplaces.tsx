import * as ui from '../../../web/ui/index.ts';
import { duty, linesOf, type Registers } from './duty-client.ts';
import { text } from './handlers.messages.ja.ts';
import { messages } from './messages.ja.ts';
import { AddForm, DecideForm, Files, type PartProps } from './parts.tsx';

type Workplace = Registers['workplace'][number];
const TONES = { requested: 'warning', approved: 'success', refused: 'error' } as const;

function stateOf({ engagementId, reload, can }: PartProps, row: Workplace) {
  return (
    <>
      <ui.StatusBadge tone={TONES[row.state]}>{text.workplaces.states[row.state]}</ui.StatusBadge>{' '}
      {row.decidedOn !== null && <ui.DayText day={row.decidedOn} />} {row.comment}
      {row.state === 'requested' && can('duty.decide') && (
        <DecideForm
          record={row}
          decide={(decision, form) => duty.decideWorkplace({ engagementId, id: row.id, ...decision }, form.options)}
          reload={reload}
        />
      )}
    </>
  );
}

function workplacesColumns(part: PartProps): readonly ui.Column<Registers['workplace'][number]>[] {
  const { engagementId } = part;
  const place = text.workplaces;
  return [
    { key: 'name', header: place.name, rowHeader: true, cell: ({ name, address }) => `${name}（${address}）` },
    { key: 'reason', header: place.reason, cell: ({ reason }) => reason },
    { key: 'safeguards', header: place.safeguards, cell: ({ safeguards }) => safeguards.join('、') },
    {
      key: 'files',
      header: messages.file,
      cell: ({ id, files }) => <Files engagementId={engagementId} recordId={id} files={files} />,
    },
    { key: 'state', header: messages.state, cell: (row) => stateOf(part, row) },
  ];
}

/** Places outside the premises of the city: requested with safeguards, decided by the city. */
export function Workplaces(part: PartProps) {
  const { engagementId, data, reload, can } = part;
  const place = text.workplaces;
  return (
    <>
      <ui.Table
        caption={place.title}
        columns={workplacesColumns(part)}
        rows={data.registers.workplace}
        rowKey={({ id }) => id}
        empty={<ui.EmptyState title={place.empty}>{place.emptyHelp}</ui.EmptyState>}
      />
      {can('duty.manage') && (
        <AddForm
          title={place.form}
          draft={`duty-workplace:${engagementId}`}
          submitLabel={place.submit}
          submit={(form) =>
            duty.requestWorkplace(
              {
                engagementId,
                name: form.text('name'),
                address: form.text('address'),
                reason: form.text('reason'),
                safeguards: linesOf(form.text('safeguards')),
                files: form.fileIds('files'),
              },
              form.options,
            )
          }
          reload={reload}
        >
          <ui.TextField name="name" label={place.name} required maxLength={200} />
          <ui.TextField name="address" label={place.address} required maxLength={200} />
          <ui.TextArea name="reason" label={place.reason} required maxLength={10_000} rows={2} />
          <ui.TextArea
            name="safeguards"
            label={place.safeguards}
            hint={place.safeguardsHelp}
            required
            maxLength={5000}
          />
          <ui.FileUpload name="files" label={messages.file} multiple />
        </AddForm>
      )}
    </>
  );
}
