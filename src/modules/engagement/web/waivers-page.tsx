import { useState } from 'react';
import { clauseLabel } from '../../../core/specification/label.ts';
import { formatEra } from '../../../core/calendar/era.ts';
import { ListExchange } from '../../../web/list-exchange.tsx';
import { useCan, useEngagementId } from '../../../web/session.ts';
import {
  Button,
  type Column,
  EmptyState,
  Loaded,
  Page,
  Section,
  StatusBadge,
  Table,
  TextLink,
  useCommand,
  useLoad,
} from '../../../web/ui/index.ts';
import { boardMessages } from './board-messages.ja.ts';
import { engagement, type Waivers } from './client.ts';
import { DecideDialog, RevokeDialog } from './waiver-dialogs.tsx';

const text = boardMessages.waivers;

type Request = Waivers['requests'][number];
type Waiver = Waivers['waivers'][number];
type Asked =
  | { readonly kind: 'decide'; readonly request: Request }
  | { readonly kind: 'revoke'; readonly waiver: Waiver };

/** What the contractor asks to be excused from, what the city decided, and what it took back. */
export function Component() {
  const engagementId = useEngagementId();
  const can = useCan();
  const mayDecide = can('engagement.approve');
  const [asked, setAsked] = useState<Asked>();
  const waivers = useLoad(() => engagement.listWaivers({ engagementId }), [engagementId]);
  const done = (): void => {
    setAsked(undefined);
    waivers.reload();
  };
  const board = `/engagements/${engagementId}/obligations`;
  return (
    <Page title={text.title} lead={text.lead}>
      <Loaded from={waivers}>
        {({ requests, waivers: granted }) => (
          <>
            <div>
              <ListExchange
                list="engagement.waiver-requests"
                edit={mayDecide ? 'engagement.approve' : 'engagement.request-waiver'}
                engagementId={engagementId}
                onDone={waivers.reload}
              />
            </div>
            <Section title={text.open}>
              <Table
                caption={text.open}
                hideCaption
                rows={requests.filter(({ state }) => state === 'requested')}
                rowKey={({ id }) => id}
                columns={[
                  ...requestColumns(board),
                  ...(mayDecide ? [decideColumn((request) => setAsked({ kind: 'decide', request }))] : []),
                  ...(can('engagement.request-waiver') ? [withdrawColumn(waivers.reload)] : []),
                ]}
                empty={
                  <EmptyState title={text.none}>
                    <p>{text.noneHelp}</p>
                  </EmptyState>
                }
              />
            </Section>
            <Section title={text.standing}>
              <Table
                caption={text.standing}
                hideCaption
                rows={granted}
                rowKey={({ key, grantedOn, state }) => `${key} ${grantedOn} ${state}`}
                columns={[
                  ...waiverColumns(board),
                  ...(mayDecide ? [revokeColumn((waiver) => setAsked({ kind: 'revoke', waiver }))] : []),
                ]}
                empty={
                  <EmptyState title={text.noWaivers}>
                    <p>{text.noWaiversHelp}</p>
                  </EmptyState>
                }
              />
            </Section>
            {requests.some(({ state }) => state !== 'requested') && (
              <Section title={text.requests}>
                <Table
                  caption={text.requests}
                  hideCaption
                  rows={requests.filter(({ state }) => state !== 'requested')}
                  rowKey={({ id }) => id}
                  columns={[...requestColumns(board), DECIDED]}
                />
              </Section>
            )}
          </>
        )}
      </Loaded>
      {asked?.kind === 'decide' && (
        <DecideDialog request={asked.request} onClose={() => setAsked(undefined)} onDone={done} />
      )}
      {asked?.kind === 'revoke' && (
        <RevokeDialog
          engagementId={engagementId}
          waiver={asked.waiver}
          onClose={() => setAsked(undefined)}
          onDone={done}
        />
      )}
    </Page>
  );
}

function DutyName({ duty, board }: { duty: { readonly title: string; readonly clause: string }; board: string }) {
  return (
    <div className="desktop:min-w-48">
      <TextLink href={`${board}?party=all&state=all&clause=${encodeURIComponent(duty.clause)}`}>
        {duty.title === '' ? clauseLabel(duty.clause) : duty.title}
      </TextLink>
      <span className="block font-400 text-solid-gray-700">{clauseLabel(duty.clause)}</span>
    </div>
  );
}

function requestColumns(board: string): readonly Column<Request>[] {
  return [
    {
      key: 'duty',
      header: text.columns.duty,
      rowHeader: true,
      cell: (request) => <DutyName duty={request} board={board} />,
    },
    { key: 'reason', header: text.columns.reason, cell: ({ reason }) => <p className="desktop:min-w-56">{reason}</p> },
    {
      key: 'requested',
      header: text.columns.requested,
      cell: ({ requestedBy, requestedOn }) => text.by(requestedBy, formatEra(requestedOn)),
    },
  ];
}

function decideColumn(onDecide: (request: Request) => void): Column<Request> {
  return {
    key: 'act',
    header: text.columns.act,
    nowrap: true,
    cell: (request) => (
      <Button size="small" onClick={() => onDecide(request)}>
        {text.decide}
      </Button>
    ),
  };
}

const withdrawColumn = (reload: () => void): Column<Request> => ({
  key: 'withdraw',
  header: text.columns.act,
  nowrap: true,
  cell: (request) => (request.mine ? <Withdraw request={request} reload={reload} /> : '―'),
});

function Withdraw({ request, reload }: { request: Request; reload: () => void }) {
  const command = useCommand(
    (options) => engagement.withdrawWaiver({ requestId: request.id, version: request.version }, options),
    { done: text.withdrawn, onDone: reload },
  );
  return (
    <Button size="small" busy={command.busy} onClick={() => void command.run()}>
      {text.withdraw}
    </Button>
  );
}

const DECIDED: Column<Request> = {
  key: 'decided',
  header: text.columns.decided,
  cell: ({ state, decidedBy, decidedOn, decision }) => (
    <div className="desktop:min-w-48">
      <StatusBadge tone={state === 'granted' ? 'info' : 'neutral'}>{text.requestStates[state]}</StatusBadge>
      <p>{decision}</p>
      {decidedOn !== null && <p className="text-solid-gray-700">{text.by(decidedBy, formatEra(decidedOn))}</p>}
    </div>
  ),
};

function waiverColumns(board: string): readonly Column<Waiver>[] {
  return [
    {
      key: 'state',
      header: text.columns.state,
      nowrap: true,
      cell: ({ state }) => (
        <StatusBadge tone={state === 'standing' ? 'info' : 'neutral'}>{text.states[state]}</StatusBadge>
      ),
    },
    {
      key: 'duty',
      header: text.columns.duty,
      rowHeader: true,
      cell: (waiver) => <DutyName duty={waiver} board={board} />,
    },
    {
      key: 'reason',
      header: text.columns.waiver,
      cell: ({ reason, conditions, validUntil, revokeReason, revokedOn }) => (
        <div className="desktop:min-w-56">
          <p>{reason}</p>
          {conditions !== null && <p>{text.conditions(conditions)}</p>}
          {validUntil !== null && <p>{text.until(formatEra(validUntil))}</p>}
          {revokedOn !== null && (
            <p>
              {text.states.revoked}：{formatEra(revokedOn)}　{revokeReason}
            </p>
          )}
        </div>
      ),
    },
    {
      key: 'approver',
      header: text.columns.approver,
      cell: ({ approver, grantedOn }) => text.by(approver, formatEra(grantedOn)),
    },
  ];
}

function revokeColumn(onRevoke: (waiver: Waiver) => void): Column<Waiver> {
  return {
    key: 'act',
    header: text.columns.act,
    nowrap: true,
    cell: (waiver) =>
      waiver.state === 'standing' ? (
        <Button size="small" onClick={() => onRevoke(waiver)}>
          {text.revoke}
        </Button>
      ) : (
        '―'
      ),
  };
}
