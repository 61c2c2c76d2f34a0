import { useSearchParams } from 'react-router';
import { useSession } from '../../../web/session.ts';
import {
  type Column,
  EmptyState,
  InstantText,
  LinkButton,
  Loaded,
  Page,
  Select,
  Table,
  useLoad,
} from '../../../web/ui/index.ts';
import { factLabel } from '../fact-labels.ja.ts';
import { engagement, type JournalLine } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.journal;
/** The server answers with at most this many entries. */
const PAGE_SIZE = 100;

/** The journal, newest first, a page at a time. */
export function Component() {
  const { engagements } = useSession();
  const [parameters, setParameters] = useSearchParams();
  const before = Number(parameters.get('before') ?? '') || undefined;
  const chosen = parameters.get('engagement') ?? '';
  const journal = useLoad(
    () =>
      engagement.listJournal({
        ...(chosen === '' ? {} : { engagementId: chosen }),
        ...(before === undefined ? {} : { before }),
      }),
    [chosen, before],
  );
  const link = (seq: number | undefined): string => {
    const next = new URLSearchParams(chosen === '' ? {} : { engagement: chosen });
    if (seq !== undefined) next.set('before', String(seq));
    return `/journal?${next.toString()}`;
  };
  return (
    <Page title={text.title} lead={text.lead}>
      <Select
        name="engagement"
        label={text.engagement}
        value={chosen}
        prompt={text.allEngagements}
        onChange={(event) => setParameters(event.target.value === '' ? {} : { engagement: event.target.value })}
        options={engagements.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <Loaded from={journal}>
        {({ entries }) => (
          <>
            <Table
              caption={text.caption}
              rows={entries}
              rowKey={({ seq }) => String(seq)}
              columns={COLUMNS}
              empty={<EmptyState title={text.empty} />}
            />
            <div className="flex flex-wrap gap-3" data-print="never">
              {before !== undefined && <LinkButton href={link(undefined)}>{text.newest}</LinkButton>}
              {entries.length === PAGE_SIZE && <LinkButton href={link(entries.at(-1)?.seq)}>{text.older}</LinkButton>}
            </div>
          </>
        )}
      </Loaded>
      <p>{text.verify}</p>
    </Page>
  );
}

const short = (value: string): string => (value.length > 12 ? `${value.slice(0, 12)}…` : value);

const COLUMNS: readonly Column<JournalLine>[] = [
  { key: 'seq', header: text.columns.seq, align: 'end', nowrap: true, cell: ({ seq }) => seq },
  { key: 'at', header: text.columns.at, nowrap: true, cell: ({ at }) => <InstantText at={at} /> },
  { key: 'kind', header: text.columns.kind, rowHeader: true, cell: ({ kind }) => factLabel(kind) },
  { key: 'party', header: text.columns.party, nowrap: true, cell: ({ party }) => text.parties[party] ?? party },
  {
    key: 'subject',
    header: text.columns.subject,
    cell: ({ subject }) => <span title={subject}>{shortSubject(subject)}</span>,
  },
  {
    key: 'account',
    header: text.columns.account,
    cell: ({ accountId }) => <code title={accountId}>{accountId.slice(-8)}</code>,
  },
  { key: 'hash', header: text.columns.hash, nowrap: true, cell: ({ hash }) => <code title={hash}>{short(hash)}</code> },
];

/** Numbers of records end in what tells them apart; clauses and keys are shown whole. */
function shortSubject(subject: string): string {
  return subject.replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => `…${id.slice(-8)}`);
}
