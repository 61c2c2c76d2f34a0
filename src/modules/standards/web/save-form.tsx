/** Edition, licence and source of a catalogue that was read; saving it, or putting it away. */
import { useState } from 'react';
import { useNavigate } from 'react-router';
import * as ui from '../../../web/ui/index.ts';
import { messages } from './messages-import.ja.ts';
import { type CatalogueHead, type ImportView, standards } from './standards-client.ts';

const text = messages.save;
const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export function SaveForm({
  engagementId,
  file,
  catalogues,
}: {
  readonly engagementId: string;
  readonly file: ImportView;
  readonly catalogues: readonly CatalogueHead[];
}) {
  const navigate = useNavigate();
  const [code, setCode] = useState(file.about.code);
  const known = catalogues.find((one) => one.code === code);
  const discard = ui.useCommand(
    (options) => standards.discardImport({ engagementId, importId: file.id, version: file.version }, options),
    { onDone: () => void navigate(`/engagements/${engagementId}/catalogue-import`) },
  );
  const home = `/engagements/${engagementId}/standards`;
  return (
    <ui.Section title={text.title}>
      {file.accepted > 0 && (
        <ui.Form
          submitLabel={text.submit}
          done={text.done}
          check={(form) => (CODE.test(form.text('code')) ? [] : [{ path: 'code', message: text.codeWrong }])}
          submit={async (form) => {
            await standards.saveCatalogue(
              {
                engagementId,
                importId: file.id,
                version: file.version,
                code: form.text('code'),
                name: form.text('name'),
                issuer: form.text('issuer'),
                edition: form.text('edition'),
                publishedOn: form.dayOrNull('publishedOn'),
                licence: form.text('licence'),
                source: form.text('source'),
                public: form.one('public', ['open', 'closed']) === 'open',
              },
              form.options,
            );
          }}
          onDone={() => void navigate(`${home}/${code}`)}
        >
          <ui.TextField
            name="code"
            label={text.code}
            hint={text.codeHint}
            required
            maxLength={60}
            width="medium"
            value={code}
            onChange={(event) => setCode(event.target.value.trim())}
          />
          {known !== undefined && <p role="status">{text.known(known.name)}</p>}
          <ui.TextField
            key={`name-${known?.code ?? ''}`}
            name="name"
            label={text.name}
            required
            maxLength={200}
            defaultValue={known?.name ?? file.about.title}
          />
          <ui.TextField
            key={`issuer-${known?.code ?? ''}`}
            name="issuer"
            label={text.issuer}
            required
            maxLength={200}
            defaultValue={known?.issuer ?? file.about.issuer}
          />
          <ui.TextField
            name="edition"
            label={text.edition}
            required
            maxLength={200}
            defaultValue={file.about.edition}
          />
          <ui.DateField name="publishedOn" label={text.publishedOn} defaultValue={file.about.date ?? ''} />
          <ui.TextArea
            name="licence"
            label={text.licence}
            hint={text.licenceHint}
            maxLength={2000}
            rows={3}
            defaultValue={file.about.licence}
          />
          <ui.TextField
            name="source"
            label={text.source}
            hint={text.sourceHint}
            maxLength={500}
            defaultValue={file.about.source}
          />
          <ui.RadioGroup
            name="public"
            label={text.public}
            required
            inline
            options={[
              { value: 'open', label: text.open },
              { value: 'closed', label: text.closed },
            ]}
          />
        </ui.Form>
      )}
      <ui.ConfirmButton title={text.discard} body={text.discardWarning} busy={discard.busy} onConfirm={discard.run}>
        {text.discard}
      </ui.ConfirmButton>
    </ui.Section>
  );
}
