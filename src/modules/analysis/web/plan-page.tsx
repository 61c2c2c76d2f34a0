import { useState } from 'react';
import { useEngagementId } from '../../../web/session.ts';
import {
  type Column,
  DateField,
  Disclosure,
  EmptyState,
  Form,
  LinkButton,
  NumberField,
  Page,
  Section,
  Table,
} from '../../../web/ui/index.ts';
import { analysis, type PlanReply } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.plan;
const { columns } = text;

/** Which departments to audit when rotation, times to avoid and the number of audits are looked at together. */
export function Component() {
  const engagementId = useEngagementId();
  const [plan, setPlan] = useState<PlanReply>();
  return (
    <Page title={text.title} lead={text.lead}>
      <Disclosure summary={text.rules}>
        <ol className="list-decimal ps-6">
          {text.ruleList.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ol>
      </Disclosure>
      <Section title={text.conditions}>
        <Form
          submitLabel={text.submit}
          guard={false}
          done={null}
          submit={(form) =>
            analysis.planAudits({
              engagementId,
              from: form.day('from'),
              to: form.day('to'),
              capacity: form.number('capacity'),
              rest: form.number('rest'),
              cycle: form.number('cycle'),
              days: form.number('days'),
            })
          }
          onDone={setPlan}
        >
          <DateField name="from" label={text.from} required />
          <DateField name="to" label={text.to} required />
          <NumberField name="capacity" label={text.capacity} required min={1} max={50} defaultValue={4} />
          <NumberField name="rest" label={text.rest} required min={0} max={10} defaultValue={2} />
          <NumberField name="cycle" label={text.cycle} required min={1} max={20} defaultValue={5} />
          <NumberField name="days" label={text.days} required min={1} max={60} defaultValue={10} />
        </Form>
      </Section>
      {plan !== undefined && <Plan plan={plan} engagementId={engagementId} />}
    </Page>
  );
}

function Plan({ plan, engagementId }: { plan: PlanReply; engagementId: string }) {
  return (
    <>
      <Section title={text.chosen}>
        <p role="status">{text.openDays(plan.openDays)}</p>
        {plan.unranked > 0 && <p>{text.unranked(plan.unranked)}</p>}
        <Table
          caption={text.chosen}
          hideCaption
          rows={plan.chosen}
          rowKey={({ departmentId }) => departmentId}
          empty={<EmptyState title={text.none} />}
          columns={CHOSEN}
        />
        <div>
          <LinkButton href={decisionOn(plan, engagementId)}>{text.select}</LinkButton>
        </div>
      </Section>
      <Section title={text.passed}>
        <Table
          caption={text.passed}
          hideCaption
          rows={plan.passed}
          rowKey={({ departmentId }) => departmentId}
          empty={<EmptyState title={text.passedNone} />}
          columns={PASSED}
        />
      </Section>
    </>
  );
}

/** The page of the decision with the departments of the plan chosen. */
const decisionOn = ({ chosen }: PlanReply, engagementId: string): string =>
  `/engagements/${engagementId}/self-check/ranking?plan=${chosen.map(({ departmentId }) => departmentId).join(',')}#selection`;

type Planned = PlanReply['chosen'][number];

const common: readonly Column<Planned>[] = [
  { key: 'department', header: columns.department, rowHeader: true, cell: ({ departmentName }) => departmentName },
  { key: 'rank', header: columns.rank, align: 'end', cell: ({ rank }) => rank },
  { key: 'value', header: columns.value, align: 'end', cell: ({ value }) => value.toFixed(1) },
  {
    key: 'last',
    header: columns.last,
    cell: ({ lastAudited }) => (lastAudited === null ? text.never : messages.years.year(lastAudited)),
  },
  { key: 'free', header: columns.free, align: 'end', cell: ({ freeDays }) => freeDays },
];

const CHOSEN: readonly Column<Planned>[] = [
  ...common,
  { key: 'reason', header: columns.reason, cell: ({ reason }) => reason },
];

const PASSED: readonly Column<PlanReply['passed'][number]>[] = [
  ...common,
  { key: 'why', header: columns.why, cell: ({ why }) => text.why[why] },
  { key: 'reason', header: columns.reason, cell: ({ reason }) => reason },
];
