import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useCan, useEngagementId } from '../../../web/session.ts';
import {
  Button,
  type Column,
  Dialog,
  EmptyState,
  Loaded,
  Page,
  Section,
  Select,
  Table,
  TextField,
  TextLink,
  useCommand,
  useLoad,
} from '../../../web/ui/index.ts';
import { CAPABILITY_LABELS, CLAUSE_KINDS, CLAUSE_STATE_LABELS, CLAUSE_STATES_IN_ORDER } from '../labels.ja.ts';
import { type Clause, engagement } from './client.ts';
import { ALL, capabilitiesOf, capabilityCounts, type CapabilityCount, matches } from './clause-list.ts';
import { messages } from './messages.ja.ts';
import { ProofList } from './proof-list.tsx';
import { ClauseState } from './states.tsx';

const text = messages.clauses;

/** Every clause of the specification: its state, and the records or the reason behind it. */
export function Component() {
  const engagementId = useEngagementId();
  const can = useCan();
  const [parameters, setParameters] = useSearchParams();
  const [confirming, setConfirming] = useState<Clause>();
  const trace = useLoad(() => engagement.traceClauses({ engagementId }), [engagementId]);
  const acknowledge = useCommand(
    (options, clause: string) => engagement.acknowledgeStatement({ engagementId, clause }, options),
    { done: text.acknowledged, onDone: trace.reload },
  );
  const state = parameters.get('state') ?? '';
  const capability = parameters.get('capability') ?? '';
  const words = parameters.get('clause') ?? '';
  const change = (name: string, value: string): void => {
    const next = new URLSearchParams(parameters);
    if (value === '') next.delete(name);
    else next.set(name, value);
    setParameters(next, { replace: true, preventScrollReset: true });
  };
  return (
    <Page title={text.title} lead={text.lead}>
      <Loaded from={trace}>
        {({ clauses }) => (
          <>
            <Section title={text.states}>
              <Table
                caption={text.states}
                hideCaption
                rows={capabilityCounts(clauses)}
                rowKey={(row) => row.capability}
                columns={COUNTS}
              />
            </Section>
            <div className="grid grid-cols-[minmax(0,1fr)] items-end gap-4 desktop-admin:grid-cols-3">
              <Select
                name="capability"
                label={text.capability}
                value={capability}
                prompt={text.all}
                onChange={(event) => change('capability', event.target.value)}
                options={capabilitiesOf(clauses).map((one) => ({ value: one, label: CAPABILITY_LABELS[one] ?? one }))}
              />
              <Select
                name="state"
                label={text.state}
                value={state}
                prompt={text.all}
                onChange={(event) => change('state', event.target.value)}
                options={CLAUSE_STATES_IN_ORDER.map((one) => ({ value: one, label: CLAUSE_STATE_LABELS[one] }))}
              />
              <TextField
                name="clause"
                label={text.search}
                hint={text.searchHint}
                type="search"
                value={words}
                onChange={(event) => change('clause', event.target.value)}
              />
            </div>
            <Table
              caption={text.caption}
              rows={clauses.filter((clause) => matches(clause, { state, capability, words }))}
              rowKey={({ id }) => id}
              columns={columnsFor(engagementId, can('engagement.settle') ? setConfirming : undefined)}
              empty={
                <EmptyState title={text.empty}>
                  <p>{text.emptyHelp}</p>
                </EmptyState>
              }
            />
          </>
        )}
      </Loaded>
      <Dialog
        open={confirming !== undefined}
        title={text.acknowledgeTitle}
        onClose={() => setConfirming(undefined)}
        actions={
          <Button
            variant="solid"
            busy={acknowledge.busy}
            onClick={() => {
              if (confirming !== undefined) void acknowledge.run(confirming.id);
              setConfirming(undefined);
            }}
          >
            {text.acknowledge}
          </Button>
        }
      >
        <p>{confirming !== undefined && text.acknowledgeBody(confirming.id, confirming.summary)}</p>
      </Dialog>
    </Page>
  );
}

const COUNTS: readonly Column<CapabilityCount>[] = [
  {
    key: 'capability',
    header: text.capability,
    rowHeader: true,
    cell: ({ capability }) => (capability === ALL ? text.total : (CAPABILITY_LABELS[capability] ?? capability)),
  },
  ...CLAUSE_STATES_IN_ORDER.map((state): Column<CapabilityCount> => ({
    key: state,
    header: CLAUSE_STATE_LABELS[state],
    align: 'end',
    cell: ({ counts }) => counts[state],
  })),
];

function columnsFor(
  engagementId: string,
  onAcknowledge: ((clause: Clause) => void) | undefined,
): readonly Column<Clause>[] {
  return [
    { key: 'id', header: text.columns.id, rowHeader: true, cell: ({ id }) => id },
    {
      key: 'content',
      header: text.columns.content,
      cell: ({ id, title, kind, capability, summary }) => (
        <div className="desktop:min-w-72">
          <p className="text-std-16B-170">{title}</p>
          <p>{summary}</p>
          <p className="text-solid-gray-700">
            {CLAUSE_KINDS[kind] ?? kind}・{CAPABILITY_LABELS[capability] ?? capability}
            <span className="ms-3">
              <TextLink
                href={`/engagements/${engagementId}/obligations?party=all&state=all&clause=${encodeURIComponent(id)}`}
              >
                {text.obligations}
              </TextLink>
            </span>
          </p>
        </div>
      ),
    },
    { key: 'state', header: text.columns.state, nowrap: true, cell: ({ state }) => <ClauseState state={state} /> },
    {
      key: 'proof',
      header: text.columns.proof,
      cell: ({ proof, reason }) => (
        <div className="desktop:min-w-56">
          <ProofList proof={proof} />
          {reason !== null && reason !== '' && <p>{reason}</p>}
          {proof.length === 0 && (reason === null || reason === '') && <p>{text.noProof}</p>}
        </div>
      ),
    },
    ...(onAcknowledge === undefined
      ? []
      : [
          {
            key: 'act',
            header: text.columns.act,
            nowrap: true,
            cell: (clause: Clause) =>
              clause.isStatement && clause.state !== 'statement' ? (
                <Button size="small" onClick={() => onAcknowledge(clause)}>
                  {text.acknowledge}
                </Button>
              ) : (
                '―'
              ),
          },
        ]),
  ];
}
