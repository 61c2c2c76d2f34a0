import { useParams, useSearchParams } from 'react-router';
import { useEngagementId } from '../../../web/session.ts';
import { LinkButton, Loaded, Page, useLoad } from '../../../web/ui/index.ts';
import { deliverableHref, deliverables, type Preview, previewHref, readerFrom, readersOf } from './client.ts';
import { DocumentPreview } from './document-preview.tsx';
import { EditionLinks } from './edition-links.tsx';
import { messages } from './messages.ja.ts';

const text = messages.preview;

/** Any document of the product before it is made, for one of its readers. */
export function Component() {
  const engagementId = useEngagementId();
  const { type = '' } = useParams();
  const [parameters] = useSearchParams();
  const subject = parameters.get('subject');
  const { edition, departmentId } = readerFrom(parameters);
  const reader = { edition, departmentId };
  const preview = useLoad(
    () => deliverables.preview({ engagementId, type, subject, edition, departmentId }),
    [engagementId, type, subject, edition, departmentId],
  );
  const title = preview.state === 'ready' ? preview.data.title : messages.detail.preview;
  const back = deliverableHref(engagementId, { type, subject, ...reader });
  return (
    <Page
      title={text.title(title)}
      lead={text.lead}
      breadcrumbs={[
        { label: messages.register.title, href: `/engagements/${engagementId}/deliverables` },
        { label: text.crumb, href: back },
      ]}
      actions={<LinkButton href={back}>{text.back}</LinkButton>}
    >
      <Loaded from={preview}>
        {(data) => (
          <>
            {data.editions.length + data.departments.length > 1 && (
              <EditionLinks
                name={text.edition}
                readers={readersOfPreview(data)}
                current={reader}
                hrefOf={(other) => previewHref(engagementId, { type, subject, ...other })}
              />
            )}
            <DocumentPreview {...{ engagementId, type, subject, reader }} preview={data} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

const readersOfPreview = ({ editions, departments }: Preview) =>
  readersOf({
    editions: [
      ...editions.filter((one) => one !== 'detailed').map((one) => ({ edition: one, department: null, versions: [] })),
      ...departments.map((department) => ({ edition: 'department' as const, department, versions: [] })),
    ],
  });
