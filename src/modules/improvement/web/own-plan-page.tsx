import { useParams } from 'react-router';
import { useCan, useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { FIELD_NAMES } from '../labels.ts';
import { improvement, ownHref, type Plan } from './client.ts';
import { messages } from './messages.ja.ts';
import { FieldsPart, FindingPart, HistoryPart, PlanStanding, SheetLinks } from './plan-record.tsx';

const text = messages.own;

interface Part {
  readonly plan: Plan;
  readonly reload: () => void;
}

export function Component() {
  const engagementId = useEngagementId();
  const { planId = '' } = useParams();
  const load = ui.useLoad(() => improvement.getOwnPlan({ planId }), [planId]);
  const title = load.state === 'ready' ? load.data.finding.title : text.title;
  return (
    <ui.Page title={title} breadcrumbs={[{ label: text.back, href: ownHref(engagementId) }]}>
      <ui.Loaded from={load}>{(plan) => <Own key={plan.version} plan={plan} reload={load.reload} />}</ui.Loaded>
    </ui.Page>
  );
}

function Own({ plan, reload }: Part) {
  const writes = useCan()('improvement.own.write') && !plan.findingWithdrawn;
  const writing = plan.state === 'issued' || plan.state === 'returned';
  return (
    <>
      <PlanStanding plan={plan} />
      <SheetLinks
        files={(['xlsx', 'docx', 'pdf'] as const).map((format) => ({
          kind: format,
          href: improvement.href('downloadOwnSheet', { planId: plan.id, format }),
        }))}
      />
      <FindingPart plan={plan} />
      {writes && writing ? (
        <>
          <Write plan={plan} reload={reload} />
          <Upload plan={plan} reload={reload} />
          <Submit plan={plan} reload={reload} />
        </>
      ) : (
        <FieldsPart plan={plan} />
      )}
      {writes && plan.state === 'approved' && <Reports plan={plan} reload={reload} />}
      <HistoryPart
        plan={plan}
        fileHref={(fileId) => improvement.href('downloadOwnFile', { planId: plan.id, fileId })}
      />
    </>
  );
}

function Write({ plan, reload }: Part) {
  const { fields } = plan;
  const area = (name: 'cause' | 'measure' | 'shortTerm' | 'longTerm', rows: number) => (
    <ui.TextArea
      name={name}
      label={FIELD_NAMES[name]}
      hint={text.hints[name]}
      maxLength={4000}
      rows={rows}
      defaultValue={fields[name]}
    />
  );
  return (
    <ui.Section title={text.write}>
      <p>{text.writeHelp}</p>
      <ui.Form
        version={plan.version}
        draft={`improvement-plan:${plan.id}`}
        submitLabel={text.save}
        done={text.saved}
        submit={(form) =>
          improvement.savePlan(
            {
              planId: plan.id,
              version: form.version,
              cause: form.text('cause'),
              measure: form.text('measure'),
              shortTerm: form.text('shortTerm'),
              longTerm: form.text('longTerm'),
              responsible: form.text('responsible'),
              due: form.dayOrNull('due'),
              budget: form.text('budget'),
            },
            form.options,
          )
        }
        onDone={reload}
      >
        {area('cause', 3)}
        {area('measure', 4)}
        {area('shortTerm', 3)}
        {area('longTerm', 3)}
        <ui.TextField
          name="responsible"
          label={FIELD_NAMES.responsible}
          hint={text.hints.responsible}
          maxLength={200}
          defaultValue={fields.responsible}
        />
        <ui.DateField name="due" label={FIELD_NAMES.due} defaultValue={fields.due} />
        <ui.TextField
          name="budget"
          label={FIELD_NAMES.budget}
          hint={text.hints.budget}
          maxLength={1000}
          defaultValue={fields.budget}
        />
      </ui.Form>
    </ui.Section>
  );
}

function Upload({ plan, reload }: Part) {
  return (
    <ui.Disclosure summary={text.upload}>
      <p>{text.uploadHelp}</p>
      <ui.Form
        version={plan.version}
        guard={false}
        submitLabel={text.upload}
        done={text.uploaded}
        submit={(form) => {
          const [fileId = ''] = form.fileIds('fileId');
          return improvement.readSheet({ planId: plan.id, version: form.version, fileId }, form.options);
        }}
        onDone={reload}
      >
        <ui.FileUpload name="fileId" label={text.uploadFile} required accept=".xlsx" />
      </ui.Form>
    </ui.Disclosure>
  );
}

function Submit({ plan, reload }: Part) {
  const may = useCan()('improvement.own.submit');
  const submit = ui.useCommand(
    (options) => improvement.submitPlan({ planId: plan.id, version: plan.version }, options),
    { done: text.submitted, onDone: reload },
  );
  if (!may) return <ui.Notice>{text.headSubmits}</ui.Notice>;
  return (
    <ui.Section title={text.submit}>
      {submit.problem !== undefined && <ui.Problem problem={submit.problem} />}
      <p>
        <ui.ConfirmButton
          variant="solid"
          title={text.submitTitle}
          body={text.submitBody}
          busy={submit.busy}
          onConfirm={() => submit.run()}
        >
          {text.submit}
        </ui.ConfirmButton>
      </p>
    </ui.Section>
  );
}

function Reports({ plan, reload }: Part) {
  const submits = useCan()('improvement.own.submit');
  return (
    <>
      <ui.Section title={text.progress}>
        <ui.Form
          version={plan.version}
          draft={`improvement-progress:${plan.id}`}
          submitLabel={text.progress}
          done={text.progressed}
          submit={(form) =>
            improvement.reportProgress(
              {
                planId: plan.id,
                version: form.version,
                percent: form.number('percent'),
                text: form.text('text'),
                fileIds: form.fileIds('fileIds'),
              },
              form.options,
            )
          }
          onDone={reload}
        >
          <ui.NumberField name="percent" label={text.percent} required min={0} max={100} defaultValue={plan.percent} />
          <ui.TextArea name="text" label={text.progressText} required maxLength={4000} rows={3} />
          <ui.FileUpload name="fileIds" label={text.files} hint={text.filesHelp} multiple />
        </ui.Form>
      </ui.Section>
      {submits && (
        <ui.Section title={text.report}>
          <ui.Form
            version={plan.version}
            draft={`improvement-report:${plan.id}`}
            submitLabel={text.report}
            done={text.reported}
            submit={(form) =>
              improvement.reportImprovement(
                {
                  planId: plan.id,
                  version: form.version,
                  text: form.text('text'),
                  evaluation: form.text('evaluation'),
                  fileIds: form.fileIds('fileIds'),
                },
                form.options,
              )
            }
            onDone={reload}
          >
            <ui.TextArea name="text" label={text.reportText} required maxLength={4000} rows={3} />
            <ui.TextArea name="evaluation" label={text.evaluation} required maxLength={4000} rows={3} />
            <ui.FileUpload name="fileIds" label={text.files} hint={text.filesHelp} multiple />
          </ui.Form>
        </ui.Section>
      )}
    </>
  );
}
