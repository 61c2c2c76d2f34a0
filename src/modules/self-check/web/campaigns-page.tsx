import { useCan, useEngagementId, useSession } from '../../../web/session.ts';
import {
  type Column,
  DayText,
  EmptyState,
  Loaded,
  Page,
  Section,
  StatusBadge,
  Table,
  TextLink,
  useLoad,
} from '../../../web/ui/index.ts';
import { UNIT_WORDS } from '../labels.ts';
import { campaignText } from './campaign-messages.ja.ts';
import { type Campaign, selfCheck } from './client.ts';
import { DesignSection } from './design-section.tsx';
import { messages } from './messages.ja.ts';
import { ReviewSection } from './review-section.tsx';
import { StartForm } from './start-form.tsx';

const text = messages.campaigns;

/** The surveys of the year, and the form that starts one. */
export function Component() {
  const engagementId = useEngagementId();
  const can = useCan();
  const { today } = useSession();
  const campaigns = useLoad(() => selfCheck.listCampaigns({ engagementId }), [engagementId]);
  const runs = can('campaign.run');
  return (
    <Page title={text.title} lead={text.lead}>
      <Section title={text.list}>
        <Loaded from={campaigns}>
          {(data) => (
            <Table
              caption={text.list}
              hideCaption
              rows={data.campaigns}
              rowKey={({ id }) => id}
              empty={
                <EmptyState title={text.none}>
                  <p>{runs ? text.noneHelp : text.noneContractor}</p>
                </EmptyState>
              }
              columns={columnsFor(engagementId, today)}
            />
          )}
        </Loaded>
      </Section>
      <DesignSection engagementId={engagementId} />
      <ReviewSection engagementId={engagementId} />
      {runs && <StartForm engagementId={engagementId} onDone={campaigns.reload} />}
    </Page>
  );
}

export function CampaignState({ campaign, today }: { campaign: Campaign; today: string }) {
  if (campaign.deliveredAt !== null) return <StatusBadge tone="success">{messages.states.delivered}</StatusBadge>;
  if (campaign.state === 'preparing') return <StatusBadge tone="warning">{messages.states.preparing}</StatusBadge>;
  if (campaign.state === 'closed') return <StatusBadge>{messages.states.closed}</StatusBadge>;
  const started = campaign.opens <= today;
  return <StatusBadge tone="info">{started ? messages.states.open : messages.states.planned}</StatusBadge>;
}

function columnsFor(engagementId: string, today: string): readonly Column<Campaign>[] {
  return [
    {
      key: 'title',
      header: text.columns.title,
      rowHeader: true,
      cell: ({ id, title }) => <TextLink href={`/engagements/${engagementId}/self-check/${id}`}>{title}</TextLink>,
    },
    { key: 'type', header: text.columns.type, cell: ({ type }) => messages.types[type] },
    {
      key: 'unit',
      header: text.columns.unit,
      cell: ({ unit, anonymous }) => (anonymous ? campaignText.anonymousUnit : UNIT_WORDS[unit]),
    },
    {
      key: 'period',
      header: text.columns.period,
      cell: ({ opens, due }) => (
        <>
          <DayText day={opens} /> ～ <DayText day={due} />
        </>
      ),
    },
    {
      key: 'answered',
      header: text.columns.answered,
      cell: ({ answered, departments }) => text.ratio(answered, departments),
    },
    {
      key: 'state',
      header: text.columns.state,
      cell: (campaign) => <CampaignState campaign={campaign} today={today} />,
    },
  ];
}
