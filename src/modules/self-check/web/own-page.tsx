import { meaningOf } from '../../../core/content-schema/survey-type.ts';
import {
  Button,
  type Column,
  DayText,
  EmptyState,
  Loaded,
  Page,
  Problem,
  StatusBadge,
  Table,
  TextLink,
  useCommand,
  useLoad,
} from '../../../web/ui/index.ts';
import { type OwnSheet, selfCheck } from './client.ts';
import { messages } from './messages.ja.ts';
import { ProgressBadge } from './progress-badge.tsx';

const text = messages.own;

/** The sheets that have reached the person's departments. */
export function Component() {
  const sheets = useLoad(() => selfCheck.listOwnSheets({}), []);
  return (
    <Page title={text.title} lead={text.lead}>
      <Loaded from={sheets}>
        {(data) => (
          <Table
            caption={text.list}
            rows={data.sheets}
            rowKey={({ campaignId, respondentId }) => `${campaignId}${respondentId}`}
            empty={
              <EmptyState title={text.none}>
                <p>{text.noneHelp}</p>
              </EmptyState>
            }
            columns={COLUMNS}
          />
        )}
      </Loaded>
    </Page>
  );
}

function Actions({ sheet }: { sheet: OwnSheet }) {
  if (sheet.anonymous) return <AnonymousWay sheet={sheet} />;
  const href = `/sheets/${sheet.campaignId}/${sheet.respondentId}`;
  const finished = sheet.closed || sheet.progress === 'submitted';
  return (
    <span className="inline-flex flex-wrap gap-x-4">
      <TextLink href={href}>{finished ? text.see : text.open}</TextLink>
      {!sheet.closed && <TextLink href={`${href}/file`}>{text.file}</TextLink>}
      {meaningOf(sheet.type).results === 'points' && sheet.progress === 'submitted' && (
        <TextLink href={`${href}/result`}>{text.result}</TextLink>
      )}
    </span>
  );
}

/** Opens the sheet by a link of one's own, so that the answer does not come with the session. */
function AnonymousWay({ sheet: { campaignId, respondentId, progress, closed } }: { sheet: OwnSheet }) {
  const open = useCommand((options) => selfCheck.openOwnLink({ campaignId, respondentId }, options), {
    onDone: ({ path }) => location.assign(path),
  });
  if (closed || progress === 'submitted') return null;
  return (
    <span className="grid gap-2">
      {open.problem !== undefined && <Problem problem={open.problem} />}
      <Button size="small" busy={open.busy} onClick={() => void open.run()}>
        {text.anonymous}
      </Button>
    </span>
  );
}

const COLUMNS: readonly Column<OwnSheet>[] = [
  { key: 'title', header: text.columns.title, rowHeader: true, cell: ({ title }) => title },
  { key: 'department', header: text.columns.department, cell: ({ respondentName }) => respondentName },
  { key: 'due', header: text.columns.due, cell: ({ due }) => <DayText day={due} look="weekday" /> },
  {
    key: 'progress',
    header: text.columns.progress,
    cell: (sheet) => (
      <span className="inline-flex flex-wrap gap-2">
        <ProgressBadge progress={sheet.progress} />
        {sheet.late && <StatusBadge tone="error">{messages.late}</StatusBadge>}
      </span>
    ),
  },
  { key: 'action', header: text.columns.action, cell: (sheet) => <Actions sheet={sheet} /> },
];
