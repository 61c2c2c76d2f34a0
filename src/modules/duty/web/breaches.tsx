import * as ui from '../../../web/ui/index.ts';
import { duty, optionsOf, type Registers } from './duty-client.ts';
import { text as incidents } from './incidents.messages.ja.ts';
import { AddForm, OccurredOn, occurredOn, type PartProps, StepForm } from './parts.tsx';

const text = incidents.breaches;

function breachesColumns({ engagementId, reload, can }: PartProps): readonly ui.Column<Registers['breach'][number]>[] {
  return [
    { key: 'kind', header: text.kind, rowHeader: true, cell: ({ kind }) => text.kinds[kind] },
    { key: 'on', header: text.on, cell: ({ on }) => <ui.DayText day={on} /> },
    { key: 'cause', header: text.cause, cell: ({ cause }) => cause },
    { key: 'damage', header: text.damage, cell: ({ damage }) => damage },
    {
      key: 'decision',
      header: text.decision,
      cell: (row) => (
        <>
          {row.decision} {row.decidedOn !== null && <ui.DayText day={row.decidedOn} />}
          {can('duty.decide') && (
            <StepForm
              record={row}
              summary={text.decide}
              submit={(form) =>
                duty.decideBreach(
                  { engagementId, id: row.id, version: form.version, decision: form.text('decision') },
                  form.options,
                )
              }
              reload={reload}
            >
              <ui.TextArea
                name="decision"
                label={text.decision}
                required
                maxLength={10_000}
                defaultValue={row.decision}
              />
            </StepForm>
          )}
        </>
      ),
    },
  ];
}

/** Breaches of the contract and damages, with what the city decided. Clause 10(12). */
export function Breaches(part: PartProps) {
  const { engagementId, data, reload, can } = part;
  return (
    <>
      <ui.Table
        caption={text.title}
        columns={breachesColumns(part)}
        rows={data.registers.breach}
        rowKey={({ id }) => id}
        empty={<ui.EmptyState title={text.empty}>{text.emptyHelp}</ui.EmptyState>}
      />
      {can('duty.exchange') && (
        <AddForm
          title={text.form}
          draft={`duty-breach:${engagementId}`}
          submit={(form) =>
            duty.recordBreach(
              {
                engagementId,
                kind: form.one('kind', ['breach', 'damage']),
                cause: form.text('cause'),
                damage: form.text('damage'),
                subcontractId: null,
                ...occurredOn(form),
              },
              form.options,
            )
          }
          reload={reload}
        >
          <ui.RadioGroup name="kind" label={text.kind} required inline options={optionsOf(text.kinds)} />
          <ui.TextArea name="cause" label={text.cause} required maxLength={10_000} />
          <ui.TextArea name="damage" label={text.damage} maxLength={10_000} />
          <OccurredOn />
        </AddForm>
      )}
    </>
  );
}
