import * as ui from '../../../web/ui/index.ts';
import { Disclosures, Eco, Supervisors, Works } from './dealings.tsx';
import { duty, type Registers } from './duty-client.ts';
import { text as all } from './exchanges.messages.ja.ts';
import { messages } from './messages.ja.ts';
import { AddForm, DecideForm, DutyPage, Files, type PartProps, StepForm } from './parts.tsx';

const text = all.reports;
type ReportRequest = Registers['report-request'][number];

export function Component() {
  return (
    <DutyPage title={messages.tabs.requests} lead={all.requests.lead}>
      {(part) => (
        <>
          {part.data.conditions.reports !== undefined && <Reports {...part} />}
          {part.data.conditions.thirdParties !== undefined && <Disclosures {...part} />}
          {part.data.conditions.works !== undefined && <Works {...part} />}
          {part.data.conditions.supervisor !== undefined && <Supervisors {...part} />}
          {part.data.conditions.eco !== undefined && <Eco {...part} />}
        </>
      )}
    </DutyPage>
  );
}

function columns(part: PartProps): readonly ui.Column<ReportRequest>[] {
  const { engagementId, data } = part;
  return [
    {
      key: 'topic',
      header: text.topic,
      rowHeader: true,
      cell: ({ topic, request }) => (
        <>
          {topic}
          <p className="font-400">{request}</p>
        </>
      ),
    },
    {
      key: 'respondent',
      header: text.respondent,
      cell: ({ subcontractId }) =>
        data.registers.subcontract.find(({ id }) => id === subcontractId)?.firm ?? text.contractor,
    },
    { key: 'due', header: text.due, cell: ({ due }) => <ui.DayText day={due} />, sortBy: ({ due }) => due ?? '' },
    { key: 'answer', header: text.answer, cell: (row) => <Answer {...part} row={row} /> },
    {
      key: 'files',
      header: messages.file,
      cell: ({ id, files }) => <Files engagementId={engagementId} recordId={id} files={files} />,
    },
  ];
}

function Answer({ engagementId, data, reload, can, row }: PartProps & { row: ReportRequest }) {
  if (row.answeredOn !== null) {
    return (
      <>
        <ui.StatusBadge tone={row.acceptedOn === null ? 'info' : 'success'}>
          {row.acceptedOn === null ? text.unread : text.accepted}
        </ui.StatusBadge>
        <p>
          <ui.DayText day={row.answeredOn} />
        </p>
        <p>{row.answer}</p>
        {row.acceptedOn === null && can('duty.decide') && (
          <DecideForm
            record={row}
            decide={(decision, form) => duty.decideReport({ engagementId, id: row.id, ...decision }, form.options)}
            reload={reload}
            words={text.decide}
          />
        )}
      </>
    );
  }
  const late = row.due !== null && row.due < data.today;
  return (
    <>
      <ui.StatusBadge tone={late ? 'error' : 'warning'}>{late ? text.late : text.waiting}</ui.StatusBadge>
      {row.comment !== '' && <p>{text.returned(row.comment)}</p>}
      {can('duty.manage') && (
        <StepForm
          record={row}
          summary={text.answerForm}
          submit={(form) =>
            duty.answerReport(
              {
                engagementId,
                id: row.id,
                version: form.version,
                answer: form.text('answer'),
                files: form.fileIds('files'),
              },
              form.options,
            )
          }
          reload={reload}
        >
          <ui.TextArea name="answer" label={text.answer} required maxLength={10_000} />
          <ui.FileUpload name="files" label={messages.file} multiple />
        </StepForm>
      )}
    </>
  );
}

function Reports(part: PartProps) {
  const { engagementId, data, reload, can } = part;
  const { objects = [], subcontractorClause } = data.conditions.reports ?? {};
  const going = data.registers.subcontract.filter(
    ({ state }) => subcontractorClause !== undefined && (state === 'started' || state === 'confirmed'),
  );
  return (
    <>
      <ui.Table
        caption={text.title}
        columns={columns(part)}
        rows={data.registers['report-request']}
        rowKey={({ id }) => id}
        empty={<ui.EmptyState title={text.empty}>{text.emptyHelp}</ui.EmptyState>}
      />
      {can('duty.decide') && (
        <AddForm
          title={text.form}
          draft={`duty-report:${engagementId}`}
          submitLabel={text.submit}
          submit={(form) =>
            duty.requestReport(
              {
                engagementId,
                topic: form.text('topic'),
                request: form.text('request'),
                due: form.dayOrNull('due'),
                subcontractId: going.length === 0 ? null : form.textOrNull('subcontractId'),
              },
              form.options,
            )
          }
          reload={reload}
        >
          <ui.TextField name="topic" label={text.topic} hint={text.topicHelp(objects)} required maxLength={200} />
          <ui.TextArea name="request" label={text.request} required maxLength={10_000} />
          <ui.DateField name="due" label={text.due} hint={text.dueHelp} />
          {going.length > 0 && (
            <ui.Select
              name="subcontractId"
              label={text.subcontract}
              prompt={text.contractor}
              options={going.map(({ id, firm }) => ({ value: id, label: firm }))}
            />
          )}
        </AddForm>
      )}
    </>
  );
}
