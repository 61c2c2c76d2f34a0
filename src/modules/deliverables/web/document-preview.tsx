import {
  type Column,
  Disclosure,
  DocumentFrame,
  DownloadLinks,
  Notice,
  Section,
  Table,
  TextLink,
} from '../../../web/ui/index.ts';
import { deliverables, type Edition, type Preview } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.preview;

/** A document before it is made: what it lacks and where to fill it in, what stands against it, and how it reads. */
export function DocumentPreview({
  engagementId,
  type,
  subject,
  edition,
  preview,
}: {
  engagementId: string;
  type: string;
  subject: string | null;
  edition: Edition;
  preview: Preview;
}) {
  const named = { engagementId, type, subject, edition };
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
            <p>{text.gapsLead}</p>
            <ul className="list-disc ps-6">
              {preview.gaps.map(({ message, href }) => (
                <li key={message}>
                  {message}
                  <TextLink href={href}>
                    <span aria-hidden="true">{text.fillShort}</span>
                    <span className="sr-only">{text.fill(message)}</span>
                  </TextLink>
                </li>
              ))}
            </ul>
          </>
        )}
      </Section>
      {preview.removed.length > 0 && (
        <Disclosure summary={text.removed(preview.removed.length)}>
          <p>{text.removedLead}</p>
          <Table
            caption={text.removed(preview.removed.length)}
            hideCaption
            rows={preview.removed.map((removal, index) => ({ ...removal, key: String(index) }))}
            rowKey={({ key }) => key}
            columns={REMOVED}
          />
        </Disclosure>
      )}
      <Section title={text.document}>
        <DocumentFrame title={text.frame(preview.title)} src={deliverables.href('showDocument', named)} />
        {preview.refusals.length === 0 && (
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

const REMOVED: readonly Column<Preview['removed'][number] & { readonly key: string }>[] = [
  { key: 'place', header: text.removedColumns.place, rowHeader: true, cell: ({ place }) => place },
  { key: 'kind', header: text.removedColumns.kind, nowrap: true, cell: ({ kind }) => kind },
  { key: 'reason', header: text.removedColumns.reason, cell: ({ reason }) => reason },
  { key: 'instead', header: text.removedColumns.instead, cell: ({ instead }) => instead ?? messages.none },
];
