import {
  Button,
  type Column,
  Loaded,
  Problem,
  Section,
  Table,
  TextLink,
  useCommand,
  useLoad,
} from '../../../web/ui/index.ts';
import { analysis, type RunReply } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.reports;

/** The sheets of all departments, made in one run in the background. */
export function FeedbackSection({ campaignId }: { campaignId: string }) {
  const load = useLoad(() => analysis.listFeedbackRuns({ campaignId }), [campaignId]);
  const make = useCommand((options) => analysis.makeFeedback({ campaignId }, options), {
    done: text.making,
    onDone: load.reload,
  });
  return (
    <Section title={text.feedback}>
      <p>{text.feedbackLead}</p>
      {make.problem !== undefined && <Problem problem={make.problem} />}
      <div className="flex flex-wrap gap-3">
        <Button busy={make.busy} onClick={() => void make.run()}>
          {text.make}
        </Button>
        <Button variant="outline" onClick={load.reload}>
          {text.refresh}
        </Button>
      </div>
      <Loaded from={load}>
        {({ runs }) =>
          runs.length === 0 ? null : <Table caption={text.runs} rows={runs} rowKey={({ id }) => id} columns={COLUMNS} />
        }
      </Loaded>
    </Section>
  );
}

const COLUMNS: readonly Column<RunReply>[] = [
  { key: 'number', header: text.columns.number, rowHeader: true, cell: ({ number }) => text.nth(number) },
  { key: 'state', header: text.columns.state, cell: ({ state, failure }) => failure ?? text.states[state] },
  {
    key: 'done',
    header: text.columns.done,
    align: 'end',
    cell: ({ done, departments }) => text.progress(done, departments),
  },
  {
    key: 'overflow',
    header: text.columns.overflow,
    cell: ({ overflow }) =>
      overflow.length === 0
        ? text.overflowNone
        : overflow.map(({ departmentName, left }) => text.overflow(departmentName, left)).join('、'),
  },
  {
    key: 'file',
    header: text.columns.file,
    cell: ({ id, number, state }) =>
      state === 'made' ? (
        <TextLink href={analysis.href('downloadFeedbackRun', { runId: id })}>{text.download(number)}</TextLink>
      ) : (
        '―'
      ),
  },
];
