/** The city adds documents of a contract while it is being checked. */
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { CONTRACT_DOCUMENT_NAMES } from '../labels.ts';
import { audit, choicesOf, type Contract } from './audit-client.ts';
import { messages } from './messages-result.ja.ts';

const text = messages.contracts;
const KINDS = ['solicitation', 'specification', 'contract', 'other'] as const;

export function ContractDocumentsForm({ contract, reload }: { contract: Contract; reload: () => void }) {
  const city = useCan()('audit.city');
  if (!city || contract.state !== 'designated') return null;
  return (
    <ui.Disclosure summary={text.addDocument}>
      <ui.Form
        reset
        key={contract.version}
        version={contract.version}
        submitLabel={text.addDocument}
        submit={(form) =>
          audit.attachContractDocuments(
            {
              contractId: contract.id,
              version: form.version,
              documents: form.fileIds('documents').map((fileId) => ({
                kind: form.one('kind', KINDS),
                title: form.text('title'),
                fileId,
              })),
            },
            form.options,
          )
        }
        onDone={reload}
      >
        <ui.RadioGroup
          name="kind"
          label={text.documentKind}
          required
          inline
          options={choicesOf(CONTRACT_DOCUMENT_NAMES)}
        />
        <ui.TextField name="title" label={text.documentTitle} required maxLength={200} />
        <ui.FileUpload name="documents" label={text.file} required />
      </ui.Form>
    </ui.Disclosure>
  );
}
