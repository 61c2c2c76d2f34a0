/** Annexes that the specification only names, and the declaration that its laws are observed. */
import { clauseLabel } from '../../../core/specification/label.ts';
import * as ui from '../../../web/ui/index.ts';
import { duty, linesOf, type Registers } from './duty-client.ts';
import { text } from './conduct.messages.ja.ts';
import { messages } from './messages.ja.ts';
import { AddForm, Files, OccurredOn, occurredOn, type PartProps } from './parts.tsx';

const annexColumns = (engagementId: string): readonly ui.Column<Registers['annex'][number]>[] => [
  { key: 'annex', header: text.annexes.annex, rowHeader: true, cell: ({ annex, title }) => `${annex}　${title}` },
  {
    key: 'items',
    header: text.annexes.items,
    cell: ({ items }) => (
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    ),
  },
  { key: 'on', header: text.annexes.on, cell: ({ on }) => <ui.DayText day={on} /> },
  {
    key: 'files',
    header: messages.file,
    cell: ({ id, files }) => <Files engagementId={engagementId} recordId={id} files={files} />,
  },
];

export function Annexes({ engagementId, data, reload, can }: PartProps) {
  const field = text.annexes;
  const known = data.conditions.annexes ?? [];
  return (
    <>
      <ui.Table
        caption={field.title}
        columns={annexColumns(engagementId)}
        rows={data.registers.annex}
        rowKey={({ id }) => id}
        empty={<ui.EmptyState title={field.empty}>{field.emptyHelp}</ui.EmptyState>}
      />
      {can('duty.exchange') && (
        <AddForm
          title={field.form}
          draft={`duty-annex:${engagementId}`}
          submit={(form) =>
            duty.registerAnnex(
              {
                engagementId,
                annex: form.text('annex'),
                items: linesOf(form.text('items')),
                files: form.fileIds('files'),
                ...occurredOn(form),
              },
              form.options,
            )
          }
          reload={reload}
        >
          <ui.Select
            name="annex"
            label={field.annex}
            required
            options={known.map(({ annex, title }) => ({ value: annex, label: `${annex}　${title}` }))}
          />
          <ui.TextArea name="items" label={field.items} hint={field.itemsHelp} required maxLength={20_000} rows={6} />
          <ui.FileUpload name="files" label={messages.file} multiple />
          <OccurredOn />
        </AddForm>
      )}
    </>
  );
}

const COMPLIANCE_COLUMNS: readonly ui.Column<Registers['compliance'][number]>[] = [
  { key: 'clause', header: messages.columns.clause, rowHeader: true, cell: ({ clause }) => clauseLabel(clause) },
  { key: 'laws', header: text.compliance.laws, cell: ({ laws }) => laws.join('、') },
  { key: 'on', header: messages.on, cell: ({ on }) => <ui.DayText day={on} /> },
];

export function Compliance({ engagementId, data, reload, can }: PartProps) {
  const field = text.compliance;
  const known = data.conditions.compliance ?? [];
  return (
    <>
      <ui.Table
        caption={field.title}
        columns={COMPLIANCE_COLUMNS}
        rows={data.registers.compliance}
        rowKey={({ id }) => id}
        empty={<ui.EmptyState title={field.empty}>{field.emptyHelp}</ui.EmptyState>}
      />
      {can('duty.manage') && (
        <AddForm
          title={field.form}
          draft={`duty-compliance:${engagementId}`}
          submitLabel={field.submit}
          submit={(form) =>
            duty.declareCompliance(
              {
                engagementId,
                clause: form.text('clause'),
                others: linesOf(form.text('others')),
                ...occurredOn(form),
              },
              form.options,
            )
          }
          reload={reload}
        >
          <ui.Select
            name="clause"
            label={field.declared}
            required
            options={known.map(({ clause, laws }) => ({
              value: clause,
              label: `${clauseLabel(clause)}　${laws.join('、')}`,
            }))}
          />
          <ui.TextArea name="others" label={field.others} hint={field.othersHelp} maxLength={10_000} rows={2} />
          <OccurredOn />
        </AddForm>
      )}
    </>
  );
}
