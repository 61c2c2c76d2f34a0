import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { formatEraMonth } from '../../../core/calendar/era.ts';
import { useCan, useEngagementId, useSession } from '../../../web/session.ts';
import {
  Button,
  type Column,
  DayText,
  EmptyState,
  Loaded,
  Page,
  Pagination,
  Select,
  Table,
  TextLink,
  useLoad,
} from '../../../web/ui/index.ts';
import { OBLIGATION_STATE_LABELS, OBLIGATION_STATES_IN_ORDER, PARTY_LABELS } from '../labels.ja.ts';
import { engagement, type Obligation } from './client.ts';
import { messages } from './messages.ja.ts';
import { byUrgency, dueMonths, filterObligations, type ObligationFilter } from './obligation-list.ts';
import { ProofList } from './proof-list.tsx';
import { ObligationState } from './states.tsx';
import { WaiveDialog } from './waive-dialog.tsx';

const text = messages.obligations;
const PAGE_SIZE = 50;

/** Every duty of the contract by state, party and month, with the way to its due date and its proof. */
export function Component() {
  const engagementId = useEngagementId();
  const can = useCan();
  const { party } = useSession().account;
  const [parameters] = useSearchParams();
  const [waiving, setWaiving] = useState<Obligation>();
  const duties = useLoad(() => engagement.listObligations({ engagementId }), [engagementId]);
  const filter: ObligationFilter = {
    state: parameters.get('state') ?? 'open',
    party: parameters.get('party') ?? (party === 'city' || party === 'contractor' ? party : 'all'),
    month: parameters.get('month') ?? '',
    clause: parameters.get('clause') ?? '',
  };
  const page = Math.max(1, Number(parameters.get('page') ?? '1') || 1);
  return (
    <Page title={text.title} lead={text.lead}>
      <Loaded from={duties}>
        {({ obligations }) => {
          const found = filterObligations(obligations, filter).toSorted(byUrgency);
          return (
            <>
              <Filters filter={filter} months={dueMonths(obligations)} />
              <Table
                caption={text.caption}
                rows={found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)}
                rowKey={({ key }) => key}
                columns={columnsFor(engagementId, can('engagement.approve') ? setWaiving : undefined)}
                empty={
                  <EmptyState title={text.empty}>
                    <p>{text.emptyHelp}</p>
                  </EmptyState>
                }
              />
              {found.length > PAGE_SIZE && <Pagination page={page} size={PAGE_SIZE} total={found.length} />}
            </>
          );
        }}
      </Loaded>
      {waiving !== undefined && (
        <WaiveDialog
          engagementId={engagementId}
          obligation={waiving}
          onClose={() => setWaiving(undefined)}
          onDone={() => {
            setWaiving(undefined);
            duties.reload();
          }}
        />
      )}
    </Page>
  );
}

function Filters({ filter, months }: { filter: ObligationFilter; months: readonly string[] }) {
  const [parameters, setParameters] = useSearchParams();
  const change = (name: string, value: string): void => {
    const next = new URLSearchParams(parameters);
    next.set(name, value);
    next.delete('page');
    setParameters(next, { replace: true, preventScrollReset: true });
  };
  return (
    <>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 desktop-admin:grid-cols-3">
        <Select
          name="state"
          label={text.state}
          value={filter.state === 'open' ? '' : filter.state}
          prompt={text.open}
          onChange={(event) => change('state', event.target.value === '' ? 'open' : event.target.value)}
          options={[
            ...OBLIGATION_STATES_IN_ORDER.map((state) => ({ value: state, label: OBLIGATION_STATE_LABELS[state] })),
            { value: 'all', label: text.all },
          ]}
        />
        <Select
          name="party"
          label={text.party}
          value={filter.party === 'all' ? '' : filter.party}
          prompt={text.all}
          onChange={(event) => change('party', event.target.value === '' ? 'all' : event.target.value)}
          options={['contractor', 'city'].map((value) => ({ value, label: PARTY_LABELS[value] ?? value }))}
        />
        <Select
          name="month"
          label={text.month}
          value={filter.month}
          onChange={(event) => change('month', event.target.value)}
          prompt={text.allMonths}
          options={months.map((month) => ({ value: month, label: formatEraMonth(`${month}-01`) }))}
        />
      </div>
      {filter.clause !== '' && (
        <p className="flex flex-wrap items-center gap-3">
          {text.onlyClause(filter.clause)}
          <Button size="small" onClick={() => change('clause', '')}>
            {text.clearClause}
          </Button>
        </p>
      )}
    </>
  );
}

function columnsFor(
  engagementId: string,
  onWaive: ((obligation: Obligation) => void) | undefined,
): readonly Column<Obligation>[] {
  return [
    { key: 'state', header: text.columns.state, nowrap: true, cell: ({ state }) => <ObligationState state={state} /> },
    {
      key: 'title',
      header: text.columns.title,
      rowHeader: true,
      cell: ({ title, clause, clauseTitle, party }) => (
        <div className="desktop:min-w-64">
          {title}
          <span className="block font-400">
            <TextLink href={`/engagements/${engagementId}/clauses?clause=${encodeURIComponent(clause)}`}>
              {clause}　{clauseTitle}
            </TextLink>
          </span>
          <span className="block font-400 text-solid-gray-700">{PARTY_LABELS[party] ?? party}</span>
        </div>
      ),
    },
    {
      key: 'due',
      header: text.columns.due,
      cell: ({ due, derivation }) => (
        <div className="desktop:min-w-48">
          {due !== null && <DayText day={due} look="weekday" />}
          <span className="block text-solid-gray-700">{derivation}</span>
        </div>
      ),
      sortBy: ({ due }) => due,
    },
    {
      key: 'proof',
      header: text.columns.proof,
      cell: ({ proof, missing }) => (
        <div className="desktop:min-w-56">
          <ProofList proof={proof} />
          {missing !== '' && <p>{missing}</p>}
          {proof.length === 0 && missing === '' && <p>{text.noProof}</p>}
        </div>
      ),
    },
    ...(onWaive === undefined
      ? []
      : [
          {
            key: 'act',
            header: text.columns.act,
            nowrap: true,
            cell: (obligation: Obligation) =>
              obligation.state === 'met' || obligation.state === 'waived' ? (
                '―'
              ) : (
                <Button size="small" onClick={() => onWaive(obligation)}>
                  {text.waive}
                </Button>
              ),
          },
        ]),
  ];
}
