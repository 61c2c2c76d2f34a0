import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { CONTRACT_DOCUMENT_NAMES, CONTRACT_STATE_LABELS, REGISTER_LABELS, SERVICE_LABELS } from '../labels.ts';
import { audit, auditHref, choicesOf, type Contract, toneOf } from './audit-client.ts';
import { DepartmentFrame, type FrameContent } from './department-frame.tsx';
import { messages } from './messages-result.ja.ts';

const text = messages.contracts;
const SERVICES = ['cloud', 'lgwan-asp', 'hosting', 'other'] as const;
const KINDS = ['solicitation', 'specification', 'contract', 'other'] as const;

export function Component() {
  return <DepartmentFrame tab="contracts">{(content) => <Contracts {...content} />}</DepartmentFrame>;
}

const columnsFor = (engagementId: string): readonly ui.Column<Contract>[] => [
  {
    key: 'title',
    header: text.title,
    rowHeader: true,
    cell: ({ id, title }) => <ui.TextLink href={`${auditHref(engagementId)}/contracts/${id}`}>{title}</ui.TextLink>,
  },
  { key: 'service', header: text.service, cell: ({ service }) => service },
  {
    key: 'state',
    header: text.state,
    cell: ({ state }) => <ui.StatusBadge tone={toneOf(state)}>{CONTRACT_STATE_LABELS[state]}</ui.StatusBadge>,
  },
  { key: 'judged', header: text.judged, align: 'end', cell: ({ counts }) => `${counts.judged}／${counts.items}` },
  {
    key: 'register',
    header: text.register,
    cell: ({ register }) => (register === null ? '―' : REGISTER_LABELS[register.result]),
  },
];

function Contracts({ engagementId, data, reload }: FrameContent) {
  const city = useCan()('audit.city');
  const open = data.state === 'preparing' || data.state === 'in-progress';
  const load = ui.useLoad(() => audit.listContracts({ engagementId }), [engagementId]);
  const changed = (): void => {
    load.reload();
    reload();
  };
  if (data.contractNotApplicable !== null)
    return (
      <ui.EmptyState title={text.notApplicable}>
        {text.reason}：{data.contractNotApplicable.reason}
      </ui.EmptyState>
    );
  return (
    <>
      <p>{text.lead}</p>
      <ui.Loaded from={load}>
        {({ contracts }) => {
          const own = contracts.filter(({ auditId }) => auditId === data.id);
          return (
            <>
              <ui.Table
                caption={text.caption}
                columns={columnsFor(engagementId)}
                rows={own}
                rowKey={({ id }) => id}
                empty={<ui.EmptyState title={text.empty}>{city ? text.emptyCity : text.emptyContractor}</ui.EmptyState>}
              />
              {city && open && <Designate auditId={data.id} reload={changed} />}
              {city && open && own.length === 0 && (
                <NotApplicable auditId={data.id} version={data.version} reload={changed} />
              )}
            </>
          );
        }}
      </ui.Loaded>
    </>
  );
}

function Designate({ auditId, reload }: { auditId: string; reload: () => void }) {
  return (
    <ui.Section title={text.designate}>
      <ui.Form
        reset
        draft={`audit-contract:${auditId}`}
        submitLabel={text.designate}
        submit={(form) =>
          audit.designateContract(
            {
              auditId,
              title: form.text('title'),
              service: form.text('service'),
              serviceKind: form.one('serviceKind', SERVICES),
              provider: form.text('provider'),
              period: form.text('period'),
              agreementNote: form.text('agreementNote'),
              documents: KINDS.flatMap((kind) =>
                form.fileIds(`documents.${kind}`).map((fileId, index) => ({
                  kind,
                  fileId,
                  title: `${CONTRACT_DOCUMENT_NAMES[kind]}${index === 0 ? '' : index + 1}`,
                })),
              ),
            },
            form.options,
          )
        }
        onDone={reload}
      >
        <ui.TextField name="title" label={text.title} required maxLength={200} />
        <ui.TextField name="service" label={text.service} required maxLength={200} />
        <ui.RadioGroup name="serviceKind" label={text.serviceKind} required options={choicesOf(SERVICE_LABELS)} />
        <ui.TextField name="provider" label={text.provider} maxLength={200} />
        <ui.TextField name="period" label={text.period} maxLength={200} />
        {KINDS.map((kind) => (
          <ui.FileUpload key={kind} name={`documents.${kind}`} label={CONTRACT_DOCUMENT_NAMES[kind]} multiple />
        ))}
        <ui.TextArea name="agreementNote" label={text.agreement} hint={text.agreementHelp} maxLength={4000} rows={2} />
      </ui.Form>
    </ui.Section>
  );
}

function NotApplicable({ auditId, version, reload }: { auditId: string; version: number; reload: () => void }) {
  return (
    <ui.Section title={text.markNotApplicable}>
      <ui.Form
        version={version}
        submitLabel={text.markNotApplicable}
        submit={(form) =>
          audit.markContractNotApplicable({ auditId, version: form.version, reason: form.text('reason') }, form.options)
        }
        onDone={reload}
      >
        <ui.TextField name="reason" label={text.reason} required maxLength={1000} />
      </ui.Form>
    </ui.Section>
  );
}
