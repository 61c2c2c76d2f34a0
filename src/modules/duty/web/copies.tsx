import * as ui from '../../../web/ui/index.ts';
import { duty, type Registers } from './duty-client.ts';
import { ErasureFields, erasureFrom } from './erasure-fields.tsx';
import { text } from './materials.messages.ja.ts';
import { messages } from './messages.ja.ts';
import { ActButton, AddForm, DecideForm, type PartProps, StepForm } from './parts.tsx';

type Copy = Registers['copy'][number];
const TONES = {
  requested: 'warning',
  permitted: 'info',
  refused: 'error',
  made: 'warning',
  erased: 'success',
} as const;

function copiesColumns(part: PartProps): readonly ui.Column<Registers['copy'][number]>[] {
  const field = text.copies;
  return [
    { key: 'document', header: field.document, rowHeader: true, cell: ({ document }) => document },
    { key: 'scope', header: field.scope, cell: ({ scope }) => scope },
    { key: 'reason', header: field.reason, cell: ({ reason }) => reason },
    { key: 'copies', header: field.copies, align: 'end', cell: ({ copies }) => copies },
    { key: 'state', header: messages.state, cell: (row) => <CopyState {...part} copy={row} /> },
  ];
}

/** Copies of materials and marked documents: asked for, permitted, made, erased. */
export function Copies(part: PartProps) {
  const { engagementId, data, reload, can } = part;
  const field = text.copies;
  return (
    <>
      <ui.Table
        caption={field.title}
        columns={copiesColumns(part)}
        rows={data.registers.copy}
        rowKey={({ id }) => id}
        empty={<ui.EmptyState title={field.empty}>{field.emptyHelp}</ui.EmptyState>}
      />
      {can('duty.manage') && (
        <AddForm
          title={field.form}
          draft={`duty-copy:${engagementId}`}
          submit={(form) =>
            duty.requestCopy(
              {
                engagementId,
                materialId: form.textOrNull('materialId'),
                document: form.text('document'),
                scope: form.text('scope'),
                reason: form.text('reason'),
                copies: form.number('copies'),
              },
              form.options,
            )
          }
          reload={reload}
        >
          <ui.Select
            name="materialId"
            label={field.material}
            prompt={field.noMaterial}
            options={data.registers.material
              .filter(({ returnedOn, erased }) => returnedOn === null && erased === null)
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
          <ui.TextField name="document" label={field.document} required maxLength={200} />
          <ui.TextArea name="scope" label={field.scope} required maxLength={10_000} rows={2} />
          <ui.TextArea name="reason" label={field.reason} required maxLength={10_000} rows={2} />
          <ui.NumberField name="copies" label={field.copies} required min={1} max={1000} />
        </AddForm>
      )}
    </>
  );
}

function CopyState({ engagementId, data, reload, can, copy }: PartProps & { copy: Copy }) {
  const field = text.copies;
  const { id, version, state } = copy;
  return (
    <>
      <ui.StatusBadge tone={TONES[state]}>{field.states[state]}</ui.StatusBadge> {copy.comment}
      {copy.erased !== null && (
        <p>
          <ui.DayText day={copy.erased.on} /> {copy.erased.method}
        </p>
      )}
      {state === 'requested' && can('duty.decide') && (
        <DecideForm
          record={copy}
          decide={(decision, form) => duty.decideCopy({ engagementId, id, ...decision }, form.options)}
          reload={reload}
        />
      )}
      {state === 'permitted' && can('duty.manage') && (
        <ActButton act={(options) => duty.recordCopy({ engagementId, id, version }, options)} reload={reload}>
          {field.record}
        </ActButton>
      )}
      {state === 'made' && can('duty.manage') && (
        <StepForm
          record={copy}
          summary={text.materials.erase}
          submit={(form) =>
            duty.eraseCopy({ engagementId, id, version: form.version, ...erasureFrom(form) }, form.options)
          }
          reload={reload}
        >
          <ErasureFields data={data} />
        </StepForm>
      )}
    </>
  );
}
