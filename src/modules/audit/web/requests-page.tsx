import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { REQUEST_ITEM_STATE_LABELS, REQUEST_STATE_LABELS } from '../labels.ts';
import { audit, type Request, toneOf } from './audit-client.ts';
import { DepartmentFrame } from './department-frame.tsx';
import { messages } from './messages-work.ja.ts';
import { rowsOf } from './row-text.ts';

const text = messages.requests;

export function Component() {
  return (
    <DepartmentFrame tab="requests">
      {({ data, reload }) => (
        <Requests
          auditId={data.id}
          open={data.state === 'preparing' || data.state === 'in-progress'}
          changed={reload}
        />
      )}
    </DepartmentFrame>
  );
}

function Requests({ auditId, open, changed }: { auditId: string; open: boolean; changed: () => void }) {
  const work = useCan()('audit.work') && open;
  const load = ui.useLoad(() => audit.listRequests({ auditId }), [auditId]);
  const reload = (): void => {
    load.reload();
    changed();
  };
  return (
    <>
      <p>{text.lead}</p>
      <ui.Loaded from={load}>
        {({ requests }) =>
          requests.length === 0 ? (
            <ui.EmptyState title={text.empty}>{work && text.emptyHelp}</ui.EmptyState>
          ) : (
            requests.map((request) => <RequestPart key={request.id} request={request} reload={reload} />)
          )
        }
      </ui.Loaded>
      {work && (
        <ui.Section title={text.prepare}>
          <ui.Form
            reset
            draft={`audit-request:${auditId}`}
            submitLabel={text.submit}
            submit={(form) =>
              audit.prepareRequest(
                {
                  auditId,
                  title: form.text('title'),
                  note: form.text('note'),
                  due: form.day('due'),
                  items: itemsFrom(form.text('items'), []),
                },
                form.options,
              )
            }
            onDone={reload}
          >
            <RequestFields />
          </ui.Form>
        </ui.Section>
      )}
    </>
  );
}

type Item = Request['items'][number];

function RequestFields({ request }: { request?: Request }) {
  const items = (request?.items ?? []).map(({ title, detail }) => (detail === '' ? title : `${title}｜${detail}`));
  return (
    <>
      <ui.TextField name="title" label={text.title} required maxLength={200} defaultValue={request?.title ?? ''} />
      <ui.TextArea
        name="items"
        label={text.items}
        hint={text.itemsHelp}
        required
        rows={6}
        defaultValue={items.join('\n')}
      />
      <ui.TextArea name="note" label={text.note} maxLength={4000} rows={2} defaultValue={request?.note ?? ''} />
      <ui.DateField name="due" label={text.due} required defaultValue={request?.due ?? null} />
    </>
  );
}

/** One item per line; an item that keeps its name keeps the check and the answer it was asked for. */
function itemsFrom(lines: string, known: readonly Item[]) {
  return rowsOf(lines).map(([title = '', detail = '']) => {
    const before = known.find((item) => item.title === title);
    return { title, detail, checkId: before?.checkId ?? null, selfCheckItem: before?.selfCheckItem ?? null };
  });
}

/** Before the city sends it, the list can still be put right. */
function EditRequest({ request, reload }: { request: Request; reload: () => void }) {
  return (
    <ui.Disclosure summary={text.edit}>
      <ui.Form
        key={request.version}
        version={request.version}
        submitLabel={text.save}
        submit={(form) =>
          audit.editRequest(
            {
              requestId: request.id,
              version: form.version,
              title: form.text('title'),
              note: form.text('note'),
              due: form.day('due'),
              items: itemsFrom(form.text('items'), request.items),
            },
            form.options,
          )
        }
        onDone={reload}
      >
        <RequestFields request={request} />
      </ui.Form>
    </ui.Disclosure>
  );
}

const columnsFor = (requestId: string): readonly ui.Column<Item>[] => [
  {
    key: 'title',
    header: text.document,
    rowHeader: true,
    cell: ({ title, detail }) => (
      <>
        {title}
        {detail !== '' && <p className="font-400">{detail}</p>}
      </>
    ),
  },
  {
    key: 'state',
    header: text.state,
    cell: ({ state }) => <ui.StatusBadge tone={toneOf(state)}>{REQUEST_ITEM_STATE_LABELS[state]}</ui.StatusBadge>,
  },
  { key: 'files', header: text.files, cell: (item) => <Files requestId={requestId} item={item} /> },
  { key: 'judgement', header: text.judgement, cell: ({ judgement }) => (judgement === '' ? '―' : judgement) },
];

function RequestPart({ request, reload }: { request: Request; reload: () => void }) {
  const can = useCan();
  const input = { requestId: request.id, version: request.version };
  const send = ui.useCommand((options) => audit.sendRequest(input, options), { onDone: reload });
  const again = request.items.some(({ state }) => state === 'insufficient');
  return (
    <ui.Section title={`${text.number(request.position)}　${request.title}`}>
      <ui.DataList
        items={[
          {
            term: text.state,
            value: <ui.StatusBadge tone={toneOf(request.state)}>{REQUEST_STATE_LABELS[request.state]}</ui.StatusBadge>,
          },
          { term: text.dueLabel, value: <ui.DayText day={request.due} look="weekday" /> },
          { term: text.sentOn, value: <ui.DayText day={request.sentOn} /> },
        ]}
      />
      <ui.Table
        caption={text.items}
        hideCaption
        columns={columnsFor(request.id)}
        rows={request.items}
        rowKey={({ id }) => id}
      />
      {send.problem !== undefined && <ui.Problem problem={send.problem} />}
      {can('audit.city') && (request.state === 'prepared' || again) && (
        <div>
          <ui.ConfirmButton
            variant="solid"
            title={text.sendTitle}
            body={text.sendBody}
            busy={send.busy}
            onConfirm={() => send.run()}
          >
            {again ? text.resend : text.send}
          </ui.ConfirmButton>
        </div>
      )}
      {can('audit.work') && request.state === 'prepared' && <EditRequest request={request} reload={reload} />}
      {can('audit.work') && <Judge request={request} reload={reload} />}
    </ui.Section>
  );
}

function Files({ requestId, item }: { requestId: string; item: Item }) {
  if (item.files.length === 0) return <>―</>;
  return (
    <ul>
      {item.files.map(({ fileId, name, comment }) => (
        <li key={fileId}>
          <ui.TextLink href={audit.href('downloadRequestFile', { requestId, fileId })}>{name}</ui.TextLink>
          {comment !== '' && <p>{comment}</p>}
        </li>
      ))}
    </ul>
  );
}

function Judge({ request, reload }: { request: Request; reload: () => void }) {
  const arrived = request.items.filter(({ state }) => state === 'received');
  if (arrived.length === 0) return null;
  return (
    <ui.Disclosure summary={text.judge}>
      <ui.Form
        key={request.version}
        version={request.version}
        submitLabel={text.record}
        submit={(form) =>
          audit.judgeRequestItem(
            {
              requestId: request.id,
              version: form.version,
              itemId: form.text('itemId'),
              judgement: form.one('judgement', ['accepted', 'insufficient']),
              reason: form.text('reason'),
            },
            form.options,
          )
        }
        onDone={reload}
      >
        <ui.RadioGroup
          name="itemId"
          label={text.document}
          required
          defaultValue={arrived[0]?.id ?? null}
          options={arrived.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <ui.RadioGroup
          name="judgement"
          label={text.judgement}
          required
          inline
          options={[
            { value: 'accepted', label: text.accept },
            { value: 'insufficient', label: text.insufficient },
          ]}
        />
        <ui.TextArea name="reason" label={text.reason} hint={text.reasonHelp} maxLength={4000} rows={2} />
      </ui.Form>
    </ui.Disclosure>
  );
}
