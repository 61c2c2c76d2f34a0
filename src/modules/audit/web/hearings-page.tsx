import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { HEARING_MODE_LABELS } from '../labels.ts';
import { audit, participantOptions } from './audit-client.ts';
import { DepartmentFrame } from './department-frame.tsx';
import { HearingPart } from './hearing-part.tsx';
import { messages } from './messages-work.ja.ts';
import { ParticipantsField } from './participants-field.tsx';

const text = messages.hearings;

export function Component() {
  return (
    <DepartmentFrame tab="hearings">
      {({ engagementId, data, reload }) => (
        <Hearings
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

function Hearings({ engagementId, auditId, open, changed }: Part) {
  const work = useCan()('audit.work') && open;
  const load = ui.useLoad(async () => {
    const { hearings } = await audit.listHearings({ auditId });
    return { hearings, people: work ? await participantOptions(engagementId) : [] };
  }, [auditId, work]);
  const reload = (): void => {
    load.reload();
    changed();
  };
  return (
    <>
      <p>{text.lead}</p>
      <ui.Loaded from={load}>
        {({ hearings, people }) => (
          <>
            {hearings.length === 0 && <ui.EmptyState title={text.empty}>{work && text.emptyHelp}</ui.EmptyState>}
            {hearings.map((hearing) => (
              <HearingPart
                key={hearing.id}
                engagementId={engagementId}
                hearing={hearing}
                people={people}
                reload={reload}
              />
            ))}
            {work && <MailForm auditId={auditId} people={people} reload={reload} />}
            {work && <MeetingForm auditId={auditId} reload={reload} />}
          </>
        )}
      </ui.Loaded>
    </>
  );
}

interface FormPart {
  readonly auditId: string;
  readonly reload: () => void;
}

function MailForm({ auditId, people, reload }: FormPart & { people: readonly ui.Option[] }) {
  return (
    <ui.Section title={text.mail}>
      <ui.Form
        reset
        draft={`audit-mail:${auditId}`}
        submitLabel={text.submit}
        submit={(form) =>
          audit.prepareMailHearing(
            {
              auditId,
              topic: form.text('topic'),
              participants: form.all('participants'),
              questions: form
                .text('questions')
                .split('\n')
                .filter((line) => line.trim() !== '')
                .map((line) => ({ text: line.trim() })),
            },
            form.options,
          )
        }
        onDone={reload}
      >
        <ui.TextField name="topic" label={text.topic} required maxLength={200} />
        <ui.TextArea name="questions" label={text.questions} hint={text.questionsHelp} required rows={6} />
        <ParticipantsField people={people} />
      </ui.Form>
    </ui.Section>
  );
}

function MeetingForm({ auditId, reload }: FormPart) {
  return (
    <ui.Section title={text.meeting}>
      <ui.Form
        reset
        draft={`audit-meeting:${auditId}`}
        submitLabel={text.plan}
        submit={(form) =>
          audit.planHearing(
            {
              auditId,
              mode: form.one('mode', ['face-to-face', 'web']),
              topic: form.text('topic'),
              purpose: form.text('purpose'),
              plannedOn: form.day('plannedOn'),
              place: form.text('place'),
            },
            form.options,
          )
        }
        onDone={reload}
      >
        <ui.RadioGroup
          name="mode"
          label={text.mode}
          required
          inline
          options={[
            { value: 'face-to-face', label: HEARING_MODE_LABELS['face-to-face'] },
            { value: 'web', label: HEARING_MODE_LABELS.web },
          ]}
        />
        <ui.TextField name="topic" label={text.topic} required maxLength={200} />
        <ui.TextArea name="purpose" label={text.purpose} maxLength={4000} rows={2} />
        <ui.DateField name="plannedOn" label={text.plannedOn} required />
        <ui.TextField name="place" label={text.place} required maxLength={200} />
      </ui.Form>
    </ui.Section>
  );
}
