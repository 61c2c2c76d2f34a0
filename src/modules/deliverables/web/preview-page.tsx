import { useParams, useSearchParams } from 'react-router';
import { useEngagementId } from '../../../web/session.ts';
import { LinkButton, Loaded, Page, useLoad } from '../../../web/ui/index.ts';
import { deliverableHref, deliverables, editionFrom, previewHref } from './client.ts';
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
  const edition = editionFrom(parameters.get('edition'));
  const preview = useLoad(
    () => deliverables.preview({ engagementId, type, subject, edition }),
    [engagementId, type, subject, edition],
  );
  const title = preview.state === 'ready' ? preview.data.title : messages.detail.preview;
  const back = deliverableHref(engagementId, { type, subject, edition });
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
            {data.editions.length > 1 && (
              <EditionLinks
                name={text.edition}
                editions={data.editions}
                current={edition}
                hrefOf={(other) => previewHref(engagementId, { type, subject, edition: other })}
              />
            )}
            <DocumentPreview {...{ engagementId, type, subject, edition }} preview={data} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
