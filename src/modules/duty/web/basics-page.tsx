import { useSession } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { text } from './basics.messages.ja.ts';
import { Annexes, Compliance } from './declarations.tsx';
import { CloudServices } from './cloud-services.tsx';
import { activeMembers, choices, duty, memberOptions, nameOf, type Registers } from './duty-client.ts';
import { messages } from './messages.ja.ts';
import { AddForm, DutyPage, Files, OccurredOn, occurredOn, type PartProps, StepForm } from './parts.tsx';

export function Component() {
  return (
    <DutyPage title={messages.tabs.basics} lead={text.lead}>
      {(part) => (
        <>
          {part.data.conditions.rules !== undefined && <Rules {...part} />}
          {part.data.conditions.measures !== undefined && <Measures {...part} />}
          {part.data.conditions.documents !== undefined && <SecurityDocuments {...part} />}
          {part.data.conditions.annexes !== undefined && <Annexes {...part} />}
          {part.data.conditions.compliance !== undefined && <Compliance {...part} />}
          {part.data.conditions.cloud !== undefined && <CloudServices {...part} />}
        </>
      )}
    </DutyPage>
  );
}

function rulesColumns({ data }: PartProps): readonly ui.Column<Registers['acknowledgement'][number]>[] {
  return [
    {
      key: 'member',
      header: messages.member,
      rowHeader: true,
      nowrap: true,
      cell: ({ memberId }) => nameOf(data, memberId),
    },
    { key: 'rules', header: text.rules.rules, cell: ({ rules }) => rules.join('、') },
    { key: 'on', header: messages.on, cell: ({ on }) => <ui.DayText day={on} /> },
  ];
}

function Rules(part: PartProps) {
  const { engagementId, data, reload, can } = part;
  const { account } = useSession();
  const said = data.registers.acknowledgement;
  const waiting = activeMembers(data).filter(
    ({ id, accountId }) =>
      !said.some(({ memberId }) => memberId === id) &&
      (accountId === account.id || (accountId === null && can('duty.manage'))),
  );
  return (
    <>
      <ui.Table
        caption={text.rules.title}
        columns={rulesColumns(part)}
        rows={said}
        rowKey={({ id }) => id}
        empty={<ui.EmptyState title={text.rules.empty}>{text.rules.emptyHelp}</ui.EmptyState>}
      />
      {can('duty.take-part') && waiting.length > 0 && (
        <AddForm
          title={text.rules.form}
          draft={`duty-rules:${engagementId}`}
          submit={(form) =>
            duty.acknowledgeRules(
              { engagementId, memberId: form.text('memberId'), rules: form.all('rules'), ...occurredOn(form) },
              form.options,
            )
          }
          reload={reload}
        >
          <ui.Select
            name="memberId"
            label={messages.member}
            hint={messages.selfHelp}
            required
            options={memberOptions(waiting)}
          />
          <ui.CheckboxGroup
            name="rules"
            label={text.rules.confirm}
            required
            options={choices(data.conditions.rules?.names ?? [])}
          />
          <OccurredOn />
        </AddForm>
      )}
    </>
  );
}

function measuresColumns({ engagementId, data }: PartProps): readonly ui.Column<Registers['measure'][number]>[] {
  return [
    { key: 'name', header: text.measures.name, rowHeader: true, cell: ({ name }) => name },
    { key: 'prevents', header: text.measures.prevents, cell: ({ prevents }) => prevents.join('、') },
    { key: 'owner', header: text.measures.owner, cell: ({ owner }) => nameOf(data, owner) },
    { key: 'evidence', header: text.measures.evidence, cell: ({ evidence }) => evidence || messages.none },
    {
      key: 'files',
      header: messages.file,
      cell: ({ id, files }) => <Files engagementId={engagementId} recordId={id} files={files} />,
    },
  ];
}

function Measures(part: PartProps) {
  const { engagementId, data, reload, can } = part;
  return (
    <>
      <ui.Table
        caption={text.measures.title}
        columns={measuresColumns(part)}
        rows={data.registers.measure}
        rowKey={({ id }) => id}
        empty={
          <ui.EmptyState title={text.measures.empty}>
            {text.measures.emptyHelp(data.conditions.measures?.prevents ?? [])}
          </ui.EmptyState>
        }
      />
      {can('duty.manage') && (
        <AddForm
          title={text.measures.form}
          draft={`duty-measure:${engagementId}`}
          submit={(form) =>
            duty.recordMeasure(
              {
                engagementId,
                name: form.text('name'),
                prevents: form.all('prevents'),
                owner: form.text('owner'),
                evidence: form.text('evidence'),
                files: form.fileIds('files'),
              },
              form.options,
            )
          }
          reload={reload}
        >
          <ui.TextField name="name" label={text.measures.name} required maxLength={200} />
          <ui.CheckboxGroup
            name="prevents"
            label={text.measures.prevents}
            required
            options={choices(data.conditions.measures?.prevents ?? [])}
          />
          <ui.Select name="owner" label={text.measures.owner} required options={memberOptions(activeMembers(data))} />
          <ui.TextArea name="evidence" label={text.measures.evidence} maxLength={10_000} />
          <ui.FileUpload name="files" label={messages.file} multiple />
        </AddForm>
      )}
    </>
  );
}

type SecurityDocument = Registers['security-document'][number];

function documentColumns(part: PartProps): readonly ui.Column<SecurityDocument>[] {
  const { engagementId } = part;
  return [
    { key: 'document', header: text.documents.document, rowHeader: true, cell: ({ document }) => document },
    {
      key: 'due',
      header: text.documents.due,
      cell: ({ due }) => <ui.DayText day={due} />,
      sortBy: ({ due }) => due,
    },
    { key: 'submitted', header: text.documents.submittedOn, cell: (row) => actionOf(part, row) },
    {
      key: 'files',
      header: messages.file,
      cell: ({ id, files }) => <Files engagementId={engagementId} recordId={id} files={files} />,
    },
  ];
}

function actionOf({ engagementId, reload, can }: PartProps, row: SecurityDocument) {
  if (row.submittedOn !== null) return <ui.DayText day={row.submittedOn} />;
  if (!can('duty.manage')) return <ui.StatusBadge tone="warning">{text.documents.waiting}</ui.StatusBadge>;
  return (
    <StepForm
      record={row}
      summary={text.documents.submit}
      submit={(form) =>
        duty.submitSecurityDocument(
          { engagementId, id: row.id, version: form.version, files: form.fileIds('files'), ...occurredOn(form) },
          form.options,
        )
      }
      reload={reload}
    >
      <ui.FileUpload name="files" label={messages.file} multiple />
      <OccurredOn />
    </StepForm>
  );
}

function SecurityDocuments(part: PartProps) {
  const { engagementId, data, reload, can } = part;
  return (
    <>
      <ui.Table
        caption={text.documents.title}
        columns={documentColumns(part)}
        rows={data.registers['security-document']}
        rowKey={({ id }) => id}
        empty={<ui.EmptyState title={text.documents.empty}>{text.documents.emptyHelp}</ui.EmptyState>}
      />
      {can('duty.decide') && (
        <AddForm
          title={text.documents.form}
          draft={`duty-document:${engagementId}`}
          submit={(form) =>
            duty.setDocumentDue(
              { engagementId, document: form.text('document'), due: form.day('due'), note: form.text('note') },
              form.options,
            )
          }
          reload={reload}
        >
          <ui.TextField name="document" label={text.documents.document} required maxLength={200} />
          <ui.DateField name="due" label={text.documents.due} required />
          <ui.TextArea name="note" label={text.documents.note} maxLength={10_000} rows={2} />
        </AddForm>
      )}
    </>
  );
}
