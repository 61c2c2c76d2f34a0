import { useState } from 'react';
import {
  Button,
  Dialog,
  FileUpload,
  Form,
  Notice,
  Problem,
  Section,
  Table,
  useCommand,
} from '../../../../web/ui/index.ts';
import { engagement, type WbsImport } from '../client.ts';
import { planMessages } from './messages.ja.ts';

const text = planMessages.import;

interface ImportProps {
  readonly engagementId: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** An edited spreadsheet is looked at first; nothing changes before the person has seen what would. */
export function ImportDialog({ engagementId, onClose, onDone }: ImportProps) {
  const [checked, setChecked] = useState<{ readonly fileId: string; readonly preview: WbsImport }>();
  const apply = useCommand(
    (options, fileId: string, basis: string) => engagement.importWbs({ engagementId, fileId, basis }, options),
    { done: text.applied, onDone },
  );
  const empty = checked !== undefined && isEmpty(checked.preview);
  return (
    <Dialog
      open
      title={text.title}
      onClose={onClose}
      actions={
        checked !== undefined &&
        !empty &&
        checked.preview.refused.length === 0 && (
          <Button
            variant="solid"
            busy={apply.busy}
            onClick={() => void apply.run(checked.fileId, checked.preview.basis)}
          >
            {text.apply}
          </Button>
        )
      }
    >
      <p>{text.lead}</p>
      {apply.problem !== undefined && <Problem problem={apply.problem} />}
      <Form
        guard={false}
        submitLabel={text.check}
        done={text.checked}
        submit={async (form) => {
          const fileId = form.fileIds('fileId')[0] ?? '';
          setChecked({ fileId, preview: await engagement.previewWbsImport({ engagementId, fileId }, form.options) });
        }}
      >
        <FileUpload name="fileId" label={text.file} accept=".xlsx" required onChange={() => setChecked(undefined)} />
      </Form>
      {checked !== undefined && (empty ? <Notice title={text.nothing} /> : <Preview preview={checked.preview} />)}
    </Dialog>
  );
}

const isEmpty = ({ added, changed, removed, refused, reordered }: WbsImport): boolean =>
  added.length + changed.length + removed.length + refused.length + reordered === 0;

function Preview({ preview }: { preview: WbsImport }) {
  const { added, changed, removed, refused, reordered } = preview;
  return (
    <>
      {refused.length > 0 && (
        <Section title={text.refused} level={3}>
          <p>{text.refusedHelp}</p>
          <Table
            caption={text.refused}
            hideCaption
            rows={refused.map((one, index) => ({ ...one, key: String(index) }))}
            rowKey={({ key }) => key}
            columns={[
              {
                key: 'place',
                header: text.columns.place,
                rowHeader: true,
                cell: ({ row, column }) => `${text.row(row)} ${column}`,
              },
              { key: 'value', header: text.columns.value, cell: ({ value }) => value },
              { key: 'reason', header: text.columns.reason, cell: ({ reason }) => reason },
            ]}
          />
        </Section>
      )}
      {added.length > 0 && (
        <Section title={text.added} level={3}>
          <ul className="list-disc ps-6">
            {added.map(({ row, name }) => (
              <li key={row}>
                {name}（{text.row(row)}）
              </li>
            ))}
          </ul>
        </Section>
      )}
      {changed.length > 0 && (
        <Section title={text.changed} level={3}>
          <Table
            caption={text.changed}
            hideCaption
            rows={changed}
            rowKey={({ row, column }) => `${column}${row}`}
            columns={[
              {
                key: 'task',
                header: text.columns.task,
                rowHeader: true,
                cell: ({ task, row, column }) => `${task}（${text.row(row)} ${column}）`,
              },
              { key: 'field', header: text.columns.field, cell: ({ field }) => field },
              { key: 'before', header: text.columns.before, cell: ({ before }) => before || planMessages.wbs.none },
              { key: 'after', header: text.columns.after, cell: ({ after }) => after || planMessages.wbs.none },
            ]}
          />
        </Section>
      )}
      {removed.length > 0 && (
        <Section title={text.removed} level={3}>
          <ul className="list-disc ps-6">
            {removed.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </Section>
      )}
      {reordered > 0 && <p>{text.reordered(reordered)}</p>}
    </>
  );
}
