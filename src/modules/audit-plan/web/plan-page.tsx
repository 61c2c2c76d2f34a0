import { useNavigate, useParams } from 'react-router';
import { useCan, useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { PLAN_STATE_NAMES } from '../labels.ts';
import { PlanTabs } from './frame.tsx';
import { planMessages } from './messages-plan.ja.ts';
import { departmentOptions, type Plan, plan, planHref, toneOf } from './plan-client.ts';
import { PlanForm } from './plan-form.tsx';

const text = planMessages.plans;
type Options = Awaited<ReturnType<typeof departmentOptions>>;

export function Component() {
  const engagementId = useEngagementId();
  const { planId = '' } = useParams();
  const load = ui.useLoad(
    async () => ({ one: await plan.getPlan({ planId }), departments: await departmentOptions() }),
    [planId],
  );
  const work = useCan()('audit-plan.work');
  return (
    <ui.Loaded from={load}>
      {({ one, departments }) => (
        <ui.Page title={one.title} breadcrumbs={[{ label: text.title, href: planHref(engagementId, 'plans') }]}>
          <PlanTabs />
          <p>
            {text.edition(one.position)}
            {'　'}
            <ui.StatusBadge tone={toneOf(one.state)}>{PLAN_STATE_NAMES[one.state]}</ui.StatusBadge>
          </p>
          {one.remark !== '' && (
            <ui.Notice tone="warning" title={text.remarkTitle}>
              {one.remark}
            </ui.Notice>
          )}
          {one.reason !== '' && <ui.Notice title={text.reasonTitle}>{one.reason}</ui.Notice>}
          {one.missing.length > 0 && <ui.Notice tone="warning">{text.missing(one.missing.join('、'))}</ui.Notice>}
          {one.position > 1 && (
            <div className="flex flex-wrap items-center gap-x-4 gap-y-1" data-print="never">
              <span aria-hidden="true">{text.changesOf(one.position)}</span>
              <ui.DownloadLinks
                title={text.changesOf(one.position)}
                files={(['docx', 'pdf'] as const).map((kind) => ({
                  kind,
                  href: plan.href('downloadPlanChanges', { planId, format: kind }),
                }))}
              />
            </div>
          )}
          <Actions one={one} reload={load.reload} />
          {work && (one.state === 'draft' || one.state === 'returned') ? (
            <PlanForm key={one.version} one={one} departments={departments} reload={load.reload} />
          ) : (
            <Read one={one} departments={departments} />
          )}
        </ui.Page>
      )}
    </ui.Loaded>
  );
}

function Read({ one, departments }: { one: Plan; departments: Options }) {
  return (
    <ui.DataList
      items={[
        { term: text.from, value: <ui.DayText day={one.from} /> },
        { term: text.to, value: <ui.DayText day={one.to} /> },
        ...one.fields.map(({ name, text: value, none }) => ({ term: name, value: none ? text.nothing : value })),
        { term: text.considered, value: one.considered.join('、') },
        ...one.years.map(({ fiscalYear, departmentIds }) => ({
          term: text.yearTitle(fiscalYear),
          value: departmentIds.map((id) => departments.find(({ value }) => value === id)?.label ?? '―').join('、'),
        })),
      ]}
    />
  );
}

function Actions({ one, reload }: { one: Plan; reload: () => void }) {
  const can = useCan();
  // The city decides; the side that submitted does not agree to its own plan.
  const city = can('audit-plan.decide');
  const navigate = useNavigate();
  const version = { planId: one.id, version: one.version };
  const submit = ui.useCommand((options) => plan.submitPlan(version, options), {
    done: text.submitted,
    onDone: reload,
  });
  const agree = ui.useCommand((options) => plan.agreePlan(version, options), { done: text.agreed, onDone: reload });
  const send = ui.useCommand((options) => plan.distributePlan(version, options), {
    done: text.distributed,
    onDone: reload,
  });
  const draft = one.state === 'draft' || one.state === 'returned';
  const answer = one.state === 'submitted' && can('audit-plan.submit') && (one.submittedBy === 'city') !== city;
  const laid = one.state === 'submitted' || one.state === 'agreed';
  return (
    <>
      {[submit, agree, send].map(({ problem }) =>
        problem === undefined ? null : <ui.Problem key={problem.message} problem={problem} />,
      )}
      <div className="flex flex-wrap gap-4">
        {draft && can('audit-plan.submit') && (
          <ui.ConfirmButton
            variant="solid"
            title={text.submitTitle}
            body={text.submitBody}
            busy={submit.busy}
            onConfirm={() => submit.run()}
          >
            {text.submit}
          </ui.ConfirmButton>
        )}
        {answer && (
          <ui.Button variant="solid" busy={agree.busy} onClick={() => void agree.run()}>
            {text.agree}
          </ui.Button>
        )}
        {laid && one.targetId !== null && one.distributedOn === null && can('audit-plan.send') && (
          <ui.Button busy={send.busy} onClick={() => void send.run()}>
            {text.distribute}
          </ui.Button>
        )}
      </div>
      {answer && (
        <ui.Disclosure summary={text.return}>
          <ui.Form
            submitLabel={text.return}
            done={text.returned}
            submit={(form) => plan.returnPlan({ ...version, remark: form.text('remark') }, form.options)}
            onDone={reload}
          >
            <ui.TextField name="remark" label={text.remark} required maxLength={200} />
          </ui.Form>
        </ui.Disclosure>
      )}
      {laid && can('audit-plan.work') && (
        <ui.Disclosure summary={text.change}>
          <ui.Form
            submitLabel={text.change}
            done={text.changed}
            submit={(form) => plan.changePlan({ planId: one.id, reason: form.text('reason') }, form.options)}
            onDone={({ id }) => void navigate(planHref(one.engagementId, `plans/${id}`))}
          >
            <ui.TextField name="reason" label={text.reason} required maxLength={200} />
          </ui.Form>
        </ui.Disclosure>
      )}
    </>
  );
}
