import { Button, type Column, DayText, Notice, Problem, Section, Table, useCommand } from '../../../../web/ui/index.ts';
import { engagement, type Schedule } from '../client.ts';
import { planMessages } from './messages.ja.ts';

const text = planMessages.delay;
type Move = Schedule['moves'][number];

interface DelayBoxProps {
  readonly engagementId: string;
  readonly schedule: Schedule;
  readonly mayReport: boolean;
  readonly mayPlan: boolean;
  readonly onDone: () => void;
}

/** What will be late, and new dates to accept one by one or all together. */
export function DelayBox({ engagementId, schedule, mayReport, mayPlan, onDone }: DelayBoxProps) {
  const { rows, tasks, moves, conflicts } = schedule;
  const late = rows.filter(({ lateDays }) => lateDays > 0);
  const nameOf = (id: string): string => tasks.find((task) => task.id === id)?.name ?? '';
  const report = useCommand((options) => engagement.reportDelay({ engagementId }, options), {
    done: text.reported,
    onDone,
  });
  const accept = useCommand(
    (options, accepted: readonly Move[]) =>
      engagement.acceptReplan(
        {
          engagementId,
          accepted: accepted.map(({ id, version, to }) => ({ taskId: id, version, start: to.start, end: to.end })),
        },
        options,
      ),
    { done: text.accepted, onDone },
  );
  if (late.length === 0 && moves.length === 0 && conflicts.length === 0) return null;
  const missed = rows.filter(({ dueMissedBy }) => dueMissedBy > 0);
  return (
    <Section title={text.title}>
      {late.length > 0 && (
        <Notice tone="warning" title={text.summary(late.length, Math.max(...late.map(({ lateDays }) => lateDays)))}>
          {missed.length > 0 && (
            <ul className="list-disc ps-6">
              {missed.map(({ id, dueMissedBy }) => (
                <li key={id}>{text.due(nameOf(id), dueMissedBy)}</li>
              ))}
            </ul>
          )}
          {mayReport && (
            <Button size="small" busy={report.busy} onClick={() => void report.run()}>
              {text.report}
            </Button>
          )}
        </Notice>
      )}
      {report.problem !== undefined && <Problem problem={report.problem} />}
      {accept.problem !== undefined && <Problem problem={accept.problem} />}
      {conflicts.length > 0 && (
        <Notice tone="error" title={text.conflicts}>
          <ul className="list-disc ps-6">
            {conflicts.map(({ id, kind, message }) => (
              <li key={`${id}${kind}`}>{message}</li>
            ))}
          </ul>
        </Notice>
      )}
      {moves.length > 0 && (
        <>
          <p>{text.replanLead}</p>
          <Table
            caption={text.replan}
            rows={moves}
            rowKey={({ id }) => id}
            columns={moveColumns(nameOf, mayPlan ? (move) => void accept.run([move]) : undefined)}
          />
          {mayPlan && (
            <div>
              <Button variant="solid" busy={accept.busy} onClick={() => void accept.run(moves)}>
                {text.acceptAll}
              </Button>
            </div>
          )}
        </>
      )}
    </Section>
  );
}

function moveColumns(
  nameOf: (id: string) => string,
  onAccept: ((move: Move) => void) | undefined,
): readonly Column<Move>[] {
  const columns: Column<Move>[] = [
    { key: 'name', header: text.columns.name, rowHeader: true, cell: ({ id }) => nameOf(id) },
    { key: 'before', header: text.columns.before, nowrap: true, cell: ({ from }) => <Days {...from} /> },
    { key: 'after', header: text.columns.after, nowrap: true, cell: ({ to }) => <Days {...to} /> },
    { key: 'reason', header: text.columns.reason, cell: ({ reason }) => reason },
  ];
  if (onAccept === undefined) return columns;
  return [
    ...columns,
    {
      key: 'act',
      header: text.columns.act,
      nowrap: true,
      cell: (move) => (
        <Button size="small" aria-label={`${text.accept}：${nameOf(move.id)}`} onClick={() => onAccept(move)}>
          {text.accept}
        </Button>
      ),
    },
  ];
}

function Days({ start, end }: { start: string; end: string }) {
  return (
    <>
      <DayText day={start} look="short" />
      {planMessages.wbs.until}
      <DayText day={end} look="short" />
    </>
  );
}
