import { ListExchange } from '../../../web/list-exchange.tsx';
import * as ui from '../../../web/ui/index.ts';
import { messages } from './messages.ja.ts';
import { type Firm, people } from './people-client.ts';

const text = messages.firms;
const KINDS = ['contractor', 'vendor'] as const;

const COLUMNS: readonly ui.Column<Firm>[] = [
  { key: 'name', header: text.name, rowHeader: true, cell: (firm) => firm.name, sortBy: (firm) => firm.name },
  { key: 'kind', header: text.kind, cell: (firm) => text.kinds[firm.kind], sortBy: (firm) => firm.kind },
];

export function Component() {
  const firms = ui.useLoad(() => people.listFirms({}), []);
  return (
    <ui.Page
      title={text.title}
      lead={text.lead}
      actions={<ListExchange list="people.firms" edit="people.manage" engagementId={null} onDone={firms.reload} />}
    >
      <ui.Loaded from={firms}>
        {(data) => (
          <ui.Table
            caption={text.caption}
            columns={COLUMNS}
            rows={data.firms}
            rowKey={(firm) => firm.id}
            empty={<ui.EmptyState title={text.empty}>{text.emptyHelp}</ui.EmptyState>}
          />
        )}
      </ui.Loaded>
      <ui.Section title={text.add}>
        <ui.Form
          reset
          submitLabel={text.submit}
          submit={(form) => people.saveFirm({ kind: form.one('kind', KINDS), name: form.text('name') }, form.options)}
          onDone={firms.reload}
        >
          <ui.TextField name="name" label={text.name} required maxLength={200} width="medium" />
          <ui.RadioGroup
            name="kind"
            label={text.kind}
            required
            options={KINDS.map((value) => ({ value, label: text.kinds[value] }))}
          />
        </ui.Form>
      </ui.Section>
    </ui.Page>
  );
}
