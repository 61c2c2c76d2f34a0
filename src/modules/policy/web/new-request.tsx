import * as ui from '../../../web/ui/index.ts';
import { type Trigger, TRIGGERS } from '../rules.ts';
import { messages } from './messages.ja.ts';
import { policy } from './policy-client.ts';

const text = messages.newRequest;
const CHOICES = Object.entries(TRIGGERS).map(([value, label]) => ({ value, label }));

/** The city shows a draft and asks for advice on it. */
export function NewRequest({ engagementId, onDone }: { engagementId: string; onDone: () => void }) {
  return (
    <ui.Section title={text.title}>
      <ui.Disclosure summary={text.open}>
        <ui.Form
          draft={`policy-request:${engagementId}`}
          reset
          submitLabel={text.submit}
          done={text.done}
          submit={(form) =>
            policy.requestSupport(
              {
                engagementId,
                trigger: form.one('trigger', Object.keys(TRIGGERS) as Trigger[]),
                document: form.text('document'),
                content: form.text('content'),
                fileId: form.fileIds('fileId')[0] ?? null,
              },
              form.options,
            )
          }
          onDone={onDone}
        >
          <ui.RadioGroup name="trigger" label={text.trigger} required options={CHOICES} />
          <ui.TextField name="document" label={text.document} hint={text.documentHint} required maxLength={200} />
          <ui.TextArea name="content" label={text.content} hint={text.contentHint} required maxLength={4000} rows={5} />
          <ui.FileUpload name="fileId" label={text.file} hint={text.fileHint} />
        </ui.Form>
      </ui.Disclosure>
    </ui.Section>
  );
}
