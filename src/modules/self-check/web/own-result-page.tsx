import { useParams } from 'react-router';
import { DataList, EmptyState, Loaded, Page, Section, Table, useLoad } from '../../../web/ui/index.ts';
import { campaignText } from './campaign-messages.ja.ts';
import { type OwnResult, selfCheck } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.ownResult;

/** A department's own result: where it stands, and what would help. */
export function Component() {
  const { campaignId = '', respondentId = '' } = useParams();
  const load = useLoad(() => selfCheck.getOwnResult({ campaignId, respondentId }), [campaignId, respondentId]);
  const title = load.state === 'ready' ? text.title(load.data.campaign.title) : messages.own.result;
  return (
    <Page title={title} breadcrumbs={[{ label: messages.own.title, href: '/sheets' }]}>
      <Loaded from={load}>
        {(data) => (data.points === null ? <EmptyState title={text.notYet} /> : <Result data={data} />)}
      </Loaded>
    </Page>
  );
}

function average({ averagePoints, campaign, smallestGroup }: OwnResult): string {
  if (averagePoints !== null) return messages.results.points(averagePoints);
  return campaign.state === 'closed' ? campaignText.small.own(smallestGroup) : text.averageLater;
}

function Result({ data }: { data: OwnResult }) {
  const weak = data.items.filter(({ own }) => own !== null && own < 100);
  const { rate } = messages.results;
  return (
    <>
      <DataList
        items={[
          { term: messages.sheet.department, value: data.departmentName },
          { term: text.points, value: messages.results.points(data.points) },
          {
            term: text.average,
            value: average(data),
          },
        ]}
      />
      <Section title={text.weak}>
        {weak.length === 0 && <p>{text.noWeak}</p>}
        {weak.map((item) => (
          <Section key={item.id} level={3} title={`${messages.sheet.question(item.number)}　${item.question}`}>
            <DataList
              items={[
                { term: text.good, value: item.good },
                { term: text.howToCheck, value: item.howToCheck },
              ]}
            />
          </Section>
        ))}
      </Section>
      <Section title={text.items}>
        <Table
          caption={text.items}
          hideCaption
          rows={data.items}
          rowKey={({ id }) => id}
          columns={[
            { key: 'number', header: text.columns.number, align: 'end', cell: ({ number }) => number },
            { key: 'question', header: text.columns.question, rowHeader: true, cell: ({ question }) => question },
            {
              key: 'own',
              header: text.columns.own,
              align: 'end',
              cell: ({ own }) => rate(own),
              sortBy: ({ own }) => own,
            },
            {
              key: 'all',
              header: text.columns.all,
              align: 'end',
              cell: ({ all }) => rate(all),
              sortBy: ({ all }) => all,
            },
            { key: 'before', header: text.columns.before, align: 'end', cell: ({ before }) => rate(before) },
          ]}
        />
      </Section>
    </>
  );
}
