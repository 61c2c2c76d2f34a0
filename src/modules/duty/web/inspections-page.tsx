import * as ui from '../../../web/ui/index.ts';
import { INSPECTION_MODES } from '../choices.ts';
import { choices, duty, type Registers } from './duty-client.ts';
import { text } from './inspections.messages.ja.ts';
import { messages } from './messages.ja.ts';
import { AddForm, DutyPage, Files, OccurredOn, occurredOn, type PartProps, StepForm } from './parts.tsx';

type Inspection = Registers['inspection'][number];
const TONES = { requested: 'warning', answered: 'info', held: 'success' } as const;

export function Component() {
  return (
    <DutyPage title={messages.tabs.inspections} lead={text.lead}>
      {(part) => (
        <>
          {part.data.registers.inspection.length === 0 && (
            <ui.EmptyState title={text.empty}>{text.emptyHelp}</ui.EmptyState>
          )}
          {part.data.registers.inspection.map((inspection) => (
            <OneInspection key={inspection.id} {...part} inspection={inspection} />
          ))}
          {part.can('duty.decide') && (
            <AddForm
              title={text.form}
              draft={`duty-inspection:${part.engagementId}`}
              submitLabel={text.submit}
              submit={(form) =>
                duty.requestInspection({ engagementId: part.engagementId, request: form.text('request') }, form.options)
              }
              reload={part.reload}
            >
              <ui.TextArea name="request" label={text.request} required maxLength={10_000} />
            </AddForm>
          )}
        </>
      )}
    </DutyPage>
  );
}

function OneInspection(part: PartProps & { inspection: Inspection }) {
  const { engagementId, inspection, can } = part;
  const { state } = inspection;
  return (
    <ui.Section
      title={text.heading}
      actions={<ui.StatusBadge tone={TONES[state]}>{text.states[state]}</ui.StatusBadge>}
    >
      <ui.DataList
        items={[
          { term: text.requestedOn, value: <ui.DayText day={inspection.requestedOn} /> },
          { term: text.request, value: inspection.request },
          { term: text.answeredOn, value: <ui.DayText day={inspection.answeredOn} /> },
          { term: text.answer, value: inspection.answer },
          { term: text.proposedOn, value: <ui.DayText day={inspection.proposedOn} /> },
          {
            term: text.files,
            value: <Files engagementId={engagementId} recordId={inspection.id} files={inspection.files} />,
          },
          ...(state === 'held'
            ? [
                { term: text.heldOn, value: <ui.DayText day={inspection.heldOn} /> },
                { term: text.mode, value: inspection.mode },
                { term: text.place, value: inspection.place },
                { term: text.reason, value: inspection.reason },
                { term: text.objects, value: inspection.objects.join('、') },
                { term: text.result, value: inspection.result },
                { term: text.corrections, value: inspection.corrections },
              ]
            : []),
        ]}
      />
      {state === 'requested' && can('duty.manage') && <Answer {...part} />}
      {state === 'answered' && can('duty.decide') && <Hold {...part} />}
    </ui.Section>
  );
}

function Answer({ engagementId, inspection, reload }: PartProps & { inspection: Inspection }) {
  return (
    <StepForm
      record={inspection}
      summary={text.answerForm}
      submit={(form) =>
        duty.answerInspection(
          {
            engagementId,
            id: inspection.id,
            version: form.version,
            answer: form.text('answer'),
            proposedOn: form.dayOrNull('proposedOn'),
            files: form.fileIds('files'),
          },
          form.options,
        )
      }
      reload={reload}
    >
      <ui.TextArea name="answer" label={text.answer} hint={text.answerHelp} required maxLength={10_000} />
      <ui.DateField name="proposedOn" label={text.proposedOn} />
      <ui.FileUpload name="files" label={text.files} multiple />
    </StepForm>
  );
}

function Hold({ engagementId, data, inspection, reload }: PartProps & { inspection: Inspection }) {
  const { objects, paperReasons } = data.conditions.inspection ?? { objects: [], paperReasons: [] };
  return (
    <StepForm
      record={inspection}
      summary={text.hold}
      submit={(form) =>
        duty.holdInspection(
          {
            engagementId,
            id: inspection.id,
            version: form.version,
            mode: form.one('mode', INSPECTION_MODES),
            reason: form.textOrNull('reason'),
            place: form.textOrNull('place'),
            objects: form.all('objects'),
            result: form.text('result'),
            corrections: form.text('corrections'),
            ...occurredOn(form),
          },
          form.options,
        )
      }
      reload={reload}
    >
      <ui.RadioGroup name="mode" label={text.mode} required inline options={choices(INSPECTION_MODES)} />
      <ui.TextField name="place" label={text.place} maxLength={200} />
      <ui.Select name="reason" label={text.reason} prompt={text.noReason} options={choices(paperReasons)} />
      <ui.CheckboxGroup
        name="objects"
        label={text.objects}
        required
        options={choices(objects)}
        defaultValues={objects}
      />
      <ui.TextArea name="result" label={text.result} required maxLength={10_000} />
      <ui.TextArea name="corrections" label={text.corrections} maxLength={10_000} rows={2} />
      <OccurredOn />
    </StepForm>
  );
}
