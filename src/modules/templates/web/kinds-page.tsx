import { useEngagementId } from '../../../web/session.ts';
import { type Column, Disclosure, Loaded, Page, StatusBadge, Table, TextLink, useLoad } from '../../../web/ui/index.ts';
import { type Kind, type Template, templates } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.kinds;

interface Line {
  readonly kind: Kind;
  readonly own: readonly Template[];
}

/** Every kind of document with the forms that are in use for it. */
export function Component() {
  const engagementId = useEngagementId();
  const listed = useLoad(() => templates.listTemplates({ engagementId }), [engagementId]);
  return (
    <Page title={messages.title} lead={messages.lead}>
      <Loaded from={listed}>
        {({ kinds, templates: all }) => {
          const lines = kinds.map((kind): Line => ({ kind, own: all.filter((one) => one.kind === kind.kind) }));
          const near = ({ kind, own }: Line): boolean => kind.wanted || own.length > 0;
          const [first, others] = [lines.filter(near), lines.filter((line) => !near(line))];
          return (
            <>
              <Lines caption={text.wanted} rows={first} engagementId={engagementId} />
              {others.length > 0 && (
                <Disclosure summary={text.others(others.length)}>
                  <Lines caption={text.caption} rows={others} engagementId={engagementId} />
                </Disclosure>
              )}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Lines({ caption, rows, engagementId }: { caption: string; rows: readonly Line[]; engagementId: string }) {
  return <Table caption={caption} rows={rows} rowKey={({ kind }) => kind.kind} columns={columnsFor(engagementId)} />;
}

function columnsFor(engagementId: string): readonly Column<Line>[] {
  return [
    {
      key: 'title',
      header: text.columns.title,
      rowHeader: true,
      cell: ({ kind }) => (
        <TextLink href={`/engagements/${engagementId}/templates/${encodeURIComponent(kind.kind)}`}>
          {kind.title}
        </TextLink>
      ),
    },
    { key: 'active', header: text.columns.active, cell: ({ own }) => <InUse own={own} /> },
    {
      key: 'versions',
      header: text.columns.versions,
      align: 'end',
      nowrap: true,
      cell: ({ own }) => (own.length === 0 ? text.none : text.count(own.length)),
    },
  ];
}

function InUse({ own }: { own: readonly Template[] }) {
  const active = own.filter(({ state }) => state === 'active');
  if (active.length === 0) return <>{text.builtIn}</>;
  return (
    <span className="flex flex-wrap gap-2">
      {active.map(({ id, format, edition, version }) => (
        <StatusBadge key={id} tone="success">
          {text.version(messages.formatNames[format], version)}
          {edition !== 'detailed' && text.ofEdition(messages.editions[edition])}
        </StatusBadge>
      ))}
    </span>
  );
}
