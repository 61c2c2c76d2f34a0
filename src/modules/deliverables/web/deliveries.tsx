import { useState } from 'react';
import { useCan, useEngagementId } from '../../../web/session.ts';
import {
  Checkbox,
  type Column,
  DateField,
  DayText,
  EmptyState,
  Form,
  Loaded,
  NumberField,
  RadioGroup,
  Section,
  Select,
  Table,
  useLoad,
} from '../../../web/ui/index.ts';
import { type DeliveryRecord, deliverables, type MadePackageView, type PackageView } from './client.ts';
import { deliveryMessages as text } from './delivery-messages.ja.ts';

const FORMS = ['electronic', 'disc', 'bound'] as const;
type Form = (typeof FORMS)[number];

/** What went to the city, and the form for the next delivery. */
export function Deliveries({ data }: { data: PackageView }) {
  const engagementId = useEngagementId();
  const can = useCan();
  const loaded = useLoad(() => deliverables.listDeliveries({ engagementId }), [engagementId]);
  const ready = data.packages.filter(({ state }) => state === 'ready');
  return (
    <Section title={text.title}>
      <p>{text.lead}</p>
      <Loaded from={loaded}>
        {({ deliveries }) => (
          <>
            <Table
              caption={text.title}
              hideCaption
              rows={deliveries}
              rowKey={({ id }) => id}
              columns={columnsFor(data)}
              empty={
                <EmptyState title={text.none}>
                  <p>{ready.length === 0 ? text.firstPackage : text.noneHelp}</p>
                </EmptyState>
              }
            />
            {can('deliverables.submit') && ready.length > 0 && (
              <DeliveryForm
                key={deliveries.length}
                data={data}
                ready={ready}
                earlier={deliveries}
                onDone={loaded.reload}
              />
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}

const taskName = ({ delivery }: PackageView, task: string | null): string =>
  task === null ? text.whole : `${task}　${delivery.tasks.find(({ id }) => id === task)?.name ?? ''}`;
const copiesText = (copies: DeliveryRecord['copies']): string =>
  copies.map(({ name, count }) => text.copy(name, count)).join('、');

function columnsFor(data: PackageView): readonly Column<DeliveryRecord>[] {
  return [
    {
      key: 'task',
      header: text.columns.task,
      rowHeader: true,
      cell: ({ task }) => taskName(data, task),
    },
    { key: 'form', header: text.columns.form, cell: ({ form }) => text.forms[form] },
    { key: 'copies', header: text.columns.copies, cell: ({ copies }) => copiesText(copies) },
    {
      key: 'note',
      header: text.columns.note,
      cell: ({ noteForm }) => (noteForm === null ? text.noNote : text.notes[noteForm]),
    },
    { key: 'on', header: text.columns.on, nowrap: true, cell: ({ deliveredOn }) => <DayText day={deliveredOn} /> },
  ];
}

/** Names of the copies that are handed over in a form, with how many the specification wants. */
function wantedCopies(
  { delivery }: PackageView,
  form: Form,
): readonly { readonly name: string; readonly count: number }[] {
  if (form === 'disc') return delivery.media?.copies ?? [{ name: text.plainCopy, count: 1 }];
  const count = (form === 'bound' ? delivery.bound?.copies : delivery.electronic?.copies) ?? 1;
  return [{ name: text.plainCopy, count }];
}

function firstForm({ delivery }: PackageView): Form {
  if (delivery.media !== undefined) return 'disc';
  return delivery.bound === undefined ? 'electronic' : 'bound';
}

function DeliveryForm({
  data,
  ready,
  earlier,
  onDone,
}: {
  readonly data: PackageView;
  readonly ready: readonly MadePackageView[];
  readonly earlier: readonly DeliveryRecord[];
  readonly onDone: () => void;
}) {
  const engagementId = useEngagementId();
  const [form, setForm] = useState<Form>(() => firstForm(data));
  const copies = wantedCopies(data, form);
  const { note, destination } = data.delivery;
  return (
    <Form
      submitLabel={text.submit}
      done={text.done}
      submit={(entered) =>
        deliverables.recordDelivery(
          {
            engagementId,
            packageId: entered.text('packageId'),
            form,
            copies: copies.flatMap(({ name }, at) => {
              const count = entered.numberOrNull(`copies.${at}`) ?? 0;
              return count === 0 ? [] : [{ name, count }];
            }),
            note: entered.flag('note'),
            atDestination: destination === undefined || entered.flag('atDestination'),
            deliveredOn: entered.day('deliveredOn'),
            corrects: entered.textOrNull('corrects'),
          },
          entered.options,
        )
      }
      onDone={onDone}
    >
      <Select
        name="packageId"
        label={text.package}
        required
        options={ready.map((one) => ({
          value: one.id,
          label: text.packageOf(taskName(data, one.task), one.madeAt ?? one.requestedAt),
        }))}
        defaultValue={ready[0]?.id ?? ''}
      />
      <RadioGroup
        name="form"
        label={text.columns.form}
        required
        inline
        options={FORMS.map((value) => ({ value, label: text.forms[value] }))}
        value={form}
        onChange={(next) => setForm(FORMS.find((one) => one === next) ?? 'electronic')}
      />
      <fieldset className="min-w-0" data-field="copies" data-label={text.columns.copies}>
        <legend className="mb-2 text-std-16B-170">{text.columns.copies}</legend>
        <div className="flex flex-wrap gap-4">
          {copies.map(({ name, count }, at) => (
            <NumberField
              key={`${form}:${name}`}
              name={`copies.${at}`}
              label={name}
              min={0}
              max={1000}
              defaultValue={count}
            />
          ))}
        </div>
      </fieldset>
      <Checkbox
        name="note"
        label={note?.form === undefined ? text.note : text.noteIn(note.form)}
        defaultChecked={note !== undefined}
      />
      {destination !== undefined && (
        <Checkbox name="atDestination" label={text.atDestination(destination.department)} defaultChecked={false} />
      )}
      <DateField name="deliveredOn" label={text.columns.on} required />
      {earlier.length > 0 && (
        <Select
          name="corrects"
          label={text.corrects}
          hint={text.correctsHint}
          prompt={text.noCorrection}
          options={earlier.map((one) => ({
            value: one.id,
            label: text.earlier(taskName(data, one.task), one.deliveredOn, copiesText(one.copies)),
          }))}
        />
      )}
    </Form>
  );
}
