import { useParams } from 'react-router';
import {
  Chart,
  type Column,
  DataList,
  EmptyState,
  Loaded,
  Notice,
  Section,
  Table,
  useLoad,
} from '../../../web/ui/index.ts';
import { analysis, type GroupReply, type ItemRow, type OverviewReply } from './client.ts';
import { Frame } from './frame.tsx';
import { messages } from './messages.ja.ts';

const text = messages.overview;
const { columns } = text;

/** What all answers of a campaign say together. */
export function Component() {
  const { campaignId = '' } = useParams();
  const load = useLoad(() => analysis.getOverview({ campaignId }), [campaignId]);
  const title = load.state === 'ready' ? load.data.campaign.title : undefined;
  return (
    <Frame
      title={title}
      view={messages.tabs.overview}
      anonymous={load.state === 'ready' && load.data.campaign.anonymous}
    >
      <Loaded from={load}>{(overview) => <Body overview={overview} />}</Loaded>
    </Frame>
  );
}

function Body({ overview }: { overview: OverviewReply }) {
  const { campaign, hidden, points, recorded, criteria, items, weak, sections, chapters, measures, groups } = overview;
  const smallest = criteria.criteria.smallestGroup;
  return (
    <>
      <Section title={text.summary}>
        {campaign.state === 'open' && <Notice tone="info" title={text.open} />}
        {campaign.anonymous && <Notice tone="info" title={text.anonymous} />}
        <DataList
          items={[
            { term: text.terms.answered, value: messages.list.ratio(campaign.answered, campaign.asked) },
            { term: text.terms.average, value: messages.points(points) },
            {
              term: text.terms.recorded,
              value: recorded === null ? messages.list.notRecorded : messages.list.recorded(recorded.number),
            },
          ]}
        />
      </Section>
      {hidden ? (
        <Notice tone="warning" title={text.hiddenTitle}>
          <p>{text.hidden(smallest)}</p>
        </Notice>
      ) : (
        <>
          <Section title={text.weak}>
            <Table
              caption={text.weak}
              hideCaption
              rows={weak.flatMap((id) => items.find((item) => item.id === id) ?? [])}
              rowKey={({ id }) => id}
              empty={<EmptyState title={text.noWeak} />}
              columns={WEAK}
            />
          </Section>
          <Rates title={text.sections} rows={sections.map(({ title, rate }) => ({ name: title, items: null, rate }))} />
          <Rates title={text.chapters} rows={chapters.map(({ label, ...row }) => ({ name: label, ...row }))} />
          {measures.length > 0 && (
            <Rates title={text.measures} rows={measures.map(({ label, ...row }) => ({ name: label, ...row }))} />
          )}
          {groups.map((group) => (
            <Group key={group.id} group={group} smallest={smallest} />
          ))}
          <Charts campaignId={campaign.id} />
          <Section title={text.items}>
            <Table caption={text.items} hideCaption rows={items} rowKey={({ id }) => id} columns={ITEMS} />
          </Section>
        </>
      )}
    </>
  );
}

interface RateRow {
  readonly name: string;
  readonly items: number | null;
  readonly rate: number | null;
}

function Rates({ title, rows }: { title: string; rows: readonly RateRow[] }) {
  const counted = rows.some(({ items }) => items !== null);
  const COUNT: Column<RateRow>[] = [
    { key: 'items', header: columns.items, align: 'end', cell: ({ items }) => items ?? '' },
  ];
  return (
    <Section title={title}>
      <Table
        caption={title}
        hideCaption
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          { key: 'name', header: columns.name, rowHeader: true, cell: ({ name }) => name },
          ...(counted ? COUNT : []),
          {
            key: 'rate',
            header: columns.rate,
            align: 'end',
            cell: ({ rate }) => messages.rate(rate),
            sortBy: ({ rate }) => rate,
          },
        ]}
      />
    </Section>
  );
}

function Group({ group, smallest }: { group: GroupReply; smallest: number }) {
  const title = text.groups(group.title);
  return (
    <Section title={title}>
      {group.hidden > 0 && <p>{text.keptBack(group.hidden, smallest)}</p>}
      <Table
        caption={title}
        hideCaption
        rows={group.rows}
        rowKey={({ name }) => name}
        columns={[
          { key: 'name', header: group.title, rowHeader: true, cell: ({ name }) => name },
          {
            key: 'answered',
            header: columns.answered,
            align: 'end',
            cell: ({ respondents }) => respondents ?? text.hiddenCell,
          },
          {
            key: 'points',
            header: columns.points,
            align: 'end',
            cell: ({ respondents, points }) => (respondents === null ? text.hiddenCell : messages.points(points)),
            sortBy: ({ points }) => points,
          },
        ]}
      />
    </Section>
  );
}

/** Drawn by a request of their own, so that the figures are there at once. */
function Charts({ campaignId }: { campaignId: string }) {
  const load = useLoad(() => analysis.drawOverview({ campaignId }), [campaignId]);
  return (
    <Section title={text.charts}>
      <Loaded from={load}>
        {({ charts }) => (
          <>
            {charts.map((chart) => (
              <Chart key={chart.title} {...chart} />
            ))}
          </>
        )}
      </Loaded>
    </Section>
  );
}

const RATE: Column<ItemRow> = {
  key: 'rate',
  header: columns.rate,
  align: 'end',
  cell: ({ rate }) => messages.rate(rate),
  sortBy: ({ rate }) => rate,
};

const WEAK: readonly Column<ItemRow>[] = [
  {
    key: 'question',
    header: columns.question,
    rowHeader: true,
    cell: ({ number, question }) => `${number}　${question}`,
  },
  { key: 'citations', header: columns.citations, cell: ({ citations }) => citations.join('、') },
  RATE,
];

const ITEMS: readonly Column<ItemRow>[] = [
  { key: 'number', header: columns.number, align: 'end', cell: ({ number }) => number, sortBy: ({ number }) => number },
  { key: 'question', header: columns.question, rowHeader: true, cell: ({ question }) => question },
  {
    key: 'counts',
    header: columns.counts,
    cell: ({ counts, hidden }) =>
      hidden ? text.few : counts.map(({ label, count }) => text.count(label, count)).join('、'),
  },
  RATE,
];
