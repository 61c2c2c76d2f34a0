import { useNavigate } from 'react-router';
import { useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { messages as text } from './messages-import.ja.ts';
import { messages } from './messages.ja.ts';
import { type PendingImport, standards } from './standards-client.ts';

/** Where a file with a catalogue is handed in, and what waits to be looked at. */
export function Component() {
  const engagementId = useEngagementId();
  const navigate = useNavigate();
  const load = ui.useLoad(() => standards.listImports({ engagementId }), [engagementId]);
  return (
    <ui.Page
      title={text.title}
      lead={text.lead}
      breadcrumbs={[{ label: messages.title, href: `/engagements/${engagementId}/standards` }]}
    >
      <ui.Section title={text.formats.title}>
        <ul className="list-disc ps-6">
          {text.formats.list.map((format) => (
            <li key={format}>{format}</li>
          ))}
        </ul>
        <p>{text.formats.rights}</p>
        <ui.Form
          guard={false}
          submitLabel={text.read}
          done={null}
          submit={async (form) => {
            const [fileId = ''] = form.fileIds('fileId');
            const { importId } = await standards.readCatalogueFile({ engagementId, fileId }, form.options);
            await navigate(`/engagements/${engagementId}/catalogue-import/${importId}`);
          }}
        >
          <ui.FileUpload name="fileId" label={text.file} hint={text.fileHint} required />
        </ui.Form>
      </ui.Section>
      <ui.Loaded from={load}>
        {({ imports }) =>
          imports.length === 0 ? null : (
            <ui.Section title={text.waiting.title}>
              <ui.Table
                caption={text.waiting.caption}
                hideCaption
                rows={imports}
                rowKey={({ id }) => id}
                columns={columnsFor(engagementId)}
              />
            </ui.Section>
          )
        }
      </ui.Loaded>
    </ui.Page>
  );
}

const columnsFor = (engagementId: string): readonly ui.Column<PendingImport>[] => [
  {
    key: 'name',
    header: text.waiting.name,
    rowHeader: true,
    cell: ({ id, fileName }) => (
      <ui.TextLink href={`/engagements/${engagementId}/catalogue-import/${id}`}>{fileName}</ui.TextLink>
    ),
  },
  { key: 'on', header: text.waiting.on, cell: ({ importedAt }) => <ui.InstantText at={importedAt} /> },
  { key: 'accepted', header: text.waiting.accepted, align: 'end', nowrap: true, cell: ({ accepted }) => accepted },
];
