import { clauseLabel } from '../../../core/specification/label.ts';
import { useEngagementId } from '../../../web/session.ts';
import {
  type Column,
  DayText,
  EmptyState,
  InstantText,
  Loaded,
  Page,
  Progress,
  Section,
  StatusBadge,
  Table,
  TextLink,
  useLoad,
} from '../../../web/ui/index.ts';
import { deliverableHref, deliverables, type Owed, titleOf } from './client.ts';
import { messages } from './messages.ja.ts';
import { StageBadge } from './stage-badge.tsx';
import { isOverdue, stageOf } from './stage.ts';

const text = messages.register;

/** Everything that is owed, with its due date and the state of its newest version. */
export function Component() {
  const engagementId = useEngagementId();
  const register = useLoad(() => deliverables.listDeliverables({ engagementId }), [engagementId]);
  return (
    <Page title={text.title} lead={text.lead}>
      <Loaded from={register}>
        {({ deliverables: all, today }) => {
          const owed = all.filter(({ own }) => !own);
          const accepted = owed.filter((it) => it.versions.some(({ state }) => state === 'accepted'));
          const columns = columnsFor(engagementId, today);
          return (
            <>
              <Progress label={text.progress} value={accepted.length} max={owed.length} />
              <Register title={text.owed} rows={owed} columns={columns} />
              <Register title={text.own} lead={text.ownLead} rows={all.filter(({ own }) => own)} columns={columns} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Register({
  title,
  lead,
  rows,
  columns,
}: {
  title: string;
  lead?: string;
  rows: readonly Owed[];
  columns: readonly Column<Owed>[];
}) {
  return (
    <Section title={title}>
      {lead !== undefined && <p>{lead}</p>}
      <Table
        caption={title}
        hideCaption
        rows={rows}
        rowKey={({ type, subject }) => `${type} ${subject ?? ''}`}
        columns={columns}
        empty={
          <EmptyState title={text.empty}>
            <p>{text.emptyHelp}</p>
          </EmptyState>
        }
      />
    </Section>
  );
}

function columnsFor(engagementId: string, today: string): readonly Column<Owed>[] {
  return [
    {
      key: 'name',
      header: text.columns.name,
      rowHeader: true,
      cell: (owed) => (
        <>
          <TextLink href={deliverableHref(engagementId, owed)}>{titleOf(owed)}</TextLink>
          <span className="block font-400 text-solid-gray-700">{clauseLabel(owed.clause)}</span>
        </>
      ),
    },
    {
      key: 'due',
      header: text.columns.due,
      sortBy: ({ due }) => due,
      cell: ({ due, dueDerivation }) => (
        <>
          {due !== null && <DayText day={due} look="weekday" />}
          <span className="block text-solid-gray-700">{dueDerivation}</span>
        </>
      ),
    },
    {
      key: 'state',
      header: text.columns.state,
      nowrap: true,
      cell: (owed) => (
        <div className="flex flex-wrap gap-1">
          <StageBadge stage={stageOf(owed)} />
          {isOverdue(owed, today) && <StatusBadge tone="error">{messages.overdue}</StatusBadge>}
        </div>
      ),
    },
    {
      key: 'version',
      header: text.columns.version,
      nowrap: true,
      cell: ({ versions }) => {
        const version = versions.at(-1)?.version;
        return version === undefined ? messages.none : text.version(version);
      },
    },
    {
      key: 'submitted',
      header: text.columns.submitted,
      nowrap: true,
      cell: ({ versions }) => <InstantText at={versions.at(-1)?.submittedAt} />,
    },
  ];
}
