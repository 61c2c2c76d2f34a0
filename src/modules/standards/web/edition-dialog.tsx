import { useSession } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { messages } from './messages.ja.ts';
import { type Standard, standards } from './standards-client.ts';

const text = messages.edition;

export interface EditionDialogProps {
  readonly engagementId: string;
  readonly standard: Standard;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Records that somebody looked whether the edition in use is the newest, and which one it is. */
export function EditionDialog({ engagementId, standard, onClose, onDone }: EditionDialogProps) {
  const { today } = useSession();
  return (
    <ui.Dialog open title={text.title} onClose={onClose}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <p className="text-std-16B-170">{standard.name}</p>
        <p>{text.explain}</p>
        <ui.Form
          version={standard.version}
          guard={false}
          submitLabel={text.submit}
          done={text.done}
          submit={(form) =>
            standards.confirmEdition(
              {
                engagementId,
                standardId: standard.id,
                version: form.version,
                edition: form.text('edition'),
                occurredOn: form.day('occurredOn'),
                fileId: form.fileIds('fileId')[0] ?? null,
              },
              form.options,
            )
          }
          onDone={onDone}
        >
          <ui.TextField
            name="edition"
            label={text.edition}
            hint={text.editionHint}
            required
            maxLength={200}
            defaultValue={standard.edition}
          />
          <ui.DateField name="occurredOn" label={text.occurredOn} required defaultValue={today} />
          <ui.FileUpload name="fileId" label={text.file} hint={text.fileHint} />
        </ui.Form>
      </div>
    </ui.Dialog>
  );
}
