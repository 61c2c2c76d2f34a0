/** Notices: drafted from the records, put right, sent. */
import { useState } from 'react';
import { DocumentLinks } from '../../../web/document-links.tsx';
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { NOTICE_STATE_NAMES } from '../labels.ts';
import { Warnings } from './frame.tsx';
import { messages } from './messages.ja.ts';
import { planMessages } from './messages-plan.ja.ts';
import { files, type Notice, plan, type Target, toneOf } from './plan-client.ts';

const text = planMessages.preparation;

interface Props {
  readonly engagementId: string;
  readonly targets: readonly Target[];
  readonly notices: readonly Notice[];
  readonly reload: () => void;
}

const columns = (open: (id: string) => void): readonly ui.Column<Notice>[] => [
  { key: 'target', header: text.target, rowHeader: true, cell: ({ targetName }) => targetName },
  { key: 'number', header: text.number, cell: ({ number }) => number || '―' },
  {
    key: 'state',
    header: text.state,
    nowrap: true,
    cell: ({ state }) => <ui.StatusBadge tone={toneOf(state)}>{NOTICE_STATE_NAMES[state]}</ui.StatusBadge>,
  },
  { key: 'sentOn', header: text.sentOn, cell: ({ sentOn }) => <ui.DayText day={sentOn} look="short" /> },
  {
    key: 'action',
    header: text.action,
    nowrap: true,
    cell: ({ id, targetName }) => (
      <ui.Button size="small" aria-label={text.openNotice(targetName)} onClick={() => open(id)}>
        {text.open}
      </ui.Button>
    ),
  },
];

export function NoticesPart({ engagementId, targets, notices, reload }: Props) {
  const can = useCan();
  const [chosen, setChosen] = useState<string | null>(null);
  const [warnings, setWarnings] = useState<readonly { readonly message: string }[]>([]);
  const notice = notices.find(({ id }) => id === chosen);
  const without = targets.filter(({ id }) => !notices.some(({ targetId }) => targetId === id));
  return (
    <ui.Section title={text.notices}>
      <Warnings warnings={warnings} />
      <ui.Table
        caption={text.notices}
        hideCaption
        rows={notices}
        rowKey={({ id }) => id}
        columns={columns(setChosen)}
        empty={<ui.EmptyState title={text.noNotices}>{text.noNoticesHelp}</ui.EmptyState>}
      />
      {can('audit-plan.work') && without.length > 0 && (
        <ui.Form
          submitLabel={text.draftNotice}
          done={text.noticeMade}
          guard={false}
          submit={(form) => plan.draftNotice({ targetId: form.text('targetId') }, form.options)}
          onDone={reload}
        >
          <ui.Select
            name="targetId"
            label={text.target}
            required
            options={without.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </ui.Form>
      )}
      {notice !== undefined && (
        <ui.Dialog open title={notice.targetName} onClose={() => setChosen(null)}>
          <NoticeDetail
            key={`${notice.id} ${notice.version}`}
            engagementId={engagementId}
            notice={notice}
            reload={reload}
            sent={(late) => {
              setWarnings(late);
              setChosen(null);
              reload();
            }}
          />
        </ui.Dialog>
      )}
    </ui.Section>
  );
}

function NoticeDetail({
  engagementId,
  notice,
  reload,
  sent,
}: {
  engagementId: string;
  notice: Notice;
  reload: () => void;
  sent: (warnings: readonly { readonly message: string }[]) => void;
}) {
  const can = useCan();
  const send = ui.useCommand((options) => plan.sendNotice({ noticeId: notice.id, version: notice.version }, options), {
    done: text.sent,
    onDone: ({ warnings }) => sent(warnings),
  });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <DocumentLinks
        title={text.notices}
        files={files(engagementId, 'audit-target-notice', ['docx', 'pdf'], notice.id)}
      />
      {send.problem !== undefined && <ui.Problem problem={send.problem} />}
      {notice.state === 'draft' && can('audit-plan.work') ? (
        <ui.Form
          version={notice.version}
          submitLabel={messages.save}
          done={messages.saved}
          submit={(form) =>
            plan.saveNotice(
              { noticeId: notice.id, version: form.version, number: form.text('number'), text: form.text('text') },
              form.options,
            )
          }
          onDone={reload}
        >
          <ui.TextField name="number" label={text.number} maxLength={80} width="medium" defaultValue={notice.number} />
          <ui.TextArea name="text" label={text.text} required maxLength={10_000} rows={16} defaultValue={notice.text} />
        </ui.Form>
      ) : (
        <p className="whitespace-pre-line">{notice.text}</p>
      )}
      {notice.state === 'draft' && can('audit-plan.send') && (
        <ui.ConfirmButton
          variant="solid"
          title={text.sendTitle}
          body={text.sendBody}
          busy={send.busy}
          onConfirm={() => send.run()}
        >
          {text.send}
        </ui.ConfirmButton>
      )}
    </div>
  );
}
