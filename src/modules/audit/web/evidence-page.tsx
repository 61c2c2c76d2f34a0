import { ListExchange } from '../../../web/list-exchange.tsx';
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { CUSTODY_LABELS, TECHNIQUE_NAMES } from '../labels.ts';
import { audit, choicesOf, type Evidence } from './audit-client.ts';
import { DepartmentFrame, type FrameContent } from './department-frame.tsx';
import { messages } from './messages-work.ja.ts';

const text = messages.evidence;
const TECHNIQUES = ['document-review', 'interview', 'site-visit', 're-performance'] as const;
const CUSTODY = ['received', 'viewed', 'handed-over', 'returned'] as const;

export function Component() {
  return <DepartmentFrame tab="evidence">{(content) => <EvidencePart {...content} />}</DepartmentFrame>;
}

function EvidencePart({ engagementId, data }: FrameContent) {
  const work = useCan()('audit.work');
  const open = work && (data.state === 'preparing' || data.state === 'in-progress');
  const load = ui.useLoad(async () => {
    const [{ evidence }, { requests }] = await Promise.all([
      audit.listEvidence({ auditId: data.id }),
      audit.listRequests({ auditId: data.id }),
    ]);
    return { evidence, requests };
  }, [data.id]);
  return (
    <>
      <p>{text.lead}</p>
      <ui.Loaded from={load}>
        {({ evidence, requests }) => {
          const files = requests.flatMap((request) =>
            request.items.flatMap((item) =>
              item.files.map((file) => ({
                value: `${request.id}:${file.fileId}`,
                label: `${item.title}　${file.name}`,
              })),
            ),
          );
          const held = evidence.filter(({ state }) => state !== 'erased');
          return (
            <>
              <ui.Table
                caption={text.caption}
                columns={COLUMNS}
                rows={evidence}
                rowKey={({ id }) => id}
                empty={<ui.EmptyState title={work ? text.empty : text.hidden}>{open && text.emptyHelp}</ui.EmptyState>}
              />
              <div>
                <ListExchange
                  list="audit.evidence"
                  engagementId={engagementId}
                  subject={data.id}
                  {...(open ? { edit: 'audit.fieldwork' } : {})}
                  onDone={load.reload}
                />
              </div>
              {open && <AddForm auditId={data.id} files={files} reload={load.reload} />}
              {work && held.length > 0 && <CustodyForm evidence={held} reload={load.reload} />}
            </>
          );
        }}
      </ui.Loaded>
    </>
  );
}

const COLUMNS: readonly ui.Column<Evidence>[] = [
  {
    key: 'title',
    header: text.title,
    rowHeader: true,
    cell: ({ id, title, name, state }) =>
      state === 'erased' ? (
        <ui.StatusBadge tone="neutral">{text.erased}</ui.StatusBadge>
      ) : (
        <>
          {title}
          <p className="font-400">
            <ui.TextLink href={audit.href('downloadEvidence', { evidenceId: id })}>{name}</ui.TextLink>
          </p>
        </>
      ),
  },
  { key: 'source', header: text.source, cell: ({ source }) => source },
  { key: 'technique', header: text.technique, cell: ({ technique }) => TECHNIQUE_NAMES[technique] },
  { key: 'collectedAt', header: text.collectedAt, cell: ({ collectedAt }) => <ui.InstantText at={collectedAt} /> },
  { key: 'sha256', header: text.hash, cell: ({ sha256 }) => <code className="break-all">{sha256}</code> },
  {
    key: 'custody',
    header: text.custody,
    cell: ({ custody }) => (
      <ol>
        {custody.map(({ kind, at, counterpart }) => (
          <li key={`${kind}${at}`}>
            <ui.InstantText at={at} />　{CUSTODY_LABELS[kind]}
            {counterpart !== '' && `（${counterpart}）`}
          </li>
        ))}
      </ol>
    ),
  },
];

interface Adding {
  readonly auditId: string;
  readonly files: readonly ui.Option[];
  readonly reload: () => void;
}

function sourceOf(form: ui.FormReader) {
  const [fileId] = form.fileIds('from.fileId');
  if (fileId !== undefined) return { kind: 'upload', fileId } as const;
  const [requestId = '', chosen = ''] = form.text('from.requestId').split(':');
  if (requestId !== '') return { kind: 'request', requestId, fileId: chosen } as const;
  return { kind: 'note', text: form.text('from.text') } as const;
}

function AddForm({ auditId, files, reload }: Adding) {
  return (
    <ui.Section title={text.add}>
      <ui.Form
        reset
        draft={`audit-evidence:${auditId}`}
        submitLabel={text.add}
        check={(form) => {
          const from = sourceOf(form);
          return from.kind === 'note' && from.text === '' ? [{ path: 'from.text', message: text.needOne }] : [];
        }}
        submit={(form) =>
          audit.addEvidence(
            {
              auditId,
              title: form.text('title'),
              source: form.text('source'),
              technique: form.one('technique', TECHNIQUES),
              description: form.text('description'),
              from: sourceOf(form),
            },
            form.options,
          )
        }
        onDone={reload}
      >
        <ui.TextField name="title" label={text.title} required maxLength={200} />
        <ui.TextField name="source" label={text.source} hint={text.sourceHelp} required maxLength={200} />
        <ui.RadioGroup name="technique" label={text.technique} required inline options={choicesOf(TECHNIQUE_NAMES)} />
        <ui.FileUpload name="from.fileId" label={text.file} />
        {files.length > 0 && <ui.Select name="from.requestId" label={text.fromRequests} options={files} />}
        <ui.TextArea name="from.text" label={text.text} hint={text.textHelp} maxLength={10000} />
        <ui.TextArea name="description" label={text.description} maxLength={4000} rows={2} />
      </ui.Form>
    </ui.Section>
  );
}

function CustodyForm({ evidence, reload }: { evidence: readonly Evidence[]; reload: () => void }) {
  return (
    <ui.Section title={text.record}>
      <ui.Form
        reset
        submitLabel={text.record}
        submit={(form) => {
          const chosen = evidence.find(({ id }) => id === form.text('evidenceId'));
          return audit.recordCustody(
            {
              evidenceId: form.text('evidenceId'),
              version: chosen?.version ?? 0,
              kind: form.one('kind', CUSTODY),
              counterpart: form.text('counterpart'),
              note: form.text('note'),
            },
            form.options,
          );
        }}
        onDone={reload}
      >
        <ui.Select
          name="evidenceId"
          label={text.caption}
          required
          options={evidence.map(({ id, title, position }) => ({ value: id, label: `${position}　${title}` }))}
        />
        <ui.RadioGroup name="kind" label={text.kind} required inline options={choicesOf(CUSTODY_LABELS)} />
        <ui.TextField name="counterpart" label={text.counterpart} maxLength={200} />
        <ui.TextField name="note" label={text.note} maxLength={1000} />
      </ui.Form>
    </ui.Section>
  );
}
