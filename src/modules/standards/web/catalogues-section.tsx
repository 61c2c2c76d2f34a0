import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { messages } from './messages.ja.ts';
import { type CatalogueHead, standards } from './standards-client.ts';

const text = messages.catalogues;

/** Every standard whose requirements can be read here, with its editions. */
export function CataloguesSection({ engagementId }: { readonly engagementId: string }) {
  const can = useCan();
  const load = ui.useLoad(() => standards.listCatalogues({ engagementId }), [engagementId]);
  return (
    <ui.Section title={text.title}>
      <p>{text.lead}</p>
      <ui.Loaded from={load}>
        {({ catalogues }) => (
          <ui.Table
            caption={text.title}
            hideCaption
            rows={catalogues}
            rowKey={({ code }) => code}
            columns={columnsFor(engagementId)}
          />
        )}
      </ui.Loaded>
      {can('standards.manage') && (
        <p>
          <ui.LinkButton href={`/engagements/${engagementId}/catalogue-import`}>{text.import}</ui.LinkButton>
        </p>
      )}
    </ui.Section>
  );
}

const columnsFor = (engagementId: string): readonly ui.Column<CatalogueHead>[] => [
  {
    key: 'name',
    header: text.name,
    rowHeader: true,
    cell: ({ code, name }) => <ui.TextLink href={`/engagements/${engagementId}/standards/${code}`}>{name}</ui.TextLink>,
  },
  { key: 'origin', header: text.origin, cell: ({ imported }) => (imported ? text.imported : text.bundled) },
  {
    key: 'editions',
    header: text.editions,
    cell: ({ code, editions }) => (
      <ul className="grid gap-1">
        {editions.map((edition) => (
          <li key={edition.id ?? 'bundled'}>
            <ui.TextLink
              href={`/engagements/${engagementId}/standards/${code}${edition.current ? '' : `?edition=${edition.id ?? 'bundled'}`}`}
            >
              {edition.label}
            </ui.TextLink>
            {`　${text.controls(edition.controls)}　`}
            <ui.StatusBadge tone={edition.current ? 'success' : 'neutral'}>
              {edition.current ? text.current : text.loaded}
            </ui.StatusBadge>
          </li>
        ))}
      </ul>
    ),
  },
];
