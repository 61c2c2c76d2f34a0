import { useCan } from '../../../web/session.ts';
import {
  type Column,
  Button,
  DayText,
  EmptyState,
  InstantText,
  StatusBadge,
  Table,
  TextLink,
} from '../../../web/ui/index.ts';
import type { Campaign, DepartmentRow } from './client.ts';
import { bureauCell } from '../rules/bureaus.ts';
import { messages } from './messages.ja.ts';
import { ProgressBadge } from './progress-badge.tsx';

const text = messages.progressPage;

interface Props {
  readonly rows: readonly DepartmentRow[];
  readonly base: string;
  readonly campaign: Campaign;
  readonly onReopen: ((row: DepartmentRow) => void) | undefined;
}

/** Where each department stands, with what the office can do for it. */
export function DepartmentTable({ rows, ...rest }: Props) {
  const can = useCan();
  return (
    <Table
      caption={text.departments}
      hideCaption
      rows={rows}
      rowKey={({ respondentId }) => respondentId}
      empty={<EmptyState title={text.noLate} />}
      columns={columnsFor({ ...rest, reads: can('response.read') })}
    />
  );
}

const RESPONDENT: Column<DepartmentRow> = {
  key: 'respondent',
  header: text.columns.respondent,
  rowHeader: true,
  cell: ({ respondentName }) => respondentName,
  sortBy: ({ respondentName }) => respondentName,
};

function columnsFor({
  base,
  campaign,
  onReopen,
  reads,
}: Omit<Props, 'rows'> & { readonly reads: boolean }): readonly Column<DepartmentRow>[] {
  return [
    ...(campaign.unit === 'department' ? [] : [RESPONDENT]),
    {
      key: 'department',
      header: text.columns.department,
      nowrap: true,
      rowHeader: campaign.unit === 'department',
      cell: ({ departmentName }) => departmentName,
      sortBy: ({ departmentName }) => departmentName,
    },
    {
      key: 'bureau',
      header: text.columns.bureau,
      nowrap: true,
      cell: ({ bureauName }) => bureauCell(bureauName),
      sortBy: ({ bureauName }) => bureauName,
    },
    {
      key: 'progress',
      header: text.columns.progress,
      cell: (row) => (
        <span className="inline-flex flex-wrap gap-2">
          <ProgressBadge progress={row.progress} />
          {row.late && <StatusBadge tone="error">{messages.late}</StatusBadge>}
        </span>
      ),
    },
    { key: 'due', header: text.columns.due, cell: ({ due }) => <DayText day={due} />, sortBy: ({ due }) => due },
    {
      key: 'submitted',
      header: text.columns.submitted,
      cell: ({ submittedAt, channel }) => (
        <>
          <InstantText at={submittedAt} />
          {channel !== null && text.channels[channel]}
        </>
      ),
    },
    {
      key: 'reminders',
      header: text.columns.reminders,
      align: 'end',
      cell: ({ reminders }) => text.times(reminders),
    },
    {
      key: 'action',
      header: text.columns.action,
      cell: (row) => (
        <span className="inline-flex flex-wrap items-center gap-x-4 gap-y-2">
          {row.revision > 0 && reads && (
            <TextLink href={`${base}/departments/${row.respondentId}`}>{text.see}</TextLink>
          )}
          {onReopen !== undefined && !campaign.anonymous && (
            <>
              <TextLink
                href={`/engagements/${campaign.engagementId}/answer-files/${campaign.id}/entry/${row.respondentId}`}
              >
                {text.proxy}
              </TextLink>
              {(row.late || row.progress === 'submitted') && (
                <Button size="small" onClick={() => onReopen(row)}>
                  {text.reopen}
                </Button>
              )}
            </>
          )}
        </span>
      ),
    },
  ];
}
