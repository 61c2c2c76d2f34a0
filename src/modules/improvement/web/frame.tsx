/** What the pages of the follow-up share. */
import { useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { PLAN_STATE_NAMES, WAITING_NAMES } from '../labels.ts';
import { improvementHref, type Plan, toneOf } from './client.ts';
import { messages } from './messages.ja.ts';

export function FollowUpTabs() {
  const engagementId = useEngagementId();
  const { name, plans, ...pages } = messages.tabs;
  return (
    <ui.Tabs
      name={name}
      items={[
        { label: plans, href: improvementHref(engagementId), exact: true },
        ...Object.entries(pages).map(([page, label]) => ({ label, href: improvementHref(engagementId, page) })),
      ]}
    />
  );
}

/** The state, and what is out of the ordinary about the plan. */
export function PlanBadges({ plan }: { readonly plan: Plan }) {
  return (
    <span className="inline-flex flex-wrap gap-2">
      <ui.StatusBadge tone={toneOf(plan.state)}>{PLAN_STATE_NAMES[plan.state]}</ui.StatusBadge>
      {plan.late && <ui.StatusBadge tone="error">{messages.plans.overdue}</ui.StatusBadge>}
      {plan.findingWithdrawn && <ui.StatusBadge tone="warning">{messages.plans.withdrawn}</ui.StatusBadge>}
      {plan.carriedFrom !== null && <ui.StatusBadge tone="neutral">{messages.plans.carried}</ui.StatusBadge>}
    </span>
  );
}

/** The columns that the office's list and the department's list share. */
export const planColumns = (href: (plan: Plan) => string, owner: boolean): readonly ui.Column<Plan>[] => {
  const text = messages.plans;
  return [
    {
      key: 'finding',
      header: text.finding,
      rowHeader: true,
      cell: (plan) => (
        <>
          <ui.TextLink href={href(plan)}>{plan.finding.title}</ui.TextLink>
          <p className="font-400">{plan.audit.targetName}</p>
          {plan.finding.times > 1 && <p className="font-400">{text.again(plan.finding.times)}</p>}
        </>
      ),
    },
    ...(owner
      ? [
          {
            key: 'owner',
            header: text.owner,
            cell: ({ departmentName }: Plan) => departmentName,
            sortBy: ({ departmentName }: Plan) => departmentName,
          },
        ]
      : []),
    { key: 'state', header: text.state, cell: (plan) => <PlanBadges plan={plan} /> },
    { key: 'waiting', header: text.waiting, nowrap: true, cell: ({ waiting }) => WAITING_NAMES[waiting] },
    {
      key: 'until',
      header: text.until,
      cell: ({ waitingUntil }) => <ui.DayText day={waitingUntil} look="short" />,
      sortBy: ({ waitingUntil }) => waitingUntil,
    },
    { key: 'percent', header: text.percent, align: 'end', nowrap: true, cell: ({ percent }) => `${percent}％` },
  ];
};
