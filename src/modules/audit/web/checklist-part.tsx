/** Which version of the checklist an audit follows, and taking a later one over. */
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { audit, departmentHref, type DepartmentAudit } from './audit-client.ts';
import { mayWork } from './may-work.ts';
import { messages } from './messages-samples.ja.ts';

const text = messages.checklist;

export function ChecklistPart({ data, reload }: { readonly data: DepartmentAudit; readonly reload: () => void }) {
  const can = useCan();
  const load = ui.useLoad(() => audit.compareWithChecklist({ auditId: data.id }), [data.id, data.version]);
  const follow = ui.useCommand(
    (options) => audit.followChecklist({ auditId: data.id, version: data.version }, options),
    { done: text.followed, onDone: reload },
  );
  const running = data.state === 'preparing' || data.state === 'in-progress';
  return (
    <ui.Section title={text.title}>
      <p>{data.checklist === null ? text.none : text.used(data.checklist.position)}</p>
      <ui.Loaded from={load}>
        {({ used, newest, added, dropped }) => {
          if (newest === null || newest === used || !running) return null;
          const kept = dropped.filter((one) => one.kept);
          return (
            <>
              <ui.Notice tone="warning" title={text.newer(newest)}>
                <p>{text.change(added.length, dropped.length, kept.length)}</p>
                {kept.length > 0 && (
                  <>
                    <p>{text.keptList}</p>
                    <ul className="list-disc ps-6">
                      {kept.map(({ checkId, title }) => (
                        <li key={checkId}>{title}</li>
                      ))}
                    </ul>
                  </>
                )}
              </ui.Notice>
              {follow.problem !== undefined && <ui.Problem problem={follow.problem} />}
              {can('audit.work') && (
                <ui.ConfirmButton
                  title={text.followTitle}
                  body={text.followBody}
                  busy={follow.busy}
                  onConfirm={() => follow.run()}
                >
                  {text.follow}
                </ui.ConfirmButton>
              )}
            </>
          );
        }}
      </ui.Loaded>
      {running && mayWork(can, data.programme) && can('audit.work') && (
        <p>
          <ui.TextLink href={departmentHref(data.engagementId, data.id, 'add-items')}>{messages.add.link}</ui.TextLink>
        </p>
      )}
      <p>
        <ui.TextLink href={`/engagements/${data.engagementId}/checklists`}>{text.link}</ui.TextLink>
      </p>
    </ui.Section>
  );
}
