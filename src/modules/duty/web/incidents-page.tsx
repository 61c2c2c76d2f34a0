import * as ui from '../../../web/ui/index.ts';
import { INCIDENT_CLASSES } from '../choices.ts';
import { Breaches } from './breaches.tsx';
import { choices, duty, type Registers } from './duty-client.ts';
import { type Department, DepartmentFields, tickedIn, useDepartments } from './incident-departments.tsx';
import { text } from './incidents.messages.ja.ts';
import { messages } from './messages.ja.ts';
import { ActButton, AddForm, DutyPage, Paper, type PartProps, StepForm } from './parts.tsx';

type Incident = Registers['incident'][number];
const TONES = { noticed: 'error', reported: 'info', instructed: 'warning', completed: 'success' } as const;

type Part = PartProps & { readonly departments: readonly Department[] };

export function Component() {
  const departments = useDepartments();
  return (
    <DutyPage title={messages.tabs.incidents} lead={text.lead}>
      {(part) => (
        <>
          {part.data.registers.incident.length === 0 && <NoIncident {...part} />}
          {part.data.registers.incident.map((incident) => (
            <OneIncident key={incident.id} {...part} departments={departments} incident={incident} />
          ))}
          {part.can('duty.take-part') && <NoticeForm {...part} departments={departments} />}
          <Breaches {...part} />
        </>
      )}
    </DutyPage>
  );
}

function NoIncident({ engagementId, data, reload, can }: PartProps) {
  const declare = ui.useCommand((options) => duty.declareNoIncident({ engagementId }, options), {
    done: messages.recorded,
    onDone: reload,
  });
  if (data.registers['no-incident'].length > 0) return <ui.Notice tone="success" title={text.none} />;
  const manage = can('duty.manage');
  return (
    <ui.EmptyState
      title={text.empty}
      action={
        manage && (
          <ui.ConfirmButton
            title={text.declare}
            body={text.declareBody}
            busy={declare.busy}
            onConfirm={() => declare.run()}
          >
            {text.declare}
          </ui.ConfirmButton>
        )
      }
    >
      {manage ? text.emptyHelp : text.emptyReader}
    </ui.EmptyState>
  );
}

function oneIncidentColumns(): readonly ui.Column<Incident['instructions'][number]>[] {
  return [
    { key: 'on', header: messages.on, cell: ({ on }) => <ui.DayText day={on} /> },
    { key: 'text', header: text.instruction, rowHeader: true, cell: (row) => row.text },
    {
      key: 'result',
      header: text.result,
      cell: ({ completedOn, result }) =>
        completedOn === null ? (
          <ui.StatusBadge tone="warning">{text.waiting}</ui.StatusBadge>
        ) : (
          <>
            <ui.DayText day={completedOn} /> {result}
          </>
        ),
    },
  ];
}

function OneIncident(part: Part & { incident: Incident }) {
  const { data, incident, departments } = part;
  const { state, publication } = incident;
  const subcontract = data.registers.subcontract.find(({ id }) => id === incident.subcontractId);
  return (
    <ui.Section
      title={incident.title}
      actions={<ui.StatusBadge tone={TONES[state]}>{text.states[state]}</ui.StatusBadge>}
    >
      <Paper engagementId={part.engagementId} kind="incident-report" subject={incident.id} title={text.paper} />
      <ui.DataList
        items={[
          { term: text.class, value: `${incident.class}${incident.suspected ? text.suspectedMark : ''}` },
          { term: text.awareOn, value: <ui.DayText day={incident.awareOn} /> },
          { term: text.description, value: incident.description },
          { term: text.firstMeasures, value: incident.firstMeasures },
          {
            term: text.departments,
            value: incident.departments.length === 0 ? text.noDepartments : namesOf(incident.departments, departments),
          },
          ...(subcontract === undefined ? [] : [{ term: text.subcontract, value: subcontract.firm }]),
          { term: text.reportedOn, value: <ui.DayText day={incident.reportedOn} /> },
          ...(publication === null
            ? []
            : [
                {
                  term: text.publication,
                  value: (
                    <>
                      <ui.DayText day={publication.on} /> {publication.scope}：{publication.text}
                    </>
                  ),
                },
              ]),
        ]}
      />
      {incident.instructions.length > 0 && (
        <ui.Table
          caption={text.instructions}
          columns={oneIncidentColumns()}
          rows={incident.instructions}
          rowKey={({ on, text: words }) => `${on} ${words}`}
        />
      )}
      <IncidentSteps {...part} />
    </ui.Section>
  );
}

const namesOf = (ids: readonly string[], departments: readonly Department[]): string =>
  ids.map((id) => departments.find((one) => one.id === id)?.name ?? text.formerDepartment).join('、');

function IncidentSteps({ engagementId, reload, can, incident, departments }: Part & { incident: Incident }) {
  const { id, version, state } = incident;
  const inHand = { engagementId, id };
  const manage = can('duty.manage');
  const decide = can('duty.decide');
  return (
    <>
      {state === 'noticed' && manage && (
        <ActButton act={(options) => duty.reportIncident({ ...inHand, version }, options)} reload={reload}>
          {text.report}
        </ActButton>
      )}
      {can('duty.exchange') && (
        <StepForm
          record={incident}
          summary={text.nameDepartments}
          submit={(form) =>
            duty.nameIncidentDepartments(
              { ...inHand, version: form.version, departments: tickedIn(form, departments) },
              form.options,
            )
          }
          reload={reload}
        >
          <DepartmentFields departments={departments} chosen={incident.departments} />
        </StepForm>
      )}
      {(state === 'reported' || state === 'completed') && decide && (
        <StepForm
          record={incident}
          summary={text.instruct}
          submit={(form) =>
            duty.instructIncident({ ...inHand, version: form.version, text: form.text('text') }, form.options)
          }
          reload={reload}
        >
          <ui.TextArea name="text" label={text.instruction} required maxLength={10_000} />
        </StepForm>
      )}
      {state === 'instructed' && manage && (
        <StepForm
          record={incident}
          summary={text.complete}
          submit={(form) =>
            duty.completeIncident({ ...inHand, version: form.version, result: form.text('result') }, form.options)
          }
          reload={reload}
        >
          <ui.TextArea name="result" label={text.result} required maxLength={10_000} />
        </StepForm>
      )}
      {state !== 'noticed' && decide && (
        <StepForm
          record={incident}
          summary={text.publish}
          submit={(form) =>
            duty.publishIncident(
              { ...inHand, version: form.version, scope: form.text('scope'), text: form.text('text') },
              form.options,
            )
          }
          reload={reload}
        >
          <ui.TextField
            name="scope"
            label={text.scope}
            hint={text.publicationNote}
            required
            maxLength={200}
            defaultValue={incident.publication?.scope ?? ''}
          />
          <ui.TextArea
            name="text"
            label={text.publicationText}
            required
            maxLength={10_000}
            defaultValue={incident.publication?.text ?? ''}
          />
        </StepForm>
      )}
    </>
  );
}

function NoticeForm({ engagementId, data, reload, departments }: Part) {
  return (
    <AddForm
      title={text.form}
      draft={`duty-incident:${engagementId}`}
      submit={(form) =>
        duty.noticeIncident(
          {
            engagementId,
            title: form.text('title'),
            class: form.one('class', INCIDENT_CLASSES),
            suspected: form.flag('suspected'),
            awareOn: form.day('awareOn'),
            description: form.text('description'),
            departments: tickedIn(form, departments),
            subcontractId: form.textOrNull('subcontractId'),
            firstMeasures: form.text('firstMeasures'),
          },
          form.options,
        )
      }
      reload={reload}
    >
      <ui.TextField name="title" label={text.name} required maxLength={200} />
      <ui.Select name="class" label={text.class} required options={choices(INCIDENT_CLASSES)} />
      <ui.Checkbox name="suspected" label={text.suspected} />
      <ui.DateField name="awareOn" label={text.awareOn} required />
      <ui.TextArea name="description" label={text.description} required maxLength={10_000} />
      <ui.TextArea name="firstMeasures" label={text.firstMeasures} maxLength={10_000} rows={2} />
      <ui.Disclosure summary={text.departments}>
        <DepartmentFields departments={departments} chosen={[]} />
      </ui.Disclosure>
      {data.registers.subcontract.length > 0 && (
        <ui.Select
          name="subcontractId"
          label={text.subcontract}
          prompt={text.noSubcontract}
          options={data.registers.subcontract.map(({ id, firm }) => ({ value: id, label: firm }))}
        />
      )}
    </AddForm>
  );
}
