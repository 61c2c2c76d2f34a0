import { useCan, useEngagementId, useSession } from '../../../web/session.ts';
import {
  type Column,
  Checkbox,
  DateField,
  DayText,
  EmptyState,
  Form,
  Loaded,
  Notice,
  Page,
  Section,
  Select,
  StatusBadge,
  Table,
  TextArea,
  TextLink,
  useLoad,
} from '../../../web/ui/index.ts';
import { type Campaign, questionnaires, selfCheck } from './client.ts';
import { messages } from './messages.ja.ts';

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
      {runs && <StartForm engagementId={engagementId} onDone={campaigns.reload} />}
    </Page>
  );
}

export function CampaignState({ campaign, today }: { campaign: Campaign; today: string }) {
  if (campaign.deliveredAt !== null) return <StatusBadge tone="success">{messages.states.delivered}</StatusBadge>;
  if (campaign.state === 'closed') return <StatusBadge>{messages.states.closed}</StatusBadge>;
  const started = campaign.opens <= today;
  return <StatusBadge tone="info">{started ? messages.states.open : messages.states.planned}</StatusBadge>;
}

function StartForm({ engagementId, onDone }: { engagementId: string; onDone: () => void }) {
  const { today } = useSession();
  const published = useLoad(async () => {
    const { questionnaires: all } = await questionnaires.listQuestionnaires({});
    return all.filter(({ state }) => state === 'published');
  }, []);
  return (
    <Section title={text.start}>
      <Loaded from={published}>
        {(list) =>
          list.length === 0 ? (
            <Notice title={text.noQuestionnaire}>
              <p>
                <TextLink href="/questionnaires">{text.toQuestionnaires}</TextLink>
              </p>
            </Notice>
          ) : (
            <Form
              draft={`campaign-new:${engagementId}`}
              submitLabel={text.start}
              done={text.started}
              reset
              submit={(form) =>
                selfCheck.openCampaign(
                  {
                    engagementId,
                    questionnaireId: form.text('questionnaireId'),
                    departments: 'all',
                    opens: form.day('opens'),
                    due: form.day('due'),
                    message: form.text('message'),
                    requiresApproval: form.flag('requiresApproval'),
                  },
                  form.options,
                )
              }
              onDone={onDone}
            >
              <p>{text.everyone}</p>
              <Select
                name="questionnaireId"
                label={text.questionnaire}
                required
                width="full"
                options={list.map(({ id, title, edition, number }) => ({
                  value: id,
                  label: `${title}（${edition}-${number}）`,
                }))}
              />
              <DateField name="opens" label={text.opens} required defaultValue={today} />
              <DateField name="due" label={text.due} required />
              <TextArea name="message" label={text.message} hint={text.messageHelp} maxLength={2000} />
              <Checkbox name="requiresApproval" label={text.approval} hint={text.approvalHelp} />
            </Form>
          )
        }
      </Loaded>
    </Section>
  );
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
