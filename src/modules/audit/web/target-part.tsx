/** The audit of a planned target: what its programme asks for, its beginning, its end, or its stop. */
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { audit, type DepartmentAudit } from './audit-client.ts';
import { messages } from './messages-papers.ja.ts';
import { messages as samples } from './messages-samples.ja.ts';

const text = messages.target;

export function TargetPart({ data, reload }: { data: DepartmentAudit; reload: () => void }) {
  const can = useCan();
  const input = { auditId: data.id, version: data.version };
  const begin = ui.useCommand((options) => audit.beginAudit(input, options), { onDone: reload });
  const close = ui.useCommand((options) => audit.closeFieldwork(input, options), { onDone: reload });
  const problem = begin.problem ?? close.problem;
  const { programme, target } = data;
  return (
    <ui.Section title={text.section}>
      <ui.DataList
        items={[
          { term: text.programme, value: programme.title },
          { term: text.kind, value: text.kinds[target.kind] },
          { term: text.reason, value: data.reason },
          { term: text.conditions, value: text.people(programme.auditorsAtLeast, programme.qualifiedAtLeast) },
          { term: text.levels, value: programme.levels.map(({ label, meaning }) => `${label}：${meaning}`).join('\n') },
        ]}
      />
      {problem !== undefined && <ui.Problem problem={problem} />}
      <div className="flex flex-wrap gap-3 empty:hidden">
        {can('audit.work') && data.state === 'preparing' && (
          <ui.ConfirmButton
            variant="solid"
            title={text.beginTitle}
            body={text.beginBody}
            busy={begin.busy}
            onConfirm={() => begin.run()}
          >
            {text.begin}
          </ui.ConfirmButton>
        )}
        {can('audit.work') && data.state === 'in-progress' && (
          <ui.ConfirmButton
            title={text.closeTitle}
            body={text.closeBody}
            busy={close.busy}
            onConfirm={() => close.run()}
          >
            {text.close}
          </ui.ConfirmButton>
        )}
      </div>
      {can('audit.city') && ['preparing', 'in-progress', 'findings'].includes(data.state) && (
        <ui.Disclosure summary={text.stop}>
          <ui.Form
            version={data.version}
            submitLabel={text.stop}
            submit={(form) =>
              audit.stopAudit({ auditId: data.id, version: form.version, reason: form.text('reason') }, form.options)
            }
            onDone={reload}
          >
            <ui.TextField name="reason" label={text.stopReason} required maxLength={1000} />
          </ui.Form>
        </ui.Disclosure>
      )}
    </ui.Section>
  );
}

/** Decided targets whose audit is not on file yet. */
export function OpenTargets({ engagementId, onDone }: { engagementId: string; onDone: () => void }) {
  const may = useCan()('audit.open');
  const load = ui.useLoad(() => audit.listOpenableTargets({ engagementId }), [engagementId]);
  if (load.state !== 'ready' || load.data.targets.length === 0) return null;
  const done = (): void => {
    load.reload();
    onDone();
  };
  return (
    <ui.Section title={text.open}>
      <p>{text.openHelp}</p>
      <ui.Table
        caption={text.open}
        hideCaption
        rows={load.data.targets}
        rowKey={({ targetId }) => targetId}
        columns={[
          { key: 'name', header: text.name, rowHeader: true, cell: ({ name }) => name },
          { key: 'programme', header: text.programme, cell: ({ programme }) => programme },
          { key: 'kind', header: text.kind, cell: ({ kind }) => text.kinds[kind] },
          {
            key: 'items',
            header: text.items,
            cell: ({ checklists }) =>
              checklists.map(({ title, proposed, items }) => `${title}　${text.itemsOf(proposed, items)}`).join('、'),
          },
          {
            key: 'checklist',
            header: samples.checklist.header,
            cell: ({ agreed, agreementNeeded }) =>
              agreed !== null
                ? samples.checklist.agreed(agreed)
                : agreementNeeded
                  ? samples.checklist.needed
                  : samples.checklist.missing,
          },
          ...(may ? [openColumn(done)] : []),
        ]}
      />
    </ui.Section>
  );
}

const openColumn = (onDone: () => void): ui.Column<{ readonly targetId: string }> => ({
  key: 'open',
  header: text.openOne,
  cell: ({ targetId }) => <OpenOne targetId={targetId} onDone={onDone} />,
});

function OpenOne({ targetId, onDone }: { targetId: string; onDone: () => void }) {
  const open = ui.useCommand((options) => audit.openAuditOfTarget({ targetId }, options), { onDone });
  return (
    <>
      {open.problem !== undefined && <ui.Problem problem={open.problem} />}
      <ui.ConfirmButton title={text.openTitle} body={text.openBody} busy={open.busy} onConfirm={() => open.run()}>
        {text.openOne}
      </ui.ConfirmButton>
    </>
  );
}
