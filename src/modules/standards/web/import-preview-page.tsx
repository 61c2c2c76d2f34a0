import { useParams } from 'react-router';
import { useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { ColumnsForm } from './columns-form.tsx';
import { messages as all } from './messages-import.ja.ts';
import { messages } from './messages.ja.ts';
import { SaveForm } from './save-form.tsx';
import { type ImportView, standards } from './standards-client.ts';

const text = all.preview;
/** So many requirements are shown before saving; all are taken. */
const SHOWN = 300;

/** A file that was read: how its columns are understood, what is taken, what is not and why, and saving it. */
export function Component() {
  const engagementId = useEngagementId();
  const { importId = '' } = useParams();
  const load = ui.useLoad(async () => {
    const [file, { catalogues }] = await Promise.all([
      standards.getImport({ engagementId, importId }),
      standards.listCatalogues({ engagementId }),
    ]);
    return { file, catalogues };
  }, [engagementId, importId]);
  const breadcrumbs = [
    { label: messages.title, href: `/engagements/${engagementId}/standards` },
    { label: all.title, href: `/engagements/${engagementId}/catalogue-import` },
  ];
  if (load.state !== 'ready') {
    return (
      <ui.Page title={all.title} breadcrumbs={breadcrumbs}>
        <ui.Loaded from={load}>{() => null}</ui.Loaded>
      </ui.Page>
    );
  }
  const { file, catalogues } = load.data;
  return (
    <ui.Page title={text.title(file.fileName)} breadcrumbs={breadcrumbs}>
      {file.state !== 'read' && <ui.Notice tone="info" title={file.state === 'saved' ? text.saved : text.discarded} />}
      {file.state === 'read' && file.sheets !== null && (
        <ColumnsForm
          key={file.version}
          engagementId={engagementId}
          file={file}
          sheets={file.sheets}
          onDone={load.reload}
        />
      )}
      {file.fault !== null && (
        <ui.Notice tone="error" title={text.fault}>
          <p>{file.fault}</p>
        </ui.Notice>
      )}
      <Refused file={file} />
      <Accepted file={file} />
      {file.state === 'read' && (
        <SaveForm key={`save-${file.version}`} engagementId={engagementId} file={file} catalogues={catalogues} />
      )}
    </ui.Page>
  );
}

function Refused({ file: { refused } }: { readonly file: ImportView }) {
  return (
    <ui.Section title={text.refused(refused.length)}>
      {refused.length === 0 ? (
        <p>{text.refusedNone}</p>
      ) : (
        <>
          <p>{text.refusedLead}</p>
          <ui.Table
            caption={text.refused(refused.length)}
            hideCaption
            rows={refused}
            rowKey={({ place, reason }) => `${place} ${reason}`}
            columns={REFUSED}
          />
        </>
      )}
    </ui.Section>
  );
}

const REFUSED: readonly ui.Column<ImportView['refused'][number]>[] = [
  { key: 'place', header: text.place, rowHeader: true, cell: ({ place }) => place },
  { key: 'subject', header: text.subject, cell: ({ subject }) => subject },
  { key: 'reason', header: text.reason, cell: ({ reason }) => reason },
];

type Control = ImportView['groups'][number]['controls'][number];

function Accepted({ file: { groups, accepted } }: { readonly file: ImportView }) {
  if (accepted === 0) return <p>{text.none}</p>;
  const shown = groups.map((group, at) => {
    const before = groups.slice(0, at).reduce((sum, { controls }) => sum + controls.length, 0);
    const controls = group.controls.slice(0, Math.max(SHOWN - before, 0));
    return { group, controls, cut: controls.length < group.controls.length };
  });
  return (
    <ui.Section title={text.accepted(accepted)}>
      {accepted > SHOWN && <p>{text.more(SHOWN, accepted)}</p>}
      {shown
        .filter(({ group, controls, cut }) => controls.length > 0 || (group.controls.length === 0 && !cut))
        .map(({ group, controls }) => {
          const title = [group.number, group.title].filter(Boolean).join('　');
          return controls.length === 0 ? (
            <p key={group.id}>{title}</p>
          ) : (
            <ui.Disclosure key={group.id} summary={`${title}（${controls.length}）`}>
              <ui.Table caption={title} hideCaption rows={controls} rowKey={({ id }) => id} columns={ACCEPTED} />
            </ui.Disclosure>
          );
        })}
    </ui.Section>
  );
}

const ACCEPTED: readonly ui.Column<Control>[] = [
  { key: 'number', header: text.number, cell: ({ number }) => number ?? '―' },
  { key: 'title', header: text.heading, rowHeader: true, cell: ({ title }) => title },
  { key: 'statement', header: text.statement, cell: ({ statement }) => statement },
];
