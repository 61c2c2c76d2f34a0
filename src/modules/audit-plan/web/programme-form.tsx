/** A draft of a programme as one form: numbers and texts in fields, lists one line each. */
import { PROGRAMME_TECHNIQUES, STEP_PARTIES, TARGET_KINDS } from '../../../core/programme/words.ts';
import * as ui from '../../../web/ui/index.ts';
import { messages } from './messages.ja.ts';
import { choicesOf, linesOf, plan, type ProgrammeSources, type ProgrammeView } from './plan-client.ts';
import { ChecklistFields, checklistProblems, checklistsFrom } from './programme-checklists.tsx';
import { refusedAtFields } from './programme-refusal.ts';
import { LevelRows, levelsFrom, StepRows, stepProblems, stepsFrom } from './programme-rows.tsx';

const text = messages.one;
type Programme = ProgrammeView['programme'];
const DAYS = ['noticeDays', 'preSurveyDays', 'documentDays', 'additionalDocumentDays'] as const;
const PARTIES = ['targetsDecidedBy', 'noticeBy', 'preSurveyBy', 'documentRequestBy'] as const;

interface FormProps {
  readonly view: ProgrammeView;
  readonly sources: ProgrammeSources;
  readonly reload: () => void;
}

export function ProgrammeForm({ view, sources, reload }: FormProps) {
  const { programme } = view;
  return (
    <ui.Section title={text.editTitle}>
      <ui.Form
        draft={`audit-programme:${view.id}:${view.shown}`}
        version={view.editionVersion}
        submitLabel={messages.save}
        done={messages.saved}
        check={(form) => [...checklistProblems(form), ...stepProblems(form, programme.steps)]}
        submit={(form) =>
          refusedAtFields(form, () =>
            plan.saveProgramme(
              {
                programmeId: view.id,
                version: form.version,
                programme: programmeFrom(form, programme),
                note: form.text('note'),
              },
              form.options,
            ),
          )
        }
        onDone={reload}
      >
        <ui.TextField name="programme.title" label={text.name} required maxLength={80} defaultValue={programme.title} />
        <ui.TextArea
          name="programme.purpose"
          label={text.purpose}
          required
          maxLength={400}
          rows={3}
          defaultValue={programme.purpose}
        />
        <ui.TextArea
          name="programme.scope"
          label={text.scope}
          required
          maxLength={400}
          rows={2}
          defaultValue={programme.scope}
        />
        <ui.CheckboxGroup
          name="programme.method.techniques"
          label={text.techniques}
          required
          options={PROGRAMME_TECHNIQUES.map((one) => ({ value: one, label: one }))}
          defaultValues={programme.method.techniques}
        />
        <ui.NumberField
          name="programme.method.auditorsAtLeast"
          label={text.auditorsAtLeast}
          required
          min={1}
          max={10}
          defaultValue={programme.method.auditorsAtLeast}
        />
        <ui.NumberField
          name="programme.method.qualifiedAtLeast"
          label={text.qualifiedAtLeast}
          required
          min={0}
          max={10}
          defaultValue={programme.method.qualifiedAtLeast}
        />
        <ui.Checkbox name="programme.method.onSite" label={text.onSite} defaultChecked={programme.method.onSite} />
        {programme.durations.map(({ kind, usual, atLeast, atMost }, index) => (
          <fieldset key={kind} className="grid gap-4">
            <legend>{`${text.durations}：${TARGET_KINDS[kind]}`}</legend>
            <ui.NumberField
              name={`programme.durations.${index}.usual`}
              label={text.usual}
              required
              min={5}
              max={1440}
              defaultValue={usual}
            />
            <ui.NumberField
              name={`programme.durations.${index}.atLeast`}
              label={text.atLeast}
              required
              min={5}
              max={1440}
              defaultValue={atLeast}
            />
            <ui.NumberField
              name={`programme.durations.${index}.atMost`}
              label={text.atMost}
              required
              min={5}
              max={1440}
              defaultValue={atMost}
            />
          </fieldset>
        ))}
        {programme.wanted.map((one, index) => (
          <fieldset key={one.kind} className="grid gap-4">
            <legend>{`${text.wanted}：${TARGET_KINDS[one.kind]}`}</legend>
            {one.share === undefined ? (
              <>
                <ui.NumberField
                  name={`programme.wanted.${index}.atLeast`}
                  label={text.atLeast}
                  min={0}
                  max={2000}
                  defaultValue={one.atLeast ?? null}
                />
                <ui.NumberField
                  name={`programme.wanted.${index}.atMost`}
                  label={text.atMost}
                  min={0}
                  max={2000}
                  defaultValue={one.atMost ?? null}
                />
              </>
            ) : (
              <>
                <ui.NumberField
                  name={`programme.wanted.${index}.share`}
                  label={text.share}
                  unit="%"
                  required
                  min={1}
                  max={100}
                  defaultValue={Math.round(one.share * 100)}
                />
                <ui.NumberField
                  name={`programme.wanted.${index}.rotationYears`}
                  label={text.rotationYears}
                  min={1}
                  max={10}
                  defaultValue={one.rotationYears ?? null}
                />
              </>
            )}
          </fieldset>
        ))}
        <ChecklistFields programme={programme} sources={sources} />
        <StepRows steps={programme.steps} />
        <LevelRows levels={programme.grading.levels} />
        {programme.plans.map(({ stage, title, fields }) => (
          <ui.TextArea
            key={stage}
            name={`plan.${stage}`}
            label={text.fieldLines(title)}
            required
            rows={7}
            defaultValue={fields.join('\n')}
          />
        ))}
        {programme.briefing !== null && (
          <ui.TextArea
            name="programme.briefing.contents"
            label={text.contentLines}
            required
            rows={7}
            defaultValue={programme.briefing.contents.join('\n')}
          />
        )}
        {DAYS.map((key) => (
          <ui.NumberField
            key={key}
            name={`programme.deadlines.${key}`}
            label={`${text.deadlines}：${text[key]}`}
            required
            min={0}
            max={120}
            defaultValue={programme.deadlines[key]}
          />
        ))}
        {PARTIES.map((key) => (
          <ui.Select
            key={key}
            name={`programme.parties.${key}`}
            label={text[key]}
            required
            options={choicesOf(STEP_PARTIES)}
            defaultValue={programme.parties[key]}
          />
        ))}
        <ui.TextArea
          name="note"
          label={text.note}
          required={view.shown > 1}
          maxLength={2000}
          rows={2}
          defaultValue={view.note}
        />
      </ui.Form>
    </ui.Section>
  );
}

/** What the form says over what was there: parts that the form does not show stay. */
function programmeFrom(form: ui.FormReader, before: Programme): Programme {
  const limit = (name: string) => form.numberOrNull(name) ?? undefined;
  const parties = (key: (typeof PARTIES)[number]) =>
    form.one(`programme.parties.${key}`, Object.keys(STEP_PARTIES) as (keyof typeof STEP_PARTIES)[]);
  return {
    ...before,
    title: form.text('programme.title'),
    purpose: form.text('programme.purpose'),
    scope: form.text('programme.scope'),
    method: {
      ...before.method,
      techniques: PROGRAMME_TECHNIQUES.filter((one) => form.all('programme.method.techniques').includes(one)),
      auditorsAtLeast: form.number('programme.method.auditorsAtLeast'),
      qualifiedAtLeast: form.number('programme.method.qualifiedAtLeast'),
      onSite: form.flag('programme.method.onSite'),
    },
    durations: before.durations.map((one, index) => ({
      ...one,
      usual: form.number(`programme.durations.${index}.usual`),
      atLeast: form.number(`programme.durations.${index}.atLeast`),
      atMost: form.number(`programme.durations.${index}.atMost`),
    })),
    wanted: before.wanted.map((one, index) =>
      one.share === undefined
        ? {
            ...one,
            atLeast: limit(`programme.wanted.${index}.atLeast`),
            atMost: limit(`programme.wanted.${index}.atMost`),
          }
        : {
            ...one,
            share: form.number(`programme.wanted.${index}.share`) / 100,
            rotationYears: limit(`programme.wanted.${index}.rotationYears`),
          },
    ),
    ...checklistsFrom(form, before),
    steps: stepsFrom(form),
    grading: { ...before.grading, levels: levelsFrom(form) },
    plans: before.plans.map((one) => {
      const fields = linesOf(form.text(`plan.${one.stage}`));
      return { ...one, fields, optionalFields: one.optionalFields.filter((name) => fields.includes(name)) };
    }),
    briefing:
      before.briefing === null
        ? null
        : { ...before.briefing, contents: linesOf(form.text('programme.briefing.contents')) },
    deadlines: {
      ...before.deadlines,
      noticeDays: form.number('programme.deadlines.noticeDays'),
      preSurveyDays: form.number('programme.deadlines.preSurveyDays'),
      documentDays: form.number('programme.deadlines.documentDays'),
      additionalDocumentDays: form.number('programme.deadlines.additionalDocumentDays'),
    },
    parties: {
      ...before.parties,
      targetsDecidedBy: parties('targetsDecidedBy'),
      noticeBy: parties('noticeBy'),
      preSurveyBy: parties('preSurveyBy'),
      documentRequestBy: parties('documentRequestBy'),
    },
  };
}
