import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { audit, participantOptions } from './audit-client.ts';
import { DepartmentFrame } from './department-frame.tsx';
import { messages } from './messages-work.ja.ts';
import { timetableOf } from './row-text.ts';
import { timetableFaults, VisitPart } from './visit-part.tsx';

const text = messages.visits;

export function Component() {
  return (
    <DepartmentFrame tab="visits">
      {({ engagementId, data, reload }) => (
        <Visits
          engagementId={engagementId}
          auditId={data.id}
          open={data.state === 'preparing' || data.state === 'in-progress'}
          changed={reload}
        />
      )}
    </DepartmentFrame>
  );
}

interface Part {
  readonly engagementId: string;
  readonly auditId: string;
  readonly open: boolean;
  readonly changed: () => void;
}

function Visits({ engagementId, auditId, open, changed }: Part) {
  const work = useCan()('audit.work') && open;
  const load = ui.useLoad(async () => {
    const { visits } = await audit.listVisits({ auditId });
    return { visits, people: work ? await participantOptions(engagementId) : [] };
  }, [auditId, work]);
  const reload = (): void => {
    load.reload();
    changed();
  };
  return (
    <>
      <p>{text.lead}</p>
      <ui.Loaded from={load}>
        {({ visits, people }) => (
          <>
            {visits.length === 0 && <ui.EmptyState title={text.empty}>{text.emptyHelp}</ui.EmptyState>}
            {visits.map((visit) => (
              <VisitPart key={visit.id} engagementId={engagementId} visit={visit} people={people} reload={reload} />
            ))}
            {work && <PlanForm auditId={auditId} reload={reload} />}
          </>
        )}
      </ui.Loaded>
    </>
  );
}

function PlanForm({ auditId, reload }: { auditId: string; reload: () => void }) {
  return (
    <ui.Section title={text.plan}>
      <ui.Form
        reset
        draft={`audit-visit:${auditId}`}
        submitLabel={text.create}
        check={timetableFaults}
        submit={(form) =>
          audit.planVisit(
            {
              auditId,
              place: form.text('place'),
              plannedOn: form.day('plannedOn'),
              reason: form.text('reason'),
              additionalReason: form.text('additionalReason'),
              timetable: timetableOf(form.text('timetable')).filter((row) => row !== null),
            },
            form.options,
          )
        }
        onDone={reload}
      >
        <ui.DateField name="plannedOn" label={text.plannedOn} required />
        <ui.TextField name="place" label={text.place} required maxLength={200} />
        <ui.TextArea name="reason" label={text.reason} required maxLength={4000} rows={2} />
        <ui.TextArea name="timetable" label={text.timetable} hint={text.timetableHelp} rows={5} />
        <ui.TextArea
          name="additionalReason"
          label={text.additional}
          hint={text.additionalHelp}
          maxLength={4000}
          rows={2}
        />
      </ui.Form>
    </ui.Section>
  );
}
