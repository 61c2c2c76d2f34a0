import { useNavigate } from 'react-router';
import { ListExchange } from '../../../web/list-exchange.tsx';
import { useCan, useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { VERIFICATION_STATE_NAMES } from '../labels.ts';
import { spoken } from '../rules/plan.ts';
import { hrefOf, toneOf, type Verification, verification } from './client.ts';
import { messages as text } from './messages.ja.ts';
import { PlanFields, planFrom, planProblems } from './plan-fields.tsx';

const columns = (engagementId: string): readonly ui.Column<Verification>[] => [
  {
    key: 'target',
    header: text.target,
    rowHeader: true,
    cell: ({ id, targetName }) => <ui.TextLink href={hrefOf(engagementId, id)}>{targetName}</ui.TextLink>,
  },
  {
    key: 'state',
    header: text.state,
    nowrap: true,
    cell: ({ state }) => <ui.StatusBadge tone={toneOf(state)}>{VERIFICATION_STATE_NAMES[state]}</ui.StatusBadge>,
  },
  {
    key: 'window',
    header: text.window,
    cell: ({ windowFrom, windowTo }) => text.windowOf(spoken(windowFrom), spoken(windowTo)),
  },
  { key: 'tool', header: text.tool, cell: ({ tool }) => tool },
  {
    key: 'found',
    header: text.found,
    cell: ({ run }) =>
      run === null ? '―' : text.foundOf(run.vulnerabilities.high, run.vulnerabilities.medium, run.vulnerabilities.low),
  },
];

/** The verifications of the engagement, and a plan for a further one. */
export function Component() {
  const engagementId = useEngagementId();
  const work = useCan()('verification.work');
  const navigate = useNavigate();
  const load = ui.useLoad(() => verification.listVerifications({ engagementId }), [engagementId]);
  return (
    <ui.Page
      title={text.title}
      lead={text.lead}
      actions={<ListExchange list="verification.verifications" engagementId={engagementId} />}
    >
      <ui.Loaded from={load}>
        {({ verifications, targets }) => (
          <>
            <ui.Table
              caption={text.list}
              hideCaption
              rows={verifications}
              rowKey={({ id }) => id}
              columns={columns(engagementId)}
              empty={<ui.EmptyState title={text.none} />}
            />
            {targets.length === 0 && (
              <p>
                {text.noTarget}
                <ui.TextLink href={`/engagements/${engagementId}/audit-plan/targets`}>{text.targets}</ui.TextLink>
              </p>
            )}
            {work && targets.length > 0 && (
              <ui.Section title={text.make}>
                <ui.Form
                  submitLabel={text.makeSubmit}
                  done={text.made}
                  check={planProblems}
                  submit={(form) =>
                    verification.draftVerification({ targetId: form.text('targetId'), ...planFrom(form) }, form.options)
                  }
                  onDone={({ id }) => void navigate(hrefOf(engagementId, id))}
                >
                  <ui.Select
                    name="targetId"
                    label={text.target}
                    required
                    options={targets.map(({ id, name }) => ({ value: id, label: name }))}
                  />
                  <PlanFields plan={null} />
                </ui.Form>
              </ui.Section>
            )}
          </>
        )}
      </ui.Loaded>
    </ui.Page>
  );
}
