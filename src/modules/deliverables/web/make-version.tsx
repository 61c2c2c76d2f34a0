import { Button, FileUpload, Form, Notice, Section, TextArea, useCommand } from '../../../web/ui/index.ts';
import { deliverables, type Owed, type Reader } from './client.ts';
import { messages } from './messages.ja.ts';
import { stageOf } from './stage.ts';

const text = messages.detail;

/** A new version: written from the records, or files made elsewhere. */
export function MakeVersion({
  engagementId,
  owed,
  reader,
  onDone,
}: {
  engagementId: string;
  owed: Owed;
  reader: Reader;
  onDone: () => void;
}) {
  const { type, subject, formats, canProduce } = owed;
  const produce = useCommand((options) => deliverables.produce({ engagementId, type, subject, ...reader }, options), {
    done: text.produced,
    onDone,
  });
  if (stageOf(owed) === 'submitted') {
    return (
      <Section title={text.make}>
        <p>{text.waiting}</p>
      </Section>
    );
  }
  return (
    <Section title={text.make}>
      {canProduce && (
        <>
          <p>{text.makeLead}</p>
          <div>
            <Button variant="solid" busy={produce.busy} onClick={() => void produce.run()}>
              {text.produce}
            </Button>
          </div>
          {produce.problem !== undefined && (
            <Notice tone="error" title={messages.preview.refusals}>
              <p className="break-words">{produce.problem.message}</p>
            </Notice>
          )}
        </>
      )}
      {reader.edition === 'detailed' && (
        <Section title={text.upload} level={3}>
          <Form
            draft={`deliverable:${engagementId}:${type}:${subject ?? ''}`}
            reset
            submitLabel={text.uploadSubmit}
            done={text.uploaded}
            submit={(form) =>
              deliverables.addVersion(
                { engagementId, type, subject, fileIds: form.fileIds('fileIds'), comment: form.text('comment') },
                form.options,
              )
            }
            onDone={onDone}
          >
            <FileUpload
              name="fileIds"
              label={text.files}
              hint={text.uploadHint(formats.map((format) => text.formatNames[format] ?? format).join('、'))}
              required
              multiple
            />
            <TextArea name="comment" label={text.uploadComment} maxLength={2000} rows={2} />
          </Form>
        </Section>
      )}
    </Section>
  );
}
