/** A dialog that asks for one text about one item. */
import type { CallOptions } from '../../../kernel/contract.ts';
import * as ui from '../../../web/ui/index.ts';

interface ReasonDialogProps {
  readonly title: string;
  /** Which item it is about. */
  readonly about: string;
  readonly label: string;
  readonly value?: string;
  readonly submitLabel: string;
  readonly done: string;
  readonly submit: (words: string, options: CallOptions) => Promise<unknown>;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function ReasonDialog({
  title,
  about,
  label,
  value = '',
  submitLabel,
  done,
  submit,
  onClose,
  onDone,
}: ReasonDialogProps) {
  return (
    <ui.Dialog open title={title} onClose={onClose}>
      <p>{about}</p>
      <ui.Form
        submitLabel={submitLabel}
        done={done}
        submit={(form) => submit(form.text('words'), form.options)}
        onDone={onDone}
      >
        <ui.TextArea name="words" label={label} required maxLength={200} rows={3} defaultValue={value} />
      </ui.Form>
    </ui.Dialog>
  );
}
