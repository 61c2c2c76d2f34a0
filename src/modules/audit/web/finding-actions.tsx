/** What can be done with a finding in its present state, by whom. */
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { VIEW_LABELS } from '../labels.ts';
import { audit, choicesOf, type Finding } from './audit-client.ts';
import { messages } from './messages-result.ja.ts';

const text = messages.findings;
const VIEWS = ['agreed', 'objected'] as const;

interface Part {
  readonly finding: Finding;
  readonly reload: () => void;
}

export function FindingActions({ finding, reload }: Part) {
  const can = useCan();
  const input = { findingId: finding.id, version: finding.version };
  const review = ui.useCommand((options) => audit.reviewFinding(input, options), { onDone: reload });
  const confirm = ui.useCommand((options) => audit.confirmFinding(input, options), { onDone: reload });
  const show = ui.useCommand((options) => audit.showFinding(input, options), { onDone: reload });
  const problem = review.problem ?? confirm.problem ?? show.problem;
  const { state } = finding;
  const city = can('audit.city');
  const workable = can('audit.work') && state !== 'agreed' && state !== 'withdrawn';
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      {problem !== undefined && <ui.Problem problem={problem} />}
      <div className="flex flex-wrap gap-3 empty:hidden">
        {can('audit.lead') && (state === 'draft' || state === 'reopened') && (
          <ui.ConfirmButton
            variant="solid"
            title={text.reviewTitle}
            body={text.reviewBody}
            busy={review.busy}
            onConfirm={() => review.run()}
          >
            {text.review}
          </ui.ConfirmButton>
        )}
        {city && state === 'issued' && (
          <ui.ConfirmButton
            variant="solid"
            title={text.confirmTitle}
            body={text.confirmBody}
            busy={confirm.busy}
            onConfirm={() => confirm.run()}
          >
            {text.confirm}
          </ui.ConfirmButton>
        )}
        {city && state === 'confirmed' && (
          <ui.ConfirmButton
            variant="solid"
            title={text.showTitle}
            body={text.showBody}
            busy={show.busy}
            onConfirm={() => show.run()}
          >
            {text.show}
          </ui.ConfirmButton>
        )}
      </div>
      {city && state === 'issued' && <Return finding={finding} reload={reload} />}
      {city && (state === 'confirmed' || state === 'shown') && <RecordView finding={finding} reload={reload} />}
      {workable && <Withdraw finding={finding} reload={reload} />}
    </div>
  );
}

function Return({ finding, reload }: Part) {
  return (
    <ui.Disclosure summary={text.return}>
      <ui.Form
        version={finding.version}
        draft={`audit-finding-return:${finding.id}`}
        submitLabel={text.return}
        submit={(form) =>
          audit.returnFinding(
            { findingId: finding.id, version: form.version, remark: form.text('remark') },
            form.options,
          )
        }
        onDone={reload}
      >
        <ui.TextArea name="remark" label={text.remark} required maxLength={4000} />
      </ui.Form>
    </ui.Disclosure>
  );
}

function RecordView({ finding, reload }: Part) {
  const { sectionDraft } = finding;
  const objectedBefore = finding.views.some(({ view }) => view === 'objected');
  return (
    <ui.Section title={text.recordView}>
      {sectionDraft !== null && (
        <ui.Notice title={text.sectionDraft}>
          {VIEW_LABELS[sectionDraft.view]}　{sectionDraft.text}
        </ui.Notice>
      )}
      <ui.Form
        key={finding.version}
        version={finding.version}
        draft={`audit-finding-view:${finding.id}`}
        submitLabel={text.recordView}
        submit={(form) => {
          const settledReason = form.text('settledReason');
          return audit.recordFindingView(
            {
              findingId: finding.id,
              version: form.version,
              view: form.one('view', VIEWS),
              sectionText: form.text('sectionText'),
              ...(settledReason === '' ? {} : { settledReason }),
            },
            form.options,
          );
        }}
        onDone={reload}
      >
        <ui.RadioGroup
          name="view"
          label={text.view}
          required
          inline
          options={choicesOf(VIEW_LABELS)}
          defaultValue={sectionDraft?.view ?? null}
        />
        <ui.TextArea
          name="sectionText"
          label={text.sectionText}
          maxLength={4000}
          defaultValue={sectionDraft?.text ?? ''}
        />
        {objectedBefore && (
          <ui.TextArea name="settledReason" label={text.settled} hint={text.settledHelp} rows={2} maxLength={4000} />
        )}
      </ui.Form>
    </ui.Section>
  );
}

function Withdraw({ finding, reload }: Part) {
  return (
    <ui.Disclosure summary={text.withdraw}>
      <ui.Form
        version={finding.version}
        submitLabel={text.withdraw}
        submit={(form) =>
          audit.withdrawFinding(
            { findingId: finding.id, version: form.version, reason: form.text('reason') },
            form.options,
          )
        }
        onDone={reload}
      >
        <ui.TextField name="reason" label={text.withdrawReason} required maxLength={1000} />
      </ui.Form>
    </ui.Disclosure>
  );
}
