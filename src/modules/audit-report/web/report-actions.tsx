/** The steps of a report: finished, public edition checked, settled, returned, begun anew. */
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { report, type ReportView } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.one;

export function ReportActions({ one, reload }: { one: ReportView; reload: () => void }) {
  const can = useCan();
  const at = { reportId: one.id, version: one.version };
  const finish = ui.useCommand((options) => report.finishReport(at, options), { done: text.finished, onDone: reload });
  const open = ui.useCommand((options) => report.checkPublicEdition(at, options), {
    done: text.publicChecked,
    onDone: reload,
  });
  const settle = ui.useCommand((options) => report.settleReport(at, options), { done: text.settled, onDone: reload });
  const writing = one.state === 'draft' || one.state === 'returned';
  const checkPublic = !writing && one.publicName !== null && one.publicEdition?.number !== one.number;
  return (
    <>
      {[finish, open, settle].map(({ problem }) =>
        problem === undefined ? null : <ui.Problem key={problem.message} problem={problem} />,
      )}
      <div className="flex flex-wrap gap-4">
        {writing && can('audit-report.lead') && (
          <ui.ConfirmButton
            variant="solid"
            title={text.finishTitle}
            body={text.finishBody}
            busy={finish.busy}
            onConfirm={() => finish.run()}
          >
            {text.finish}
          </ui.ConfirmButton>
        )}
        {checkPublic && can('audit-report.lead') && (
          <ui.Button busy={open.busy} onClick={() => void open.run()}>
            {text.checkPublic(one.publicName ?? '')}
          </ui.Button>
        )}
        {one.state === 'finished' && can('audit-report.city') && (
          <ui.ConfirmButton
            variant="solid"
            title={text.settleTitle}
            body={text.settleBody}
            busy={settle.busy}
            onConfirm={() => settle.run()}
          >
            {text.settle}
          </ui.ConfirmButton>
        )}
      </div>
      {one.state === 'finished' && can('audit-report.city') && (
        <ui.Disclosure summary={text.return}>
          <ui.Form
            submitLabel={text.return}
            done={text.returned}
            submit={(form) => report.returnReport({ ...at, remark: form.text('remark') }, form.options)}
            onDone={reload}
          >
            <ui.TextArea name="remark" label={text.returnRemark} required maxLength={10_000} rows={4} />
          </ui.Form>
        </ui.Disclosure>
      )}
      {!writing && can('audit-report.work') && (
        <ui.Disclosure summary={text.revise}>
          <ui.Form
            submitLabel={text.revise}
            done={text.revised}
            submit={(form) => report.reviseReport({ ...at, reason: form.text('reason') }, form.options)}
            onDone={reload}
          >
            <ui.TextArea name="reason" label={text.reviseReason} required maxLength={1000} rows={2} />
          </ui.Form>
        </ui.Disclosure>
      )}
    </>
  );
}
