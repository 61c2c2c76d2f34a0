import { useState } from 'react';
import { useParams } from 'react-router';
import { useCan, useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { audit, auditHref, type ItemCatalogue } from './audit-client.ts';
import { CatalogueItems } from './catalogue-items.tsx';
import { messages as text } from './messages-catalogues.ja.ts';
import { ProposeItems } from './propose-items.tsx';

/** One catalogue of audit items: searchable, and for the audit team the place where items for an audit are chosen. */
export function Component() {
  const engagementId = useEngagementId();
  const { code = '' } = useParams();
  const load = ui.useLoad(() => audit.getItemCatalogue({ engagementId, code }), [engagementId, code]);
  const breadcrumbs = [{ label: text.title, href: `${auditHref(engagementId)}/catalogues` }];
  if (load.state !== 'ready') {
    return (
      <ui.Page title={text.title} breadcrumbs={breadcrumbs}>
        <ui.Loaded from={load}>{() => null}</ui.Loaded>
      </ui.Page>
    );
  }
  return (
    <ui.Page title={load.data.title} breadcrumbs={breadcrumbs} lead={load.data.introduction}>
      <Catalogue key={code} engagementId={engagementId} catalogue={load.data} />
    </ui.Page>
  );
}

function Catalogue({ engagementId, catalogue }: { engagementId: string; catalogue: ItemCatalogue }) {
  const work = useCan()('audit.work');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const choose = (id: string, on: boolean): void => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  return (
    <>
      <ui.Section title={text.editionTitle}>
        <p>
          {catalogue.edition}。{catalogue.note}
        </p>
        <p>{text.redo}</p>
        {catalogue.unverified.length > 0 && (
          <ui.Notice tone="warning" title={text.unverifiedTitle}>
            <p>{text.unverified}</p>
            <ul className="list-disc ps-6">
              {catalogue.unverified.map((matter) => (
                <li key={matter}>{matter}</li>
              ))}
            </ul>
          </ui.Notice>
        )}
      </ui.Section>
      <CatalogueItems chapters={catalogue.chapters} chosen={work ? chosen : null} choose={choose} />
      {work && (
        <ProposeItems
          engagementId={engagementId}
          catalogue={catalogue.code}
          chosen={[...chosen]}
          clear={() => setChosen(new Set())}
        />
      )}
    </>
  );
}
