import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useCan, useEngagementId, useSession } from '../../../web/session.ts';
import {
  Button,
  type Column,
  EmptyState,
  LinkButton,
  Loaded,
  Page,
  Pagination,
  Section,
  Table,
  useLoad,
} from '../../../web/ui/index.ts';
import { BOARD_GROUP_LABELS } from '../labels.ja.ts';
import { BoardFilters } from './board-filters.tsx';
import { boardMessages } from './board-messages.ja.ts';
import { BoardNotices } from './board-notices.tsx';
import { type Board, type BoardDuty, engagement } from './client.ts';
import { DutyDue, DutyProof, DutyTitle } from './duty-cells.tsx';
import { messages } from './messages.ja.ts';
import { boardQuery, groupsOf } from './obligation-list.ts';
import { ObligationState } from './states.tsx';
import { RequestWaiverDialog, WaiveDialog } from './waiver-dialogs.tsx';

const text = boardMessages.board;
const PAGE_SIZE = 50;

type Asked = { readonly kind: 'waive' | 'request'; readonly duty: BoardDuty };

/** Every duty of the contract by urgency, with the way to its due date, its proof and what is likely to be late. */
export function Component() {
  const engagementId = useEngagementId();
  const can = useCan();
  const { party } = useSession().account;
  const [parameters] = useSearchParams();
  const [asked, setAsked] = useState<Asked>();
  const query = boardQuery(parameters, party);
  const board = useLoad(
    () => engagement.listBoard({ engagementId, ...query, pageSize: PAGE_SIZE }),
    [engagementId, JSON.stringify(query)],
  );
  const close = (): void => setAsked(undefined);
  const done = (): void => {
    close();
    board.reload();
  };
  const base = `/engagements/${engagementId}`;
  const links = [
    { path: 'week', label: text.week },
    { path: 'forecast', label: text.forecast },
    { path: 'month-report', label: text.month },
    { path: 'waivers', label: text.waivers },
    { path: 'calendar', label: text.calendar },
  ];
  return (
    <Page
      title={text.title}
      lead={text.lead}
      actions={links.map(({ path, label }) => (
        <LinkButton key={path} size="small" href={`${base}/${path}`}>
          {label}
        </LinkButton>
      ))}
    >
      <BoardNotices engagementId={engagementId} />
      <Loaded from={board}>
        {(loaded) => (
          <>
            <BoardFilters board={loaded} query={query} />
            <p role="status">{text.shown(loaded.total)}</p>
            <Groups
              board={loaded}
              columns={columnsFor(engagementId, {
                onWaive: can('engagement.approve') ? (duty) => setAsked({ kind: 'waive', duty }) : undefined,
                onRequest: can('engagement.request-waiver') ? (duty) => setAsked({ kind: 'request', duty }) : undefined,
              })}
            />
            {loaded.total > PAGE_SIZE && <Pagination page={query.page} size={PAGE_SIZE} total={loaded.total} />}
          </>
        )}
      </Loaded>
      {asked?.kind === 'waive' && (
        <WaiveDialog engagementId={engagementId} obligation={asked.duty} onClose={close} onDone={done} />
      )}
      {asked?.kind === 'request' && (
        <RequestWaiverDialog engagementId={engagementId} obligation={asked.duty} onClose={close} onDone={done} />
      )}
    </Page>
  );
}

function Groups({ board, columns }: { board: Board; columns: readonly Column<BoardDuty>[] }) {
  const groups = groupsOf(board.items);
  if (groups.length === 0) {
    return (
      <EmptyState title={messages.obligations.empty}>
        <p>{text.emptyHelp}</p>
      </EmptyState>
    );
  }
  return groups.map(({ group, duties }) => (
    <Section key={group} title={BOARD_GROUP_LABELS[group]}>
      <Table
        caption={BOARD_GROUP_LABELS[group]}
        hideCaption
        rows={duties}
        rowKey={({ key }) => key}
        columns={columns}
      />
    </Section>
  ));
}

interface Actions {
  readonly onWaive: ((duty: BoardDuty) => void) | undefined;
  readonly onRequest: ((duty: BoardDuty) => void) | undefined;
}

function columnsFor(engagementId: string, { onWaive, onRequest }: Actions): readonly Column<BoardDuty>[] {
  const { columns } = boardMessages;
  return [
    { key: 'state', header: columns.state, nowrap: true, cell: ({ state }) => <ObligationState state={state} /> },
    {
      key: 'title',
      header: columns.title,
      rowHeader: true,
      cell: (duty) => <DutyTitle duty={duty} engagementId={engagementId} />,
    },
    {
      key: 'due',
      header: columns.due,
      cell: ({ due, derivation }) => <DutyDue due={due} derivation={derivation} />,
    },
    { key: 'proof', header: columns.proof, cell: (duty) => <DutyProof duty={duty} /> },
    ...(onWaive === undefined && onRequest === undefined
      ? []
      : [
          {
            key: 'act',
            header: columns.act,
            nowrap: true,
            cell: (duty: BoardDuty) =>
              duty.group === 'done' ? (
                '―'
              ) : (
                <div className="flex flex-wrap gap-2">
                  {onWaive !== undefined && (
                    <Button size="small" onClick={() => onWaive(duty)}>
                      {messages.obligations.waive}
                    </Button>
                  )}
                  {onRequest !== undefined && !duty.waiverRequested && (
                    <Button size="small" onClick={() => onRequest(duty)}>
                      {text.request}
                    </Button>
                  )}
                </div>
              ),
          },
        ]),
  ];
}
