import { useCan } from '../../../web/session.ts';
import { Disclosure, DocumentFrame, DownloadLinks, Notice, Section, TextLink } from '../../../web/ui/index.ts';
import { deliverables, type Preview, type Reader } from './client.ts';
import { messages } from './messages.ja.ts';
import { RemovalTable } from './removed-pieces.tsx';

const text = messages.preview;

/** A document before it is made: what it lacks and where to fill it in, what stands against it, and how it reads. */
export function DocumentPreview({
  engagementId,
  type,
  subject,
  reader,
  preview,
}: {
  engagementId: string;
  type: string;
  subject: string | null;
  reader: Reader;
  preview: Preview;
}) {
  const named = { engagementId, type, subject, ...reader };
  const can = useCan();
  const mayMake = can('deliverables.make');
  if (preview.unavailable !== null) {
    return (
      <Notice tone="warning" title={text.unavailable}>
        <p>{preview.unavailable}</p>
      </Notice>
    );
  }
  return (
    <>
      {preview.refusals.length > 0 && (
        <Notice tone="error" title={text.refusals}>
          {preview.refusals.map((refusal) => (
            <p key={refusal} className="break-words">
              {refusal}
            </p>
          ))}
        </Notice>
      )}
      <Section title={text.gaps}>
        {preview.gaps.length === 0 ? (
          <p>{text.noGaps}</p>
        ) : (
          <>
            <p>{mayMake ? text.gapsLead : text.gapsCity}</p>
            <ul className="list-disc ps-6">
              {preview.gaps.map(({ message, href }) => (
                <li key={message}>
                  {message}
                  {mayMake && (
                    <TextLink href={href}>
                      <span aria-hidden="true">{text.fillShort}</span>
                      <span className="sr-only">{text.fill(message)}</span>
                    </TextLink>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </Section>
      {preview.removed.length > 0 && (
        <Disclosure summary={text.removed(preview.removed.length)}>
          <RemovalTable removed={preview.removed} />
        </Disclosure>
      )}
      <Section title={text.document}>
        <DocumentFrame title={text.frame(preview.title)} src={deliverables.href('showDocument', named)} />
        {mayMake && preview.refusals.length === 0 && (
          <>
            <h3 className="text-std-18B-160">{text.files}</h3>
            <DownloadLinks
              title={preview.title}
              files={preview.formats.map((format) => ({
                kind: format,
                href: deliverables.href('previewDocument', { ...named, format }),
              }))}
            />
          </>
        )}
      </Section>
    </>
  );
}
