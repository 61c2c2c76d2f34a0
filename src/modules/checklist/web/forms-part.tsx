/** The forms that are revised after the items. */
import { DocumentLinks } from '../../../web/document-links.tsx';
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { checklist, type Checklist, files } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.one;

const COLUMNS: readonly ui.Column<Checklist['forms'][number]>[] = [
  { key: 'on', header: text.day, rowHeader: true, cell: ({ on }) => <ui.DayText day={on} /> },
  { key: 'documents', header: text.formsDocuments, cell: ({ documents }) => documents.join('、') },
  { key: 'note', header: text.formsNote, cell: ({ note }) => note },
];

export function FormsPart({ view, reload }: { readonly view: Checklist; readonly reload: () => void }) {
  const may = useCan()('checklist.propose') && (view.state === 'proposed' || view.state === 'agreed');
  return (
    <ui.Section title={text.formsTitle}>
      <p>{text.formsHelp}</p>
      <DocumentLinks title={text.forms} files={files(view, true)} />
      {view.forms.length > 0 && (
        <ui.Table
          caption={text.formsList}
          rows={view.forms}
          rowKey={({ on, note }) => `${on} ${note}`}
          columns={COLUMNS}
        />
      )}
      {may && (
        <ui.Form
          submitLabel={text.formsSubmit}
          done={text.formsDone}
          submit={(form) =>
            checklist.reviseForms(
              {
                checklistId: view.id,
                version: view.version,
                documents: [...form.all('documents')],
                note: form.text('note'),
              },
              form.options,
            )
          }
          onDone={reload}
        >
          <ui.CheckboxGroup
            name="documents"
            label={text.formsDocuments}
            required
            options={view.formsAsked.map((value) => ({ value, label: value }))}
          />
          <ui.TextField name="note" label={text.formsNote} required maxLength={200} />
        </ui.Form>
      )}
    </ui.Section>
  );
}
