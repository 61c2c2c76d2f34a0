import { useNavigate } from 'react-router';
import { ListExchange } from '../../../web/list-exchange.tsx';
import {
  Button,
  CheckboxGroup,
  type Column,
  ConfirmButton,
  EmptyState,
  Form,
  Loaded,
  Problem,
  Section,
  Table,
  TextLink,
  useCommand,
  useLoad,
} from '../../../web/ui/index.ts';
import { AFFAIR_WORDS } from '../labels.ts';
import { campaignText } from './campaign-messages.ja.ts';
import { type CampaignProgress, type DepartmentRow, type ListedRespondent, selfCheck } from './client.ts';
import { ProgressBadge } from './progress-badge.tsx';

const text = campaignText.prepare;

/** Fills the list of a survey of persons or affairs, and starts it. */
export function PreparingSection({ data, onChange }: { data: CampaignProgress; onChange: () => void }) {
  const { campaign, departments } = data;
  const navigate = useNavigate();
  const versioned = { campaignId: campaign.id, version: campaign.version };
  const start = useCommand((options) => selfCheck.startCampaign(versioned, options), {
    done: text.started,
    onDone: onChange,
  });
  const drop = useCommand((options) => selfCheck.dropCampaign(versioned, options), {
    done: text.dropped,
    onDone: () => void navigate(`/engagements/${campaign.engagementId}/self-check`),
  });
  const problem = start.problem ?? drop.problem;
  return (
    <>
      {campaign.unit === 'person' ? (
        <PeopleSection data={data} onChange={onChange} />
      ) : (
        <AffairsSection data={data} onChange={onChange} rows={departments} />
      )}
      {problem !== undefined && <Problem problem={problem} />}
      <div className="flex flex-wrap gap-3">
        <ConfirmButton
          variant="solid"
          title={text.startTitle}
          body={text.startBody(campaign.departments)}
          busy={start.busy}
          onConfirm={() => start.run()}
        >
          {text.start}
        </ConfirmButton>
        <ConfirmButton title={text.dropTitle} body={text.dropBody} busy={drop.busy} onConfirm={() => drop.run()}>
          {text.drop}
        </ConfirmButton>
      </div>
    </>
  );
}

function PeopleSection({
  data: { campaign, departments },
  onChange,
}: {
  data: CampaignProgress;
  onChange: () => void;
}) {
  const campaignId = campaign.id;
  const load = useLoad(() => selfCheck.listRespondents({ campaignId }), [campaignId, departments]);
  const directory = useCommand((options) => selfCheck.addFromDirectory({ campaignId, departments: 'all' }, options), {
    done: text.added,
    onDone: onChange,
  });
  const remove = useCommand(
    (options, respondentId: string) => selfCheck.removeRespondent({ campaignId, respondentId }, options),
    { done: text.removed, onDone: onChange },
  );
  const problem = directory.problem ?? remove.problem;
  return (
    <Section title={text.people}>
      <p>{text.peopleHelp}</p>
      {problem !== undefined && <Problem problem={problem} />}
      <div className="flex flex-wrap gap-3">
        <ListExchange
          list="self-check.respondents"
          edit="campaign.run"
          engagementId={campaign.engagementId}
          subject={campaignId}
          name={text.exchange}
          onDone={onChange}
        />
        <Button size="small" busy={directory.busy} onClick={() => void directory.run()}>
          {text.directory}
        </Button>
      </div>
      <p>{text.directoryHelp}</p>
      <Loaded from={load}>
        {({ respondents }) => (
          <Table
            caption={text.people}
            hideCaption
            rows={respondents}
            rowKey={({ respondentId }) => respondentId}
            empty={<EmptyState title={text.none} />}
            columns={[...PERSON_COLUMNS, removeColumn((id) => void remove.run(id))]}
          />
        )}
      </Loaded>
    </Section>
  );
}

export const PERSON_COLUMNS: readonly Column<ListedRespondent>[] = [
  { key: 'staffNumber', header: text.columns.staffNumber, cell: ({ staffNumber }) => staffNumber ?? text.account },
  { key: 'name', header: text.columns.name, rowHeader: true, cell: ({ name }) => name },
  { key: 'department', header: text.columns.department, cell: ({ departmentName }) => departmentName },
  {
    key: 'progress',
    header: text.columns.progress,
    cell: ({ progress }) => <ProgressBadge progress={progress} />,
  },
];

const removeColumn = (remove: (respondentId: string) => void): Column<ListedRespondent> => ({
  key: 'action',
  header: text.columns.action,
  cell: ({ respondentId, name }) => (
    <Button size="small" aria-label={text.removeLabel(name)} onClick={() => remove(respondentId)}>
      {text.remove}
    </Button>
  ),
});

function AffairsSection({
  data: { campaign },
  rows,
  onChange,
}: {
  data: CampaignProgress;
  rows: readonly DepartmentRow[];
  onChange: () => void;
}) {
  const campaignId = campaign.id;
  const remove = useCommand(
    (options, respondentId: string) => selfCheck.removeRespondent({ campaignId, respondentId }, options),
    { done: text.removed, onDone: onChange },
  );
  return (
    <Section title={text.affairs}>
      <p>
        {text.affairsHelp}{' '}
        <TextLink href={`/engagements/${campaign.engagementId}/self-check/affairs`}>{text.toAffairs}</TextLink>
      </p>
      {remove.problem !== undefined && <Problem problem={remove.problem} />}
      <Form
        guard={false}
        submitLabel={text.addAffairs}
        done={text.added}
        submit={(form) =>
          selfCheck.addAffairs(
            {
              campaignId,
              affairs: 'all',
              kinds: KINDS.filter((kind) => form.all('kinds').includes(kind)),
            },
            form.options,
          )
        }
        onDone={onChange}
      >
        <CheckboxGroup
          name="kinds"
          label={text.kinds}
          required
          defaultValues={KINDS}
          options={KINDS.map((value) => ({ value, label: AFFAIR_WORDS[value] }))}
        />
      </Form>
      <Table
        caption={text.affairs}
        hideCaption
        rows={rows}
        rowKey={({ respondentId }) => respondentId}
        empty={<EmptyState title={text.none} />}
        columns={affairColumns((id) => void remove.run(id))}
      />
    </Section>
  );
}

const affairColumns = (remove: (respondentId: string) => void): readonly Column<DepartmentRow>[] => [
  { key: 'affair', header: text.columns.affair, rowHeader: true, cell: ({ respondentName }) => respondentName },
  { key: 'department', header: text.columns.department, cell: ({ departmentName }) => departmentName },
  {
    key: 'action',
    header: text.columns.action,
    cell: ({ respondentId, respondentName }) => (
      <Button size="small" aria-label={text.removeLabel(respondentName)} onClick={() => remove(respondentId)}>
        {text.remove}
      </Button>
    ),
  },
];

const KINDS = ['number-using', 'number-related', 'other'] as const;
