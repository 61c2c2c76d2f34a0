import { useState } from 'react';
import { Button, Dialog, FileUpload, Form, Problem, useCommand } from '../../../../web/ui/index.ts';
import { type ListPreview, ListPreviewView } from '../../../../web/list-preview.tsx';
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
      {checked !== undefined && <ListPreviewView preview={asList(checked.preview)} />}
    </Dialog>
  );
}

const isEmpty = ({ added, changed, removed, refused, reordered }: WbsImport): boolean =>
  added.length + changed.length + removed.length + refused.length + reordered === 0;

/** The cells of a task in one row, as the preview of every list shows them; the order goes with the whole. */
function asList({ added, changed, removed, refused, reordered }: WbsImport): ListPreview {
  const rows = [...Map.groupBy(changed, ({ row }) => row)];
  return {
    added,
    changed: rows.map(([row, cells]) => ({
      row,
      name: cells[0]?.task ?? '',
      cells: cells.map(({ column, field, before, after }) => ({ column, title: field, before, after })),
    })),
    removed,
    refused: refused.map((one) => ({ ...one, title: '' })),
    notices: reordered > 0 ? [text.reordered(reordered)] : [],
  };
}
