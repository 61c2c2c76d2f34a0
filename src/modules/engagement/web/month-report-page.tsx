import { clauseLabel } from '../../../core/specification/label.ts';
import { useSearchParams } from 'react-router';
import { formatEra, formatEraMonth } from '../../../core/calendar/era.ts';
import { useEngagementId, useSession } from '../../../web/session.ts';
import {
  type Column,
  DownloadLinks,
  EmptyState,
  Loaded,
  Page,
  Section,
  Select,
  Table,
  useLoad,
} from '../../../web/ui/index.ts';
import { OBLIGATION_STATE_LABELS, OBLIGATION_STATES_IN_ORDER, PARTY_LABELS } from '../labels.ja.ts';
import { boardMessages } from './board-messages.ja.ts';
import { engagement, type Obligation } from './client.ts';
import { DutyDue, DutyProof } from './duty-cells.tsx';
import { ObligationState } from './states.tsx';

const text = boardMessages.month;
const FORMATS = ['docx', 'pdf', 'xlsx'] as const;

/** The duties of one month and one side, and the same as a document. */
export function Component() {
  const engagementId = useEngagementId();
  const session = useSession();
  const [parameters, setParameters] = useSearchParams();
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.exec(parameters.get('month') ?? '')?.[0] ?? session.today.slice(0, 7);
  const own = session.account.party === 'city' ? 'city' : 'contractor';
  const party = (['contractor', 'city'] as const).find((one) => one === parameters.get('party')) ?? own;
  const report = useLoad(() => engagement.getMonthReport({ engagementId, month, party }), [engagementId, month, party]);
  const change = (name: string, value: string): void => {
    const next = new URLSearchParams(parameters);
    next.set(name, value);
    setParameters(next, { replace: true, preventScrollReset: true });
  };
  return (
    <Page title={text.title} lead={text.lead}>
      <Loaded from={report}>
        {({ duties, judgedOn, months }) => (
          <>
            <div className="grid grid-cols-[minmax(0,1fr)] gap-4 desktop-admin:grid-cols-2">
              <Select
                key={month}
                name="month"
                label={text.month}
                required
                defaultValue={month}
                onChange={(event) => change('month', event.target.value)}
                options={[...new Set([...months, month])].map((value) => ({
                  value,
                  label: formatEraMonth(`${value}-01`),
                }))}
              />
              <Select
                key={`${party} party`}
                name="party"
                label={text.party}
                required
                defaultValue={party}
                onChange={(event) => change('party', event.target.value)}
                options={['contractor', 'city'].map((value) => ({ value, label: PARTY_LABELS[value] ?? value }))}
              />
            </div>
            <DownloadLinks
              title={text.files}
              files={FORMATS.map((format) => ({
                kind: format,
                href: engagement.href('downloadMonthReport', { engagementId, month, party, format }),
              }))}
            />
            <p>
              {text.asOf(formatEra(judgedOn))}
              {OBLIGATION_STATES_IN_ORDER.map((state) => ({
                state,
                count: duties.filter((duty) => duty.state === state).length,
              }))
                .filter(({ count }) => count > 0)
                .map(({ state, count }) => `　${OBLIGATION_STATE_LABELS[state]} ${count}`)}
            </p>
            <Section title={text.duties}>
              <Table
                caption={text.duties}
                hideCaption
                rows={duties}
                rowKey={({ key }) => key}
                columns={COLUMNS}
                empty={
                  <EmptyState title={text.none}>
                    <p>{text.noneHelp}</p>
                  </EmptyState>
                }
              />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}

const COLUMNS: readonly Column<Obligation>[] = [
  {
    key: 'state',
    header: boardMessages.columns.state,
    nowrap: true,
    cell: ({ state }) => <ObligationState state={state} />,
  },
  {
    key: 'title',
    header: boardMessages.columns.title,
    rowHeader: true,
    cell: ({ title, clause, clauseTitle }) => (
      <div className="desktop:min-w-56">
        {title}
        <span className="block font-400 text-solid-gray-700">
          {clauseLabel(clause)}　{clauseTitle}
        </span>
      </div>
    ),
  },
  {
    key: 'due',
    header: boardMessages.columns.due,
    cell: ({ due, derivation }) => <DutyDue due={due} derivation={derivation} />,
  },
  { key: 'proof', header: boardMessages.columns.proof, cell: (duty) => <DutyProof duty={duty} /> },
];
