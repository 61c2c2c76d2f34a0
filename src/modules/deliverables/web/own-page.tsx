import { useEngagementId } from '../../../web/session.ts';
import {
  type Column,
  EmptyState,
  InstantText,
  Loaded,
  Page,
  Section,
  sizeText,
  Table,
  TextLink,
  useLoad,
} from '../../../web/ui/index.ts';
import { deliverables, type OwnVersion } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.own;

/** What a department reads: editions of its own that the city has accepted. */
export function Component() {
  const engagementId = useEngagementId();
  const own = useLoad(() => deliverables.listOwn({ engagementId }), [engagementId]);
  return (
    <Page title={text.title} lead={text.lead}>
      <Loaded from={own}>
        {({ versions }) => (
          <Section title={text.list}>
            <Table
              caption={text.list}
              hideCaption
              rows={versions}
              rowKey={({ id }) => id}
              columns={columnsFor(engagementId)}
              empty={
                <EmptyState title={text.empty}>
                  <p>{text.emptyHelp}</p>
                </EmptyState>
              }
            />
          </Section>
        )}
      </Loaded>
    </Page>
  );
}

function columnsFor(engagementId: string): readonly Column<OwnVersion>[] {
  return [
    { key: 'title', header: text.columns.title, rowHeader: true, cell: ({ title }) => title },
    {
      key: 'version',
      header: text.columns.version,
      nowrap: true,
      cell: ({ version }) => messages.register.version(version),
    },
    {
      key: 'files',
      header: text.columns.files,
      cell: ({ id, files }) => (
        <ul className="grid gap-2">
          {files.map(({ fileId, name, size }) => (
            <li key={fileId}>
              <TextLink href={deliverables.href('downloadOwn', { engagementId, versionId: id, fileId })}>
                {name}
              </TextLink>
              （{sizeText(size)}）
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: 'decided',
      header: text.columns.decided,
      nowrap: true,
      cell: ({ decidedAt }) => <InstantText at={decidedAt} />,
    },
  ];
}
