import { useParams } from 'react-router';
import { type Column, EmptyState, Loaded, Section, Table, useLoad } from '../../../web/ui/index.ts';
import { analysis, type YearsReply } from './client.ts';
import { Frame } from './frame.tsx';
import { messages } from './messages.ja.ts';

const text = messages.years;
const { columns } = text;
type Item = YearsReply['items'][number];

/** The campaign beside those before it, item by item where the meaning is the same. */
export function Component() {
  const { campaignId = '' } = useParams();
  const load = useLoad(() => analysis.compareYears({ campaignId }), [campaignId]);
  const title = load.state === 'ready' ? load.data.campaign.title : undefined;
  return (
    <Frame title={title} view={messages.tabs.years}>
      <Loaded from={load}>
        {(data) =>
          data.years.length < 2 ? (
            <EmptyState title={text.none}>
              <p>{text.noneHelp}</p>
            </EmptyState>
          ) : (
            <Body data={data} />
          )
        }
      </Loaded>
    </Frame>
  );
}

function Body({ data: { years, items, incomparable, dropped } }: { data: YearsReply }) {
  return (
    <>
      <p>{text.lead}</p>
      <Section title={text.points}>
        <Table
          caption={text.points}
          hideCaption
          rows={years}
          rowKey={({ title, fiscalYear }) => `${fiscalYear}${title}`}
          columns={[
            { key: 'year', header: columns.year, rowHeader: true, cell: ({ fiscalYear }) => text.year(fiscalYear) },
            { key: 'title', header: columns.title, cell: ({ title }) => title },
            { key: 'answered', header: columns.answered, align: 'end', cell: ({ answered }) => answered },
            { key: 'average', header: columns.average, align: 'end', cell: ({ points }) => messages.points(points) },
          ]}
        />
      </Section>
      <Section title={text.items}>
        <Table caption={text.items} hideCaption rows={items} rowKey={({ id }) => id} columns={ITEMS} />
      </Section>
      {incomparable.length > 0 && (
        <Section title={text.incomparable}>
          <Table
            caption={text.incomparable}
            hideCaption
            rows={incomparable}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'question',
                header: messages.overview.columns.question,
                rowHeader: true,
                cell: ({ question }) => question,
              },
              { key: 'why', header: columns.why, cell: ({ why }) => why },
            ]}
          />
        </Section>
      )}
      {dropped.length > 0 && (
        <Section title={text.dropped}>
          <ul className="list-disc ps-6">
            {dropped.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

const ITEMS: readonly Column<Item>[] = [
  {
    key: 'question',
    header: messages.overview.columns.question,
    rowHeader: true,
    cell: ({ number, question }) => `${number}　${question}`,
    sortBy: ({ number }) => number,
  },
  { key: 'before', header: columns.before, align: 'end', cell: ({ rates }) => messages.rate(rates.at(-2) ?? null) },
  { key: 'now', header: columns.now, align: 'end', cell: ({ rates }) => messages.rate(rates.at(-1) ?? null) },
  {
    key: 'change',
    header: columns.change,
    align: 'end',
    cell: ({ change }) => text.signed(change),
    sortBy: ({ change }) => change,
  },
  { key: 'better', header: columns.better, align: 'end', cell: ({ better }) => better },
  { key: 'worse', header: columns.worse, align: 'end', cell: ({ worse }) => worse, sortBy: ({ worse }) => worse },
];
