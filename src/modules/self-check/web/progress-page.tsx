import { useState } from 'react';
import { useParams } from 'react-router';
import { meaningOf } from '../../../core/content-schema/survey-type.ts';
import { useCan, useEngagementId } from '../../../web/session.ts';
import {
  ConfirmButton,
  DataList,
  DayText,
  LinkButton,
  Loaded,
  Page,
  Problem,
  Progress,
  RadioGroup,
  Section,
  Table,
  useCommand,
  useLoad,
} from '../../../web/ui/index.ts';
import { UNIT_WORDS } from '../labels.ts';
import { campaignText } from './campaign-messages.ja.ts';
import { CampaignState } from './campaigns-page.tsx';
import { type CampaignProgress, type DepartmentRow, selfCheck } from './client.ts';
import { DepartmentTable } from './department-table.tsx';
import { LinksSection } from './links-section.tsx';
import { tellsBureaus } from '../rules/bureaus.ts';
import { messages } from './messages.ja.ts';
import { PreparingSection } from './preparing-section.tsx';
import { RemindForm, ReopenDialog } from './office-forms.tsx';

const text = messages.progressPage;
type Filter = keyof typeof text.filters;

/** How far a survey has come: by bureau, by department, who is late, and what the office does about it. */
export function Component() {
  const { campaignId = '' } = useParams();
  const engagementId = useEngagementId();
  const load = useLoad(() => selfCheck.getProgress({ campaignId }), [campaignId]);
  const title = load.state === 'ready' ? load.data.campaign.title : messages.campaigns.title;
  const crumbs = [{ label: messages.campaigns.title, href: `/engagements/${engagementId}/self-check` }];
  return (
    <Page title={title} breadcrumbs={crumbs}>
      <Loaded from={load}>{(data) => <Body data={data} onChange={load.reload} />}</Loaded>
    </Page>
  );
}

function Body({ data, onChange }: { data: CampaignProgress; onChange: () => void }) {
  const { campaign, departments, bureaus, today } = data;
  const can = useCan();
  const runs = can('campaign.run') && campaign.state === 'open';
  const [filter, setFilter] = useState<Filter>('all');
  const [reopening, setReopening] = useState<DepartmentRow>();
  const base = `/engagements/${campaign.engagementId}/self-check/${campaign.id}`;
  const linking = runs && campaign.unit === 'person';
  const rows = departments.filter(
    (row) => filter === 'all' || (filter === 'late' ? row.late : row.progress !== 'submitted'),
  );
  const preparing = campaign.state === 'preparing';
  return (
    <>
      <DataList
        items={[
          { term: messages.campaigns.columns.type, value: messages.types[campaign.type] },
          {
            term: messages.campaigns.columns.unit,
            value: campaign.anonymous ? campaignText.anonymousUnit : UNIT_WORDS[campaign.unit],
          },
          ...(campaign.about === '' ? [] : [{ term: meaningOf(campaign.type).about ?? '', value: campaign.about }]),
          {
            term: messages.campaigns.columns.period,
            value: (
              <>
                <DayText day={campaign.opens} /> ～ <DayText day={campaign.due} />
              </>
            ),
          },
          { term: messages.campaigns.columns.state, value: <CampaignState campaign={campaign} today={today} /> },
        ]}
      />
      {preparing ? (
        can('campaign.run') && <PreparingSection data={data} onChange={onChange} />
      ) : (
        <>
          <Progress label={messages.campaigns.columns.answered} value={campaign.answered} max={campaign.departments} />
          <Steps data={data} onChange={onChange} base={base} />
          {tellsBureaus(bureaus.map(({ bureauName }) => bureauName)) && <Bureaus bureaus={bureaus} />}
          <Section title={text.departments}>
            <RadioGroup
              name="filter"
              label={text.filter}
              inline
              options={Object.entries(text.filters).map(([value, label]) => ({ value, label }))}
              value={filter}
              onChange={(value) => setFilter(value as Filter)}
            />
            <DepartmentTable rows={rows} base={base} campaign={campaign} onReopen={runs ? setReopening : undefined} />
          </Section>
          {runs && <RemindForm campaignId={campaign.id} onDone={onChange} />}
          {linking && <LinksSection data={data} />}
        </>
      )}
      {reopening !== undefined && (
        <ReopenDialog
          campaignId={campaign.id}
          row={reopening}
          onClose={() => setReopening(undefined)}
          onDone={() => {
            setReopening(undefined);
            onChange();
          }}
        />
      )}
    </>
  );
}

/** Closing, hand-over, and the way to the results. */
function Steps({ data, onChange, base }: { data: CampaignProgress; onChange: () => void; base: string }) {
  const { campaign } = data;
  const can = useCan();
  const input = { campaignId: campaign.id, version: campaign.version };
  const close = useCommand((options) => selfCheck.closeCampaign(input, options), {
    done: text.closed,
    onDone: onChange,
  });
  const deliver = useCommand((options) => selfCheck.deliverResults(input, options), {
    done: text.delivered,
    onDone: onChange,
  });
  const forget = useCommand((options) => selfCheck.forgetPeople(input, options), {
    done: campaignText.links.forgotten,
    onDone: onChange,
  });
  const problem = close.problem ?? deliver.problem ?? forget.problem;
  return (
    <>
      {problem !== undefined && <Problem problem={problem} />}
      <div className="flex flex-wrap gap-3" data-print="never">
        {can('result.read') && <LinkButton href={`${base}/results`}>{text.results}</LinkButton>}
        {can('answer-file.import') && !campaign.anonymous && campaign.state !== 'preparing' && (
          <LinkButton href={`/engagements/${campaign.engagementId}/answer-files/${campaign.id}`}>
            {text.files}
          </LinkButton>
        )}
        {can('campaign.run') && campaign.state === 'open' && (
          <ConfirmButton
            title={text.closeTitle}
            body={text.closeBody(campaign.departments - campaign.answered)}
            busy={close.busy}
            onConfirm={() => close.run()}
          >
            {text.close}
          </ConfirmButton>
        )}
        {can('campaign.run') && campaign.state === 'closed' && campaign.unit === 'person' && !campaign.anonymous && (
          <ConfirmButton
            title={campaignText.links.forgetTitle}
            body={campaignText.links.forgetBody}
            busy={forget.busy}
            onConfirm={() => forget.run()}
          >
            {campaignText.links.forget}
          </ConfirmButton>
        )}
        {can('campaign.run') && campaign.state === 'closed' && campaign.deliveredAt === null && (
          <ConfirmButton
            variant="solid"
            title={text.deliverTitle}
            body={text.deliverBody}
            busy={deliver.busy}
            onConfirm={() => deliver.run()}
          >
            {text.deliver}
          </ConfirmButton>
        )}
      </div>
    </>
  );
}

function Bureaus({ bureaus }: { bureaus: CampaignProgress['bureaus'] }) {
  return (
    <Section title={text.bureaus}>
      <Table
        caption={text.bureaus}
        hideCaption
        rows={bureaus}
        rowKey={({ bureauName }) => bureauName}
        columns={[
          { key: 'name', header: text.bureauColumns.name, rowHeader: true, cell: ({ bureauName }) => bureauName },
          {
            key: 'answered',
            header: text.bureauColumns.answered,
            cell: (row) => messages.campaigns.ratio(row.answered, row.departments),
            sortBy: (row) => row.answered / row.departments,
          },
          {
            key: 'late',
            header: text.bureauColumns.late,
            align: 'end',
            cell: ({ late }) => late,
            sortBy: ({ late }) => late,
          },
        ]}
      />
    </Section>
  );
}
