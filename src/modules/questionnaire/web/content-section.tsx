import { useNavigate } from 'react-router';
import * as ui from '../../../web/ui/index.ts';
import { type Content, questionnaires } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.contents;

/** The forms that come with the product, each a button away from a draft. */
export function ContentSection() {
  const navigate = useNavigate();
  const load = ui.useLoad(() => questionnaires.listContent({}), []);
  const make = ui.useCommand((options, content: string) => questionnaires.importFromContent({ content }, options), {
    done: text.done,
    onDone: ({ id }) => void navigate(`/questionnaires/${id}/edit`),
  });
  return (
    <ui.Section title={text.title}>
      <p>{text.lead}</p>
      <p>{text.next}</p>
      {make.problem !== undefined && <ui.Problem problem={make.problem} />}
      <ui.Loaded from={load}>
        {({ contents }) => (
          <ui.Table
            caption={text.title}
            hideCaption
            rows={contents}
            rowKey={({ content }) => content}
            columns={[...COLUMNS, actionColumn(make.busy, (content) => void make.run(content))]}
          />
        )}
      </ui.Loaded>
    </ui.Section>
  );
}

const COLUMNS: readonly ui.Column<Content>[] = [
  { key: 'title', header: text.name, rowHeader: true, cell: ({ title }) => title },
  { key: 'type', header: messages.list.type, nowrap: true, cell: ({ type }) => messages.types[type] },
  {
    key: 'items',
    header: messages.list.items,
    nowrap: true,
    align: 'end',
    cell: ({ items }) => messages.list.itemsText(items),
  },
];

const actionColumn = (busy: boolean, make: (content: string) => void): ui.Column<Content> => ({
  key: 'action',
  header: messages.list.action,
  nowrap: true,
  cell: ({ content, title }) => (
    <ui.Button size="small" busy={busy} aria-label={text.useLabel(title)} onClick={() => make(content)}>
      {text.use}
    </ui.Button>
  ),
});
