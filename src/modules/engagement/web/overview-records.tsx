import { type Column, InstantText, LinkButton, Loaded, Section, Table, useLoad } from '../../../web/ui/index.ts';
import { factLabel } from '../fact-labels.ja.ts';
import { engagement, type JournalLine } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.overview;
const SHOWN = 10;

/** The last records of this contract. */
export function RecentRecords({ engagementId }: { engagementId: string }) {
  const journal = useLoad(() => engagement.listJournal({ engagementId }), [engagementId]);
  return (
    <Section
      title={text.journal}
      actions={
        <LinkButton size="small" href={`/journal?engagement=${engagementId}`}>
          {text.openJournal}
        </LinkButton>
      }
    >
      <Loaded from={journal}>
        {({ entries }) => (
          <Table
            caption={text.journal}
            hideCaption
            rows={entries.slice(0, SHOWN)}
            rowKey={({ seq }) => String(seq)}
            columns={COLUMNS}
            empty={<p>{text.noJournal}</p>}
          />
        )}
      </Loaded>
    </Section>
  );
}

const COLUMNS: readonly Column<JournalLine>[] = [
  { key: 'at', header: messages.journal.columns.at, nowrap: true, cell: ({ at }) => <InstantText at={at} /> },
  { key: 'kind', header: messages.journal.columns.kind, rowHeader: true, cell: ({ kind }) => factLabel(kind) },
  {
    key: 'party',
    header: messages.journal.columns.party,
    cell: ({ party }) => messages.journal.parties[party] ?? party,
  },
];
