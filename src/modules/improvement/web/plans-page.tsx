import { useSearchParams } from 'react-router';
import { ListExchange } from '../../../web/list-exchange.tsx';
import { useCan, useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { type Board, files, improvement, improvementHref, type Plan, type Plannable } from './client.ts';
import { FollowUpTabs, planColumns } from './frame.tsx';
import { messages } from './messages.ja.ts';

const text = messages.plans;
const FILTERS = {
  open: ({ state }: Plan) => state !== 'closed' && state !== 'cancelled' && state !== 'carried-over',
  late: ({ late }: Plan) => late,
  all: () => true,
} as const;
type Filter = keyof typeof FILTERS;
const isFilter = (value: string | null): value is Filter => value !== null && Object.hasOwn(FILTERS, value);

export function Component() {
  const engagementId = useEngagementId();
  const issues = useCan()('improvement.issue');
  const load = ui.useLoad(
    async () => ({
      ...(await improvement.listPlans({ engagementId })),
      ...(await improvement.getBoard({ engagementId })),
      plannable: issues ? (await improvement.listPlannable({ engagementId })).findings : [],
    }),
    [engagementId, issues],
  );
  return (
    <ui.Page title={text.title} lead={text.lead}>
      <FollowUpTabs />
      <ui.Loaded from={load}>
        {({ plans, bureaus, plannable }) => (
          <>
            {plannable.length > 0 && <IssueSheets key={plannable.length} findings={plannable} reload={load.reload} />}
            {bureaus.length > 0 && (
              <ui.Table caption={text.board} rows={bureaus} rowKey={({ bureauName }) => bureauName} columns={BOARD} />
            )}
            <Plans plans={plans} reload={load.reload} />
          </>
        )}
      </ui.Loaded>
    </ui.Page>
  );
}

const BOARD: readonly ui.Column<Board['bureaus'][number]>[] = [
  {
    key: 'bureau',
    header: text.bureau,
    rowHeader: true,
    cell: ({ bureauName }) => bureauName,
  },
  ...(['all', 'department', 'contractor', 'city', 'late', 'done'] as const).map(
    (key): ui.Column<Board['bureaus'][number]> => ({
      key,
      header: text[key],
      align: 'end',
      cell: (row) => row[key],
    }),
  ),
];

function Plans({ plans, reload }: { readonly plans: readonly Plan[]; readonly reload: () => void }) {
  const engagementId = useEngagementId();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('show');
  const filter: Filter = isFilter(asked) ? asked : 'open';
  if (plans.length === 0) return <ui.EmptyState title={text.empty}>{text.emptyHelp}</ui.EmptyState>;
  return (
    <ui.Section title={text.list}>
      <div className="flex flex-wrap items-center gap-4">
        <ListExchange list="improvement.improvement-plans" engagementId={engagementId} onDone={reload} />
      </div>
      <ui.DataList
        items={[
          {
            term: text.sheets,
            value: (
              <ui.DownloadLinks
                title={text.sheets}
                files={files(engagementId, 'improvement-sheet', ['xlsx', 'docx', 'pdf'])}
              />
            ),
          },
          {
            term: text.reports.improvement,
            value: (
              <ui.DownloadLinks
                title={text.reports.improvement}
                files={files(engagementId, 'improvement-report', ['docx', 'pdf', 'xlsx'])}
              />
            ),
          },
          {
            term: text.reports.followUp,
            value: (
              <ui.DownloadLinks
                title={text.reports.followUp}
                files={files(engagementId, 'follow-up-report', ['docx', 'pdf', 'xlsx'])}
              />
            ),
          },
        ]}
      />
      <ui.Select
        name="show"
        label={text.show}
        prompt={null}
        value={filter}
        onChange={(event) => setSearch({ show: event.target.value }, { replace: true })}
        options={Object.entries(text.filters).map(([value, label]) => ({ value, label }))}
      />
      <ui.Table
        caption={text.list}
        hideCaption
        rows={plans.filter(FILTERS[filter])}
        rowKey={({ id }) => id}
        columns={planColumns(({ id }) => improvementHref(engagementId, `plans/${id}`), true)}
        empty={<p>{text.nothing}</p>}
      />
    </ui.Section>
  );
}

function IssueSheets({ findings, reload }: { readonly findings: readonly Plannable[]; readonly reload: () => void }) {
  const engagementId = useEngagementId();
  return (
    <ui.Section title={text.issue}>
      <p>{text.issueHelp}</p>
      <ui.Form
        submitLabel={text.issue}
        done={text.issued}
        submit={(form) =>
          improvement.issueSheets(
            {
              engagementId,
              findings: form.all('findings').map((findingId) => ({ findingId })),
              replyBy: form.day('replyBy'),
            },
            form.options,
          )
        }
        onDone={reload}
      >
        <ui.CheckboxGroup
          name="findings"
          label={text.chooseFindings}
          required
          options={findings.map(({ findingId, title, targetName, grade, times }) => ({
            value: findingId,
            label: title,
            hint: [targetName, grade, ...(times > 1 ? [text.again(times)] : [])].join('　'),
          }))}
          defaultValues={findings.map(({ findingId }) => findingId)}
        />
        <ui.DateField name="replyBy" label={text.replyBy} required />
      </ui.Form>
    </ui.Section>
  );
}
