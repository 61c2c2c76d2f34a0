import { useParams, useSearchParams } from 'react-router';
import { useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { CatalogueContents } from './catalogue-contents.tsx';
import { RelatedSection } from './related-section.tsx';
import { messages } from './messages.ja.ts';
import { type Catalogue, standards, type StandardsList } from './standards-client.ts';

const text = messages.catalogue;

/** The catalogue of one standard: every requirement, searchable, in the edition that counts or another one. */
export function Component() {
  const engagementId = useEngagementId();
  const { code = '' } = useParams();
  const [query] = useSearchParams();
  const edition = query.get('edition');
  const load = ui.useLoad(async () => {
    const [catalogue, list] = await Promise.all([
      standards.getCatalogue({ engagementId, code, ...(edition === null ? {} : { edition }) }),
      standards.listStandards({ engagementId }),
    ]);
    return { catalogue, list };
  }, [engagementId, code, edition]);
  const home = `/engagements/${engagementId}/standards`;
  const breadcrumbs = [{ label: messages.title, href: home }];
  if (load.state !== 'ready') {
    return (
      <ui.Page title={messages.title} breadcrumbs={breadcrumbs}>
        <ui.Loaded from={load}>{() => null}</ui.Loaded>
      </ui.Page>
    );
  }
  const { catalogue, list } = load.data;
  return (
    <ui.Page title={catalogue.name} breadcrumbs={breadcrumbs} lead={catalogue.description}>
      <Notices catalogue={catalogue} list={list} />
      <About catalogue={catalogue} home={home} />
      {catalogue.current && <RelatedSection key={code} engagementId={engagementId} catalogue={catalogue} />}
      <CatalogueContents key={catalogue.editionId} groups={catalogue.groups} />
    </ui.Page>
  );
}

function Notices({ catalogue, list }: { catalogue: Catalogue; list: StandardsList }) {
  const used = list.standards.find(({ code }) => code === catalogue.code);
  const lead = catalogue.editionId === null ? text.lead : text.leadImported;
  const inUse = catalogue.editions.find(({ current }) => current);
  return (
    <>
      <p>{lead(catalogue.issuer, catalogue.edition)}</p>
      {catalogue.fictional && (
        <ui.Notice tone="warning" title={text.fictionalTitle}>
          <p>{text.fictional}</p>
        </ui.Notice>
      )}
      {!catalogue.current && (
        <ui.Notice tone="warning" title={text.otherTitle}>
          <p>{text.other(inUse?.label ?? '')}</p>
        </ui.Notice>
      )}
      {!catalogue.fictional && catalogue.current && used !== undefined && used.edition !== catalogue.edition && (
        <ui.Notice tone="warning" title={text.otherEditionTitle}>
          <p>{text.otherEdition(catalogue.edition, used.edition)}</p>
        </ui.Notice>
      )}
    </>
  );
}

function About({ catalogue, home }: { catalogue: Catalogue; home: string }) {
  const { licence, source, editions, editionId, code } = catalogue;
  const shown = editions.find(({ id }) => id === editionId);
  const items = [
    ...(licence === '' ? [] : [{ term: text.licence, value: licence }]),
    ...(source === '' ? [] : [{ term: text.source, value: source }]),
    ...(shown?.publishedOn === null || shown === undefined
      ? []
      : [{ term: text.publishedOn, value: <ui.DayText day={shown.publishedOn} /> }]),
  ];
  return (
    <>
      {items.length > 0 && <ui.DataList items={items} />}
      {editions.length > 1 && (
        <ui.Tabs
          name={text.versions}
          items={editions.map(({ id, label }) => ({
            label,
            href: `${home}/${code}?edition=${id ?? 'bundled'}`,
          }))}
        />
      )}
    </>
  );
}
