import { useParams } from 'react-router';
import { DocumentLinks } from '../../../web/document-links.tsx';
import { useCan, useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { VERIFICATION_STATE_NAMES } from '../labels.ts';
import { cancellable, disturbable, editable, runnable, spoken } from '../rules/plan.ts';
import { files, hrefOf, toneOf, type Verification, verification } from './client.ts';
import { DisturbancePart } from './disturbance-part.tsx';
import { messages as text } from './messages.ja.ts';
import { PlanFields, planFrom, planProblems } from './plan-fields.tsx';
import { RunForm, RunRead } from './run-part.tsx';

/** One verification: its plan, the approval, the run, disturbances. */
export function Component() {
  const engagementId = useEngagementId();
  const { verificationId = '' } = useParams();
  const can = useCan();
  const load = ui.useLoad(() => verification.getVerification({ verificationId }), [verificationId]);
  return (
    <ui.Loaded from={load}>
      {(one) => (
        <ui.Page
          title={`${text.title}　${one.targetName}`}
          breadcrumbs={[{ label: text.title, href: hrefOf(engagementId) }]}
        >
          <p>
            <ui.StatusBadge tone={toneOf(one.state)}>{VERIFICATION_STATE_NAMES[one.state]}</ui.StatusBadge>
          </p>
          {one.remark !== '' && (
            <ui.Notice tone="warning" title={text.remarkTitle}>
              {one.remark}
            </ui.Notice>
          )}
          {one.state === 'stopped' && <ui.Notice tone="warning">{text.stopped}</ui.Notice>}
          {one.ending !== '' && <ui.Notice title={text.ending}>{one.ending}</ui.Notice>}
          <Actions one={one} reload={load.reload} />
          <ui.Section title={text.plan}>
            <DocumentLinks title={text.papers.plan} files={files(one, 'verification-plan')} />
            {editable(one.state) && can('verification.work') ? (
              <PlanForm key={one.version} one={one} reload={load.reload} />
            ) : (
              <PlanRead one={one} />
            )}
          </ui.Section>
          {one.run !== null && <RunRead one={one} />}
          {one.run === null && runnable(one.state) && can('verification.work') && (
            <RunForm key={one.version} one={one} reload={load.reload} />
          )}
          {disturbable(one.state) && <DisturbancePart key={`d${one.version}`} one={one} reload={load.reload} />}
        </ui.Page>
      )}
    </ui.Loaded>
  );
}

interface Part {
  readonly one: Verification;
  readonly reload: () => void;
}

function PlanForm({ one, reload }: Part) {
  return (
    <ui.Form
      version={one.version}
      draft={`verification:${one.id}`}
      submitLabel={text.save}
      done={text.saved}
      check={planProblems}
      submit={(form) =>
        verification.saveVerification(
          { verificationId: one.id, version: form.version, ...planFrom(form) },
          form.options,
        )
      }
      onDone={reload}
    >
      <PlanFields plan={one} />
    </ui.Form>
  );
}

function PlanRead({ one }: { readonly one: Verification }) {
  const { fields } = text;
  return (
    <ui.DataList
      items={[
        { term: fields.subject, value: one.subject },
        { term: fields.purpose, value: one.purpose },
        { term: fields.method, value: one.method },
        { term: fields.tool, value: one.tool },
        { term: text.window, value: text.windowOf(spoken(one.windowFrom), spoken(one.windowTo)) },
        { term: fields.stopConditions, value: one.stopConditions },
        { term: fields.contact, value: one.contact },
        { term: fields.precautions, value: one.precautions === '' ? '―' : one.precautions },
        ...(one.approvedOn === null
          ? []
          : [
              { term: text.approvedOn, value: <ui.DayText day={one.approvedOn} /> },
              { term: text.conditions, value: one.conditions === '' ? '―' : one.conditions },
            ]),
      ]}
    />
  );
}

function Actions({ one, reload }: Part) {
  const can = useCan();
  const input = { verificationId: one.id, version: one.version };
  const submit = ui.useCommand((options) => verification.submitVerification(input, options), {
    done: text.submitted,
    onDone: reload,
  });
  const decides = one.state === 'submitted' && can('verification.approve');
  return (
    <>
      {submit.problem !== undefined && <ui.Problem problem={submit.problem} />}
      {editable(one.state) && can('verification.work') && (
        <div>
          <ui.ConfirmButton
            variant="solid"
            title={text.submitTitle}
            body={text.submitBody}
            busy={submit.busy}
            onConfirm={() => submit.run()}
          >
            {text.submit}
          </ui.ConfirmButton>
        </div>
      )}
      {decides && (
        <>
          <ui.Form
            submitLabel={text.approve}
            done={text.approved}
            submit={(form) =>
              verification.approveVerification({ ...input, conditions: form.text('conditions') }, form.options)
            }
            onDone={reload}
          >
            <ui.TextArea name="conditions" label={text.conditions} maxLength={4000} rows={2} />
          </ui.Form>
          <ui.Disclosure summary={text.return}>
            <ui.Form
              submitLabel={text.return}
              done={text.returned}
              submit={(form) =>
                verification.returnVerification({ ...input, remark: form.text('remark') }, form.options)
              }
              onDone={reload}
            >
              <ui.TextArea name="remark" label={text.remark} required maxLength={2000} rows={2} />
            </ui.Form>
          </ui.Disclosure>
        </>
      )}
      {cancellable(one.state) && one.run === null && can('verification.work') && (
        <ui.Disclosure summary={text.cancel}>
          <ui.Form
            submitLabel={text.cancel}
            done={text.cancelled}
            submit={(form) => verification.cancelVerification({ ...input, reason: form.text('reason') }, form.options)}
            onDone={reload}
          >
            <ui.TextArea name="reason" label={text.cancelReason} required maxLength={2000} rows={2} />
          </ui.Form>
        </ui.Disclosure>
      )}
    </>
  );
}
