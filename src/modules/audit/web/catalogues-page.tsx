import { useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { audit, auditHref, type ItemCatalogues } from './audit-client.ts';
import { messages as text } from './messages-catalogues.ja.ts';

type Row = ItemCatalogues[number];

/** The catalogues of audit items that come with the product. */
export function Component() {
  const engagementId = useEngagementId();
  const load = ui.useLoad(() => audit.listItemCatalogues({ engagementId }), [engagementId]);
  return (
    <ui.Page title={text.title} lead={text.lead}>
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
    </ui.Page>
  );
}

function columnsFor(engagementId: string): readonly ui.Column<Row>[] {
  return [
    {
      key: 'title',
      header: text.name,
      rowHeader: true,
      cell: ({ code, title, introduction }) => (
        <span className="grid gap-1">
          <ui.TextLink href={`${auditHref(engagementId)}/catalogues/${code}`}>{title}</ui.TextLink>
          <span className="font-400">{introduction}</span>
        </span>
      ),
    },
    { key: 'edition', header: text.edition, cell: ({ edition }) => edition },
    { key: 'items', header: text.items, align: 'end', nowrap: true, cell: ({ items }) => items },
    {
      key: 'chapters',
      header: text.chapters,
      cell: ({ chapters }) => (
        <ul>
          {chapters.map(({ number, title, items }) => (
            <li key={number}>{text.chapterCount(number, title, items)}</li>
          ))}
        </ul>
      ),
    },
  ];
}
