import { useCan, useEngagementId, useSession } from '../../../web/session.ts';
import {
  type Column,
  DataList,
  DownloadLinks,
  EmptyState,
  InstantText,
  Loaded,
  Notice,
  Page,
  Section,
  StatusBadge,
  type BadgeTone,
  Table,
  TextLink,
  useLoad,
} from '../../../web/ui/index.ts';
import { engagement, type Plan } from './client.ts';
import { messages } from './messages.ja.ts';
import { DecidePlan, DraftPlan, SubmitPlan } from './plan-forms.tsx';

const text = messages.plans;

/** The versions of the work plan: drafted and submitted by the contractor, approved or returned by the city. */
export function Component() {
  const engagementId = useEngagementId();
  const can = useCan();
  const { party } = useSession().account;
  const plans = useLoad(
    async () => ({
      ...(await engagement.listPlans({ engagementId })),
      changed: (await engagement.listTasks({ engagementId })).changedSinceApproval,
    }),
    [engagementId],
  );
  const contractor = party === 'contractor';
  return (
    <Page title={text.title} lead={text.lead}>
      <Loaded from={plans}>
        {({ plans: versions, changed }) => {
          const latest = versions.at(-1);
          return (
            <>
              {changed && (
                <Notice tone="warning" title={text.changed}>
                  <p>{contractor ? text.changedContractor : text.changedCity}</p>
                </Notice>
              )}
              {latest === undefined ? (
                <EmptyState title={text.empty}>
                  <p>{contractor ? text.emptyContractor : text.emptyCity}</p>
                </EmptyState>
              ) : (
                <>
                  <LatestPlan plan={latest} />
                  {latest.state === 'draft' && can('engagement.plan') && (
                    <SubmitPlan engagementId={engagementId} plan={latest} onDone={plans.reload} />
                  )}
                  {latest.state === 'submitted' && can('engagement.approve') && (
                    <DecidePlan engagementId={engagementId} plan={latest} onDone={plans.reload} />
                  )}
                  <Section title={text.history}>
                    <Table
                      caption={text.history}
                      hideCaption
                      rows={versions.toReversed()}
                      rowKey={({ id }) => id}
                      columns={columnsFor(engagementId, versions)}
                    />
                  </Section>
                </>
              )}
              {can('engagement.plan') &&
                (latest?.state === 'submitted' ? (
                  <p>{text.waiting}</p>
                ) : (
                  <DraftPlan engagementId={engagementId} previous={latest} onDone={plans.reload} />
                ))}
            </>
          );
        }}
      </Loaded>
      {can('deliverables.read') && (
        <p>
          {text.documents} <TextLink href={`/engagements/${engagementId}/deliverables`}>{text.toDeliverables}</TextLink>
        </p>
      )}
    </Page>
  );
}

const TONES: Readonly<Record<Plan['state'], BadgeTone>> = {
  draft: 'neutral',
  submitted: 'warning',
  approved: 'success',
  returned: 'error',
};

function PlanState({ state }: { state: Plan['state'] }) {
  return <StatusBadge tone={TONES[state]}>{text.states[state]}</StatusBadge>;
}

function LatestPlan({ plan }: { plan: Plan }) {
  return (
    <Section title={text.current(plan.version)}>
      <DataList
        items={[
          { term: text.columns.state, value: <PlanState state={plan.state} /> },
          ...(plan.returnedReason === null ? [] : [{ term: text.returnedReason, value: plan.returnedReason }]),
          { term: text.columns.drafted, value: <InstantText at={plan.draftedAt} /> },
          { term: text.columns.submitted, value: <InstantText at={plan.submittedAt} /> },
          { term: text.columns.decided, value: <InstantText at={plan.decidedAt} /> },
          { term: text.reason, value: plan.reason },
          { term: text.organisation, value: plan.organisation },
          { term: text.environment, value: plan.environment },
          { term: text.tasks, value: text.tasksText(plan.tasks.length) },
        ]}
      />
    </Section>
  );
}

const columnsFor = (engagementId: string, versions: readonly Plan[]): readonly Column<Plan>[] => [
  { key: 'version', header: text.columns.version, rowHeader: true, cell: ({ version }) => text.version(version) },
  { key: 'state', header: text.columns.state, nowrap: true, cell: ({ state }) => <PlanState state={state} /> },
  { key: 'drafted', header: text.columns.drafted, cell: ({ draftedAt }) => <InstantText at={draftedAt} /> },
  { key: 'submitted', header: text.columns.submitted, cell: ({ submittedAt }) => <InstantText at={submittedAt} /> },
  { key: 'decided', header: text.columns.decided, cell: ({ decidedAt }) => <InstantText at={decidedAt} /> },
  {
    key: 'reason',
    header: text.columns.reason,
    cell: ({ reason, returnedReason }) => (
      <>
        {reason === '' && returnedReason === null ? '―' : reason}
        {returnedReason !== null && (
          <p>
            {text.returnedReason}：{returnedReason}
          </p>
        )}
      </>
    ),
  },
  {
    key: 'changes',
    header: text.columns.changes,
    cell: ({ id, version }) =>
      versions.some((other) => other.version < version) ? (
        <DownloadLinks
          title={text.changesOf(version)}
          files={(['docx', 'pdf'] as const).map((kind) => ({
            kind,
            href: engagement.href('downloadPlanChanges', { engagementId, planId: id, format: kind }),
          }))}
        />
      ) : (
        text.firstVersion
      ),
  },
];
