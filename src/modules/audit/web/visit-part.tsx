/** One site visit: timetable, confirmation, holding, outline. */
import type { FieldProblem } from '../../../kernel/error.ts';
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { VISIT_STATE_LABELS } from '../labels.ts';
import { audit, documentFiles, toneOf, type Visit } from './audit-client.ts';
import { DocumentLinks } from '../../../web/document-links.tsx';
import { messages } from './messages-work.ja.ts';
import { rowsOf, timetableOf, timetableText } from './row-text.ts';
import { ParticipantsField } from './participants-field.tsx';

const text = messages.visits;

interface Part {
  readonly engagementId: string;
  readonly visit: Visit;
  readonly people: readonly ui.Option[];
  readonly reload: () => void;
}

export function timetableFaults(form: ui.FormReader): readonly FieldProblem[] {
  const broken = timetableOf(form.text('timetable')).indexOf(null);
  return broken === -1 ? [] : [{ path: 'timetable', message: text.timetableFault(broken + 1) }];
}

export function VisitPart(part: Part) {
  const { engagementId, visit } = part;
  return (
    <ui.Section title={visit.place}>
      <ui.DataList
        items={[
          {
            term: messages.requests.state,
            value: <ui.StatusBadge tone={toneOf(visit.state)}>{VISIT_STATE_LABELS[visit.state]}</ui.StatusBadge>,
          },
          { term: text.plannedOn, value: <ui.DayText day={visit.plannedOn} look="weekday" /> },
          { term: text.reason, value: visit.reason },
          { term: text.confirmedOn, value: <ui.DayText day={visit.confirmedOn} /> },
          { term: text.occurredOn, value: <ui.DayText day={visit.occurredOn} /> },
        ]}
      />
      {visit.remarks.map((remark) => (
        <ui.Notice key={`${remark.on}${remark.text}`} tone="warning" title={text.remark}>
          {remark.text}
        </ui.Notice>
      ))}
      <ui.Table
        caption={text.timetable}
        rows={visit.timetable}
        rowKey={({ from, what }) => `${from}${what}`}
        columns={[
          { key: 'time', header: text.time, rowHeader: true, nowrap: true, cell: ({ from, to }) => `${from}～${to}` },
          { key: 'what', header: text.what, cell: ({ what }) => what },
          { key: 'where', header: text.where, cell: ({ where }) => where },
          { key: 'who', header: text.who, cell: ({ who }) => who },
        ]}
      />
      <div className="flex flex-wrap gap-x-8">
        <DocumentLinks
          title={text.timetableDocument}
          files={documentFiles(engagementId, 'visit-timetable', visit.id, ['docx', 'pdf', 'xlsx'])}
        />
        {visit.outline !== null && (
          <DocumentLinks
            title={text.outlineDocument}
            files={documentFiles(engagementId, 'visit-outline', visit.id, ['docx', 'pdf', 'xlsx'])}
          />
        )}
      </div>
      <Actions {...part} />
    </ui.Section>
  );
}

function Actions({ visit, people, reload }: Part) {
  const can = useCan();
  const work = can('audit.work');
  const input = { visitId: visit.id, version: visit.version };
  const submit = ui.useCommand((options) => audit.submitTimetable(input, options), { onDone: reload });
  const confirm = ui.useCommand((options) => audit.confirmTimetable(input, options), { onDone: reload });
  const problem = submit.problem ?? confirm.problem;
  const before = visit.state === 'draft' || visit.state === 'submitted' || visit.state === 'confirmed';
  return (
    <>
      {problem !== undefined && <ui.Problem problem={problem} />}
      {work && visit.state === 'draft' && (
        <div>
          <ui.Button variant="solid" busy={submit.busy} onClick={() => void submit.run()}>
            {text.submit}
          </ui.Button>
        </div>
      )}
      {can('audit.city') && visit.state === 'submitted' && (
        <>
          <div>
            <ui.ConfirmButton
              variant="solid"
              title={text.confirmTitle}
              body={text.confirmBody}
              busy={confirm.busy}
              onConfirm={() => confirm.run()}
            >
              {text.confirm}
            </ui.ConfirmButton>
          </div>
          <Return visit={visit} reload={reload} />
        </>
      )}
      {work && before && <EditTimetable visit={visit} reload={reload} />}
      {work && visit.state === 'confirmed' && <Record visit={visit} people={people} reload={reload} />}
      {work && visit.state === 'held' && <Outline visit={visit} reload={reload} />}
    </>
  );
}

type Small = Pick<Part, 'visit' | 'reload'>;

function Return({ visit, reload }: Small) {
  return (
    <ui.Disclosure summary={text.return}>
      <ui.Form
        version={visit.version}
        submitLabel={text.return}
        submit={(form) =>
          audit.returnTimetable({ visitId: visit.id, version: form.version, remark: form.text('remark') }, form.options)
        }
        onDone={reload}
      >
        <ui.TextArea name="remark" label={text.remark} required maxLength={4000} />
      </ui.Form>
    </ui.Disclosure>
  );
}

function EditTimetable({ visit, reload }: Small) {
  return (
    <ui.Disclosure summary={text.timetable}>
      <ui.Form
        key={visit.version}
        version={visit.version}
        draft={`audit-timetable:${visit.id}`}
        submitLabel={text.save}
        check={timetableFaults}
        submit={(form) =>
          audit.saveTimetable(
            {
              visitId: visit.id,
              version: form.version,
              place: form.text('place'),
              plannedOn: form.day('plannedOn'),
              timetable: timetableOf(form.text('timetable')).filter((row) => row !== null),
            },
            form.options,
          )
        }
        onDone={reload}
      >
        <ui.DateField name="plannedOn" label={text.plannedOn} required defaultValue={visit.plannedOn} />
        <ui.TextField name="place" label={text.place} required maxLength={200} defaultValue={visit.place} />
        <ui.TextArea
          name="timetable"
          label={text.timetable}
          hint={text.timetableHelp}
          rows={6}
          defaultValue={timetableText(visit.timetable)}
        />
      </ui.Form>
    </ui.Disclosure>
  );
}

function Record({ visit, people, reload }: Small & { people: readonly ui.Option[] }) {
  return (
    <ui.Form
      version={visit.version}
      draft={`audit-visited:${visit.id}`}
      submitLabel={text.record}
      submit={(form) =>
        audit.recordVisit(
          {
            visitId: visit.id,
            version: form.version,
            occurredOn: form.day('occurredOn'),
            participants: form.all('participants'),
            cityAttendees: form.text('cityAttendees'),
          },
          form.options,
        )
      }
      onDone={reload}
    >
      <ui.DateField name="occurredOn" label={text.occurredOn} required defaultValue={visit.plannedOn} />
      <ParticipantsField people={people} />
      <ui.TextField name="cityAttendees" label={text.attendees} maxLength={1000} />
    </ui.Form>
  );
}

function Outline({ visit, reload }: Small) {
  return (
    <ui.Form
      version={visit.version}
      draft={`audit-outline:${visit.id}`}
      submitLabel={text.outline}
      check={(form) => {
        const broken = rowsOf(form.text('items')).findIndex(
          (parts) => (parts[0] ?? '') === '' || (parts[1] ?? '') === '',
        );
        return broken === -1 ? [] : [{ path: 'items', message: text.itemsFault(broken + 1) }];
      }}
      submit={(form) =>
        audit.submitOutline(
          {
            visitId: visit.id,
            version: form.version,
            summary: form.text('summary'),
            items: rowsOf(form.text('items')).map(([title = '', fact = '', place = '']) => ({ title, fact, place })),
          },
          form.options,
        )
      }
      onDone={reload}
    >
      <ui.TextArea name="summary" label={text.summary} maxLength={4000} />
      <ui.TextArea name="items" label={text.items} hint={text.itemsHelp} rows={6} />
    </ui.Form>
  );
}
