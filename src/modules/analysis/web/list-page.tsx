import { useEngagementId } from '../../../web/session.ts';
import {
  type Column,
  EmptyState,
  LinkButton,
  Loaded,
  Page,
  Section,
  Table,
  TextLink,
  useLoad,
} from '../../../web/ui/index.ts';
import { analysis, type AnalysisRow } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.list;
const { columns } = text;

/** The campaigns whose answers can be looked into. */
export function Component() {
  const engagementId = useEngagementId();
  const load = useLoad(() => analysis.listAnalyses({ engagementId }), [engagementId]);
  return (
    <Page title={text.title} lead={text.lead}>
      <Loaded from={load}>
        {({ campaigns }) => (
          <Table
            caption={text.caption}
            hideCaption
            rows={campaigns}
            rowKey={({ id }) => id}
            empty={
              <EmptyState title={text.none}>
                <p>{text.noneHelp}</p>
              </EmptyState>
            }
            columns={COLUMNS}
          />
        )}
      </Loaded>
      <Section title={text.next}>
        <p>{text.nextHelp}</p>
        <div className="flex flex-wrap gap-4">
          <LinkButton href={`/engagements/${engagementId}/analysis/plan`}>{text.plan}</LinkButton>
          <LinkButton href={`/engagements/${engagementId}/self-check/ranking`}>{text.ranking}</LinkButton>
        </div>
      </Section>
    </Page>
  );
}

const COLUMNS: readonly Column<AnalysisRow>[] = [
  {
    key: 'title',
    header: columns.title,
    rowHeader: true,
    cell: ({ id, title, engagementId }) => (
      <TextLink href={`/engagements/${engagementId}/analysis/${id}`}>{title}</TextLink>
    ),
  },
  { key: 'state', header: columns.state, cell: ({ state }) => text.states[state] },
  {
    key: 'answered',
    header: columns.answered,
    align: 'end',
    cell: ({ answered, asked }) => text.ratio(answered, asked),
  },
  {
    key: 'recorded',
    header: columns.recorded,
    cell: ({ recorded }) => (recorded === null ? text.notRecorded : text.recorded(recorded.number)),
  },
];
