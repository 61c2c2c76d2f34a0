/** Documents asked for: the list, the request, the judgement of what came. */
import { useState } from 'react';
import { ListExchange } from '../../../web/list-exchange.tsx';
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { DOCUMENT_STATE_NAMES } from '../labels.ts';
import { Warnings } from './frame.tsx';
import { planMessages } from './messages-plan.ja.ts';
import { type Asked, choicesOf, files, plan, type Target, toneOf } from './plan-client.ts';

const text = planMessages.preparation;

interface Props {
  readonly engagementId: string;
  readonly targets: readonly Target[];
  readonly documents: readonly Asked[];
  readonly reload: () => void;
}

const columns = (open: ((id: string) => void) | null): readonly ui.Column<Asked>[] => [
  {
    key: 'title',
    header: text.document,
    rowHeader: true,
    cell: ({ title, purpose }) => (
      <>
        {title}
        {purpose !== '' && <p className="font-400">{purpose}</p>}
      </>
    ),
  },
  { key: 'target', header: text.target, cell: ({ targetName }) => targetName },
  { key: 'due', header: text.due, cell: ({ due }) => <ui.DayText day={due} look="short" /> },
  {
    key: 'state',
    header: text.state,
    nowrap: true,
    cell: ({ state, additional }) => (
      <>
        <ui.StatusBadge tone={toneOf(state)}>{DOCUMENT_STATE_NAMES[state]}</ui.StatusBadge>
        {additional && <ui.StatusBadge tone="neutral">{text.additional}</ui.StatusBadge>}
      </>
    ),
  },
  {
    key: 'files',
    header: text.files,
    cell: ({ id, files: own, comment }) => (
      <>
        {own.map(({ fileId, name }) => (
          <p key={fileId}>
            <ui.TextLink href={plan.href('downloadFile', { recordId: id, fileId })}>{name}</ui.TextLink>
          </p>
        ))}
        {comment !== '' && <p>{comment}</p>}
        {own.length === 0 && comment === '' && '―'}
      </>
    ),
  },
  ...(open === null
    ? []
    : [
        {
          key: 'action',
          header: text.action,
          cell: ({ id, title, receivedOn }: Asked) =>
            receivedOn === null ? (
              '―'
            ) : (
              <ui.Button size="small" aria-label={text.judgeLabel(title)} onClick={() => open(id)}>
                {text.judge}
              </ui.Button>
            ),
        },
      ]),
];

export function DocumentsPart({ engagementId, targets, documents, reload }: Props) {
  const can = useCan();
  const [chosen, setChosen] = useState<string | null>(null);
  const [warnings, setWarnings] = useState<readonly { readonly message: string }[]>([]);
  const live = documents.filter(({ state }) => state !== 'withdrawn');
  const one = live.find(({ id }) => id === chosen);
  const options = targets.map(({ id, name }) => ({ value: id, label: name }));
  const waiting = options.filter(({ value }) =>
    live.some(({ targetId, state }) => targetId === value && (state === 'listed' || state === 'insufficient')),
  );
  return (
    <ui.Section title={text.documents}>
      <Warnings warnings={warnings} />
      <div className="flex flex-wrap items-center gap-4">
        <ListExchange
          list="audit-plan.audit-documents"
          engagementId={engagementId}
          name={text.documents}
          edit="audit-plan.work"
          onDone={reload}
        />
        {live.length > 0 && (
          <ui.DownloadLinks
            title={text.documents}
            files={files(engagementId, 'audit-document-list', ['docx', 'pdf'])}
          />
        )}
      </div>
      <ui.Table
        caption={text.documents}
        hideCaption
        rows={live}
        rowKey={({ id }) => id}
        columns={columns(can('audit-plan.work') ? setChosen : null)}
        empty={<ui.EmptyState title={text.noDocuments}>{text.noDocumentsHelp}</ui.EmptyState>}
      />
      {one !== undefined && (
        <ui.Dialog open title={one.title} onClose={() => setChosen(null)}>
          <Judge key={one.version} one={one} reload={reload} close={() => setChosen(null)} />
        </ui.Dialog>
      )}
      {can('audit-plan.work') && options.length > 0 && (
        <ui.Disclosure summary={text.addDocument}>
          <ui.Form
            reset
            submitLabel={text.addDocument}
            done={text.documentAdded}
            submit={(form) =>
              plan.addDocument(
                {
                  targetId: form.text('targetId'),
                  title: form.text('title'),
                  purpose: form.text('purpose'),
                  due: form.dayOrNull('due'),
                },
                form.options,
              )
            }
            onDone={reload}
          >
            <ui.Select name="targetId" label={text.target} required options={options} />
            <ui.TextField name="title" label={text.document} required maxLength={200} />
            <ui.TextArea name="purpose" label={text.purpose} maxLength={2000} rows={2} />
            <ui.DateField name="due" label={text.due} />
          </ui.Form>
        </ui.Disclosure>
      )}
      {can('audit-plan.send') && waiting.length > 0 && (
        <ui.Disclosure summary={text.request}>
          <p>{text.requestHelp}</p>
          <ui.Form
            reset
            submitLabel={text.request}
            done={null}
            submit={async (form) => {
              const {
                requested,
                additional,
                warnings: late,
              } = await plan.requestDocuments({ targetId: form.text('targetId'), due: form.day('due') }, form.options);
              ui.announce(text.requested(requested, additional));
              setWarnings(late);
            }}
            onDone={reload}
          >
            <ui.Select name="targetId" label={text.target} required options={waiting} />
            <ui.DateField name="due" label={text.due} required />
          </ui.Form>
        </ui.Disclosure>
      )}
    </ui.Section>
  );
}

function Judge({ one, reload, close }: { one: Asked; reload: () => void; close: () => void }) {
  const done = (): void => {
    close();
    reload();
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      {(one.state === 'received' || one.state === 'insufficient') && (
        <ui.Form
          version={one.version}
          submitLabel={text.judge}
          submit={(form) =>
            plan.judgeDocument(
              {
                documentId: one.id,
                version: form.version,
                judgement: form.one('judgement', ['accepted', 'insufficient']),
                reason: form.text('reason'),
              },
              form.options,
            )
          }
          onDone={done}
        >
          <ui.RadioGroup
            name="judgement"
            label={text.judgement}
            required
            options={choicesOf({ accepted: text.accepted, insufficient: text.insufficient })}
          />
          <ui.TextArea name="reason" label={text.why} maxLength={2000} rows={2} defaultValue={one.judgement} />
        </ui.Form>
      )}
      <ui.Form
        version={one.version}
        submitLabel={text.read}
        done={text.readDone}
        submit={(form) =>
          plan.readDocument({ documentId: one.id, version: form.version, notes: form.text('notes') }, form.options)
        }
        onDone={done}
      >
        <ui.TextArea name="notes" label={text.notes} maxLength={4000} rows={3} defaultValue={one.notes} />
      </ui.Form>
    </div>
  );
}
