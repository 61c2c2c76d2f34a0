import { useParams } from 'react-router';
import { meaningOf } from '../../../core/content-schema/survey-type.ts';
import { useEngagementId } from '../../../web/session.ts';
import {
  Chart,
  type Column,
  DataList,
  type DownloadKind,
  DownloadLinks,
  EmptyState,
  Loaded,
  Notice,
  Page,
  Section,
  Table,
  useLoad,
} from '../../../web/ui/index.ts';
import { type AnalysisReply, type Contradictions, selfCheck } from './client.ts';
import { campaignText } from './campaign-messages.ja.ts';
import { tellsBureaus } from '../rules/bureaus.ts';
import { messages } from './messages.ja.ts';

const text = messages.results;
const { columns } = text;

/** What all answers of a survey say together. */
export function Component() {
  const { campaignId = '' } = useParams();
  const engagementId = useEngagementId();
  const load = useLoad(
    async () => ({
      result: await selfCheck.analyseCampaign({ campaignId }),
      contradictions: (await selfCheck.findContradictions({ engagementId })).contradictions,
    }),
    [campaignId, engagementId],
  );
  const name = load.state === 'ready' ? load.data.result.campaign.title : messages.campaigns.title;
  const crumbs = [
    { label: messages.campaigns.title, href: `/engagements/${engagementId}/self-check` },
    { label: name, href: `/engagements/${engagementId}/self-check/${campaignId}` },
  ];
  return (
    <Page title={text.title(name)} breadcrumbs={crumbs}>
      <Loaded from={load}>
        {({ result, contradictions }) => (
          <>
            <Suppressed result={result} />
            {meaningOf(result.campaign.type).results === 'points' ? (
              <SelfCheck result={result} />
            ) : (
              <Choices result={result} />
            )}
            {meaningOf(result.campaign.type).results === 'points' && result.suppression?.few !== true && (
              <Charts campaignId={campaignId} />
            )}
            {result.campaign.unit === 'department' && (
              <>
                {meaningOf(result.campaign.type).risk !== null && <Contradicting rows={contradictions} />}
                <Documents engagementId={engagementId} type={result.campaign.type} />
              </>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function SelfCheck({ result: { analysis, campaign, previous, suppression } }: { result: AnalysisReply }) {
  const before = new Map(previous?.changes.map((change) => [change.id, change.before]));
  const weak = analysis.items.filter(({ id }) => analysis.weak.includes(id));
  const summary = (
    <Section title={text.summary}>
      <DataList
        items={[
          { term: text.answered, value: messages.campaigns.ratio(campaign.answered, campaign.departments) },
          { term: text.average, value: text.points(analysis.points) },
        ]}
      />
    </Section>
  );
  // Tables of nothing would read like results.
  if (suppression?.few === true) return summary;
  return (
    <>
      {summary}
      <Section title={text.weak}>
        <Table
          caption={text.weak}
          hideCaption
          rows={analysis.weak.flatMap((id) => weak.find((item) => item.id === id) ?? [])}
          rowKey={({ id }) => id}
          empty={<EmptyState title={text.noWeak} />}
          columns={[
            {
              key: 'question',
              header: columns.question,
              rowHeader: true,
              cell: (item) => `${item.number}　${item.question}`,
            },
            { key: 'rate', header: columns.rate, align: 'end', cell: ({ rate }) => text.rate(rate) },
            { key: 'no', header: columns.no, align: 'end', cell: ({ no }) => no },
          ]}
        />
      </Section>
      <Section title={text.sections}>
        <Table
          caption={text.sections}
          hideCaption
          rows={analysis.sections}
          rowKey={({ title }) => title}
          columns={[
            { key: 'title', header: columns.section, rowHeader: true, cell: ({ title }) => title },
            {
              key: 'rate',
              header: columns.rate,
              align: 'end',
              cell: ({ rate }) => text.rate(rate),
              sortBy: ({ rate }) => rate,
            },
          ]}
        />
      </Section>
      {hasBureaus(analysis.bureaus) && <Bureaus rows={analysis.bureaus} />}
      <Section title={text.spread}>
        <Table
          caption={text.spread}
          hideCaption
          rows={analysis.spread}
          rowKey={({ label }) => label}
          columns={[
            { key: 'label', header: columns.points, rowHeader: true, cell: ({ label }) => label },
            { key: 'departments', header: columns.departments, align: 'end', cell: ({ departments }) => departments },
          ]}
        />
      </Section>
      <Section title={text.items}>
        <Table
          caption={text.items}
          hideCaption
          rows={analysis.items}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'number',
              header: columns.number,
              align: 'end',
              cell: ({ number }) => number,
              sortBy: ({ number }) => number,
            },
            { key: 'question', header: columns.question, rowHeader: true, cell: ({ question }) => question },
            { key: 'yes', header: columns.yes, align: 'end', cell: ({ yes }) => yes },
            { key: 'no', header: columns.no, align: 'end', cell: ({ no }) => no, sortBy: ({ no }) => no },
            {
              key: 'alternative',
              header: columns.alternative,
              align: 'end',
              cell: ({ withAlternative }) => withAlternative,
            },
            { key: 'na', header: columns.na, align: 'end', cell: ({ notApplicable }) => notApplicable },
            {
              key: 'rate',
              header: columns.rate,
              align: 'end',
              cell: ({ rate }) => text.rate(rate),
              sortBy: ({ rate }) => rate,
            },
            {
              key: 'before',
              header: columns.before,
              align: 'end',
              cell: ({ id }) => text.rate(before.get(id) ?? null),
            },
          ]}
        />
      </Section>
    </>
  );
}

const hasBureaus = (rows: AnalysisReply['analysis']['bureaus']): boolean =>
  rows.some(({ points }) => points !== null) && tellsBureaus(rows.map(({ name }) => name));

function Bureaus({ rows }: { rows: AnalysisReply['analysis']['bureaus'] }) {
  return (
    <Section title={text.bureaus}>
      <Table
        caption={text.bureaus}
        hideCaption
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          { key: 'name', header: columns.bureau, rowHeader: true, cell: ({ name }) => name },
          { key: 'departments', header: columns.departments, align: 'end', cell: ({ departments }) => departments },
          {
            key: 'points',
            header: columns.points,
            align: 'end',
            cell: ({ points }) => text.points(points),
            sortBy: ({ points }) => points,
          },
        ]}
      />
    </Section>
  );
}

function Choices({ result }: { result: AnalysisReply }) {
  return (
    <Section title={text.choices}>
      {result.choices.map((choice) => (
        <Table
          key={`${choice.item}${choice.column ?? ''}`}
          caption={choice.label}
          rows={choice.counts}
          rowKey={({ value }) => value}
          columns={[
            { key: 'label', header: columns.choice, rowHeader: true, cell: ({ label }) => label },
            {
              key: 'count',
              header: columns.count,
              align: 'end',
              cell: ({ count }) => count,
              sortBy: ({ count }) => count,
            },
          ]}
        />
      ))}
    </Section>
  );
}

/** Drawn by a request of their own, so that the figures are there at once. */
function Charts({ campaignId }: { campaignId: string }) {
  const load = useLoad(() => selfCheck.drawResults({ campaignId }), [campaignId]);
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

function Contradicting({ rows }: { rows: Contradictions }) {
  return (
    <Section title={text.contradictions}>
      <Table
        caption={text.contradictions}
        hideCaption
        rows={rows}
        rowKey={({ departmentId, rule }) => `${departmentId}${rule}`}
        empty={<EmptyState title={text.noContradictions} />}
        columns={CONTRADICTION_COLUMNS}
      />
    </Section>
  );
}

/** What is not shown, and why. */
function Suppressed({ result: { suppression, campaign } }: { result: AnalysisReply }) {
  if (suppression === null) return null;
  const { open, few, smallestGroup, hiddenGroups, hiddenItems } = suppression;
  const { anonymous, small } = campaignText;
  const words = campaign.anonymous ? anonymous : small;
  const elsewhere = !campaign.anonymous && campaign.unit !== 'department';
  return (
    <Notice title={campaign.anonymous ? anonymous.results : small.title}>
      <p>{open ? anonymous.open : few ? words.few(smallestGroup) : words.enough(smallestGroup)}</p>
      {hiddenGroups.length > 0 && <p>{elsewhere ? small.elsewhere : small.groups(hiddenGroups.join('、'))}</p>}
      {hiddenItems.length > 0 && <p>{small.items(hiddenItems.map(messages.sheet.question).join('、'))}</p>}
    </Notice>
  );
}

type Format = Extract<DownloadKind, 'docx' | 'pdf' | 'xlsx' | 'pptx'>;

type Kind = keyof typeof text.documentTitles;

const DOCUMENTS: Readonly<Record<string, readonly { kind: Kind; formats: readonly Format[] }[]>> = {
  'self-check': [
    { kind: 'self-check-results', formats: ['xlsx'] },
    { kind: 'self-check-summary', formats: ['docx', 'pdf'] },
    { kind: 'self-check-briefing', formats: ['pptx'] },
  ],
  'preliminary-survey': [{ kind: 'preliminary-survey-results', formats: ['xlsx'] }],
};

function Documents({ engagementId, type }: { engagementId: string; type: string }) {
  return (
    <Section title={text.documents}>
      {(DOCUMENTS[type] ?? []).map(({ kind, formats }) => (
        <div key={kind}>
          <p>{text.documentTitles[kind]}</p>
          <DownloadLinks
            title={text.documentTitles[kind]}
            files={formats.map((format) => ({
              kind: format,
              href: selfCheck.href('downloadDocument', { engagementId, kind, format }),
            }))}
          />
        </div>
      ))}
    </Section>
  );
}

const CONTRADICTION_COLUMNS: readonly Column<Contradictions[number]>[] = [
  {
    key: 'department',
    header: columns.department,
    rowHeader: true,
    cell: ({ departmentName }) => departmentName,
  },
  { key: 'message', header: columns.content, cell: ({ message }) => message },
];
