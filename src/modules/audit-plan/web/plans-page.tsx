import { useNavigate } from 'react-router';
import { ListExchange } from '../../../web/list-exchange.tsx';
import { useCan, useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { PLAN_STAGE_NAMES, PLAN_STATE_NAMES } from '../labels.ts';
import { PlanTabs } from './frame.tsx';
import { planMessages } from './messages-plan.ja.ts';
import { choicesOf, type Plan, plan, planHref, toneOf } from './plan-client.ts';

const text = planMessages.plans;

const columns = (engagementId: string, nameOf: (id: string) => string): readonly ui.Column<Plan>[] => [
  {
    key: 'title',
    header: text.name,
    rowHeader: true,
    cell: ({ id, title, targetId }) => (
      <ui.TextLink href={planHref(engagementId, `plans/${id}`)}>
        {targetId === null ? title : `${title}（${nameOf(targetId)}）`}
      </ui.TextLink>
    ),
  },
  { key: 'version', header: text.version, nowrap: true, cell: ({ position }) => text.edition(position) },
  {
    key: 'state',
    header: text.state,
    nowrap: true,
    cell: ({ state }) => <ui.StatusBadge tone={toneOf(state)}>{PLAN_STATE_NAMES[state]}</ui.StatusBadge>,
  },
  {
    key: 'submittedOn',
    header: text.submittedOn,
    cell: ({ submittedOn }) => <ui.DayText day={submittedOn} look="short" />,
  },
  { key: 'agreedOn', header: text.agreedOn, cell: ({ agreedOn }) => <ui.DayText day={agreedOn} look="short" /> },
  {
    key: 'confirmedOn',
    header: text.confirmedOn,
    cell: ({ confirmedOn }) => <ui.DayText day={confirmedOn} look="short" />,
  },
];

export function Component() {
  const engagementId = useEngagementId();
  const navigate = useNavigate();
  const may = useCan()('audit-plan.work');
  const load = ui.useLoad(
    async () => ({
      ...(await plan.listPlans({ engagementId })),
      ...(await plan.listTargets({ engagementId })),
      ...(await plan.listProgrammes({ engagementId })),
    }),
    [engagementId],
  );
  return (
    <ui.Page title={text.title} lead={text.lead}>
      <PlanTabs />
      <ui.Loaded from={load}>
        {({ plans, targets, programmes }) => (
          <>
            <p>
              <ListExchange list="audit-plan.audit-plans" engagementId={engagementId} />
            </p>
            <ui.Table
              caption={text.title}
              hideCaption
              rows={plans}
              rowKey={({ id }) => id}
              columns={columns(engagementId, (id) => targets.find((one) => one.id === id)?.name ?? '―')}
              empty={<ui.EmptyState title={text.none}>{text.noneHelp}</ui.EmptyState>}
            />
            {may && (
              <ui.Section title={text.make}>
                <ui.Form
                  submitLabel={text.submitNew}
                  done={text.made}
                  submit={(form) =>
                    plan.draftPlan(
                      {
                        engagementId,
                        stage: form.one('stage', ['three-year', 'yearly', 'basic', 'implementation']),
                        programmeId: form.textOrNull('programmeId'),
                        targetId: form.textOrNull('targetId'),
                      },
                      form.options,
                    )
                  }
                  onDone={({ id }) => void navigate(planHref(engagementId, `plans/${id}`))}
                >
                  <ui.Select name="stage" label={text.kind} required options={choicesOf(PLAN_STAGE_NAMES)} />
                  <ui.Select
                    name="programmeId"
                    label={text.programme}
                    options={programmes
                      .filter(({ retired, edition }) => !retired && edition !== null)
                      .map(({ id, title }) => ({ value: id, label: title }))}
                  />
                  <ui.Select
                    name="targetId"
                    label={text.target}
                    options={targets
                      .filter(({ state }) => state !== 'withdrawn')
                      .map(({ id, name }) => ({ value: id, label: name }))}
                  />
                </ui.Form>
              </ui.Section>
            )}
          </>
        )}
      </ui.Loaded>
    </ui.Page>
  );
}
