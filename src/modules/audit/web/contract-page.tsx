import { useParams, useSearchParams } from 'react-router';
import { useCan, useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import {
  CONTRACT_DOCUMENT_NAMES,
  CONTRACT_STATE_LABELS,
  REFLECTION_LABELS,
  REGISTER_LABELS,
  SERVICE_LABELS,
} from '../labels.ts';
import {
  audit,
  choicesOf,
  type Contract,
  type ContractItem,
  departmentHref,
  documentFiles,
  toneOf,
} from './audit-client.ts';
import { CheckProposals } from './check-proposals.tsx';
import { ContractDocumentsForm } from './contract-documents-form.tsx';
import { ContractItemPart } from './contract-item-part.tsx';
import { DocumentLinks } from '../../../web/document-links.tsx';
import { messages } from './messages-result.ja.ts';
import { rowsOf } from './row-text.ts';

const text = messages.contracts;

export function Component() {
  const engagementId = useEngagementId();
  const { contractId = '' } = useParams();
  const load = ui.useLoad(() => audit.getContract({ contractId }), [contractId]);
  const title = load.state === 'ready' ? load.data.contract.title : text.caption;
  const back = load.state === 'ready' ? departmentHref(engagementId, load.data.contract.auditId, 'contracts') : '';
  return (
    <ui.Page title={title} {...(back === '' ? {} : { breadcrumbs: [{ label: text.back, href: back }] })}>
      <ui.Loaded from={load}>
        {({ contract, items }) => (
          <>
            <Head contract={contract} engagementId={engagementId} />
            <ContractDocumentsForm contract={contract} reload={load.reload} />
            <Items contract={contract} items={items} reload={load.reload} />
            <Register contract={contract} reload={load.reload} />
            <Complete contract={contract} reload={load.reload} />
            <ContractProposals contract={contract} reload={load.reload} />
          </>
        )}
      </ui.Loaded>
    </ui.Page>
  );
}

interface Part {
  readonly contract: Contract;
  readonly reload: () => void;
}

function Head({ contract, engagementId }: { contract: Contract; engagementId: string }) {
  return (
    <>
      <ui.DataList
        items={[
          {
            term: text.state,
            value: (
              <ui.StatusBadge tone={toneOf(contract.state)}>{CONTRACT_STATE_LABELS[contract.state]}</ui.StatusBadge>
            ),
          },
          { term: text.service, value: `${contract.service}（${SERVICE_LABELS[contract.serviceKind]}）` },
          { term: text.provider, value: contract.provider },
          {
            term: text.documents,
            value:
              contract.documents.length === 0 ? (
                ''
              ) : (
                <ul>
                  {contract.documents.map(({ id, kind, title }) => (
                    <li key={id}>
                      <ui.TextLink
                        href={audit.href('downloadContractDocument', { contractId: contract.id, documentId: id })}
                      >
                        {title}（{CONTRACT_DOCUMENT_NAMES[kind]}）
                      </ui.TextLink>
                    </li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
      <DocumentLinks
        title={text.result}
        files={documentFiles(engagementId, 'contract-check', contract.id, ['xlsx', 'docx', 'pdf'])}
      />
    </>
  );
}

const COLUMNS: readonly ui.Column<ContractItem>[] = [
  { key: 'number', header: text.number, nowrap: true, cell: ({ number }) => number },
  {
    key: 'title',
    header: text.item,
    rowHeader: true,
    cell: ({ id, title }) => <ui.TextLink href={`?item=${id}`}>{title}</ui.TextLink>,
  },
  {
    key: 'judgement',
    header: text.judgement,
    cell: ({ judgement, waiver }) =>
      judgement === null ? '―' : `${REFLECTION_LABELS[judgement]}${waiver === null ? '' : `（${text.waived}）`}`,
  },
  {
    key: 'place',
    header: text.place,
    cell: ({ page, quote }) => [page, quote].filter((part) => part !== '').join('　'),
  },
  { key: 'advice', header: text.advice, cell: ({ advice }) => advice?.text ?? '―' },
  { key: 'open', header: text.open, cell: ({ open }) => open ?? text.noneOpen },
];

function Items({ contract, items, reload }: Part & { items: readonly ContractItem[] }) {
  const [parameters, setParameters] = useSearchParams();
  const wanted = items.find(({ id }) => id === parameters.get('item'));
  const current = wanted ?? items.find(({ open }) => open !== null) ?? items[0];
  if (current === undefined) return null;
  const at = items.indexOf(current);
  const go = (index: number): void => {
    const target = items[Math.min(Math.max(index, 0), items.length - 1)];
    if (target !== undefined) setParameters({ item: target.id }, { preventScrollReset: true });
  };
  return (
    <ui.Section title={text.items}>
      <ui.Progress label={text.progress} value={contract.counts.judged} max={contract.counts.items} />
      <ContractItemPart
        key={`${current.id}:${current.version}`}
        item={current}
        contract={contract}
        onStep={(by) => go(at + by)}
        onSaved={() => {
          reload();
          go(at + 1);
        }}
        onChanged={reload}
      />
      <ui.Table caption={text.items} columns={COLUMNS} rows={items} rowKey={({ id }) => id} />
    </ui.Section>
  );
}

const RESULTS = ['correct', 'inaccurate', 'missing'] as const;

function Register({ contract, reload }: Part) {
  const work = useCan()('audit.work') && contract.state === 'designated';
  const { register } = contract;
  if (!work)
    return register === null ? null : (
      <ui.Section title={text.registerTitle}>
        <ui.DataList
          items={[
            { term: text.registerResult, value: REGISTER_LABELS[register.result] },
            {
              term: text.registerFields,
              value: register.fields.map(({ field, note }) => `${field}　${note}`).join('\n'),
            },
            { term: text.registerNote, value: register.note },
          ]}
        />
      </ui.Section>
    );
  return (
    <ui.Section title={text.registerTitle}>
      <ui.Form
        key={contract.version}
        version={contract.version}
        draft={`audit-register:${contract.id}`}
        submitLabel={text.saveRegister}
        submit={(form) =>
          audit.checkRegister(
            {
              contractId: contract.id,
              version: form.version,
              result: form.one('result', RESULTS),
              fields: rowsOf(form.text('fields')).map(([field = '', note = '']) => ({ field, note })),
              note: form.text('note'),
            },
            form.options,
          )
        }
        onDone={reload}
      >
        <ui.RadioGroup
          name="result"
          label={text.registerResult}
          required
          inline
          options={choicesOf(REGISTER_LABELS)}
          defaultValue={register?.result ?? null}
        />
        <ui.TextArea
          name="fields"
          label={text.registerFields}
          hint={text.registerFieldsHelp}
          defaultValue={(register?.fields ?? []).map(({ field, note }) => `${field}｜${note}`).join('\n')}
        />
        <ui.TextField name="note" label={text.registerNote} maxLength={2000} defaultValue={register?.note ?? ''} />
      </ui.Form>
    </ui.Section>
  );
}

function Complete({ contract, reload }: Part) {
  const work = useCan()('audit.work');
  const complete = ui.useCommand(
    (options) => audit.completeContractCheck({ contractId: contract.id, version: contract.version }, options),
    { onDone: reload },
  );
  if (!work || contract.state !== 'designated') return null;
  return (
    <>
      {complete.problem !== undefined && <ui.Problem problem={complete.problem} />}
      <div>
        <ui.ConfirmButton
          variant="solid"
          title={text.completeTitle}
          body={text.completeBody}
          busy={complete.busy}
          onConfirm={() => complete.run()}
        >
          {text.complete}
        </ui.ConfirmButton>
      </div>
    </>
  );
}

function ContractProposals({ contract, reload }: Part) {
  const work = useCan()('audit.work');
  return (
    <CheckProposals
      auditId={contract.auditId}
      contractId={contract.id}
      open={work && contract.state === 'designated'}
      reload={reload}
    />
  );
}
