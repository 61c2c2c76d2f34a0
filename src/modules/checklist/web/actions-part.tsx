/** The way of a version: proposed by the contractor, agreed or returned by the city, changed with a reason. */
import { useNavigate } from 'react-router';
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { checklist, type Checklist, hrefOf, isDraft } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.one;

export function Actions({ view, reload }: { readonly view: Checklist; readonly reload: () => void }) {
  const can = useCan();
  const navigate = useNavigate();
  const input = { checklistId: view.id, version: view.version };
  const propose = ui.useCommand((options) => checklist.proposeChecklist(input, options), {
    done: text.proposed,
    onDone: reload,
  });
  const agree = ui.useCommand((options) => checklist.agreeChecklist(input, options), {
    done: text.agreed,
    onDone: reload,
  });
  const problem = propose.problem ?? agree.problem;
  const waits = view.state === 'proposed';
  return (
    <>
      {problem !== undefined && <ui.Problem problem={problem} />}
      <div className="flex flex-wrap gap-4 empty:hidden">
        {isDraft(view) && can('checklist.propose') && (
          <ui.ConfirmButton
            variant="solid"
            title={text.proposeTitle}
            body={text.proposeBody}
            busy={propose.busy}
            onConfirm={() => propose.run()}
          >
            {text.propose}
          </ui.ConfirmButton>
        )}
        {waits && can('checklist.agree') && (
          <ui.ConfirmButton
            variant="solid"
            title={text.agreeTitle}
            body={text.agreeBody}
            busy={agree.busy}
            onConfirm={() => agree.run()}
          >
            {text.agree}
          </ui.ConfirmButton>
        )}
      </div>
      {waits && can('checklist.agree') && (
        <ui.Disclosure summary={text.return}>
          <ui.Form
            submitLabel={text.return}
            done={text.returned}
            submit={(form) => checklist.returnChecklist({ ...input, remark: form.text('remark') }, form.options)}
            onDone={reload}
          >
            <ui.TextField name="remark" label={text.remark} hint={text.remarkHint} required maxLength={200} />
          </ui.Form>
        </ui.Disclosure>
      )}
      {(waits || view.state === 'agreed') && can('checklist.work') && (
        <ui.Disclosure summary={text.change}>
          <ui.Form
            submitLabel={text.change}
            done={text.changedDone}
            submit={(form) =>
              checklist.changeChecklist({ checklistId: view.id, reason: form.text('reason') }, form.options)
            }
            onDone={({ id }) => void navigate(hrefOf(view.engagementId, id))}
          >
            <ui.TextField name="reason" label={text.reason} required maxLength={200} />
          </ui.Form>
        </ui.Disclosure>
      )}
    </>
  );
}
