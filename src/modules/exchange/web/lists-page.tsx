/** All lists that the person may see, each with its way out and in. */
import { useParams } from 'react-router';
import { exchange, ListExchange, type ListEntry } from '../../../web/list-exchange.tsx';
import { listMessages } from '../../../web/list-messages.ja.ts';
import * as ui from '../../../web/ui/index.ts';

const text = listMessages.page;

export function Component() {
  const { engagementId = null } = useParams();
  const load = ui.useLoad(() => exchange.listLists({ engagementId }), [engagementId]);
  return (
    <ui.Page title={text.title} lead={engagementId === null ? text.leadMunicipality : text.lead}>
      <ui.Loaded from={load}>
        {({ lists }) => (
          <ui.Table
            caption={text.caption}
            rows={lists}
            rowKey={({ list }) => list}
            columns={columns(engagementId)}
            empty={<ui.EmptyState title={text.empty}>{text.emptyHelp}</ui.EmptyState>}
          />
        )}
      </ui.Loaded>
    </ui.Page>
  );
}

const columns = (engagementId: string | null): readonly ui.Column<ListEntry>[] => [
  { key: 'title', header: text.list, rowHeader: true, cell: ({ title }) => title, sortBy: ({ title }) => title },
  {
    key: 'mode',
    header: text.mode,
    cell: ({ editable, because }) => (editable ? text.editable : (because ?? text.readable)),
  },
  {
    key: 'action',
    header: text.action,
    cell: ({ list, title }) => <ListExchange list={list} engagementId={engagementId} name={title} />,
  },
];
