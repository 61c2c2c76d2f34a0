import * as ui from '../../../web/ui/index.ts';
import { type Draft, specification } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.draft;

/** Title, client, fiscal year, period: what the text says about itself, or a person adds. */
export function HeadSection({ draft, onChange }: { draft: Draft; onChange: () => void }) {
  const { head } = draft;
  return (
    <ui.Section title={text.head}>
      <ui.Form
        key={draft.version}
        version={draft.version}
        submitLabel={text.headSave}
        done={text.headSaved}
        submit={(form) =>
          specification.updateHead(
            {
              draftId: draft.id,
              version: form.version,
              head: {
                id: form.text('head.id'),
                title: form.text('head.title'),
                authority: form.text('head.authority'),
                fiscalYear: form.numberOrNull('head.fiscalYear'),
                periodFrom: form.text('head.periodFrom') === 'dayAfterContract' ? 'dayAfterContract' : 'contractDate',
                periodTo: form.dayOrNull('head.periodTo'),
                marking: form.textOrNull('head.marking'),
                departments: departmentsIn(
                  form.numberOrNull('head.departments.bureaus'),
                  form.numberOrNull('head.departments.sections'),
                ),
              },
            },
            form.options,
          )
        }
        onDone={onChange}
      >
        <ui.TextField
          name="head.id"
          label={text.headId}
          hint={text.headIdHint}
          required
          maxLength={80}
          defaultValue={head.id}
        />
        <ui.TextField name="head.title" label={text.title} required maxLength={200} defaultValue={head.title} />
        <ui.TextField
          name="head.authority"
          label={text.authority}
          required
          maxLength={200}
          defaultValue={head.authority}
        />
        <ui.NumberField
          name="head.fiscalYear"
          label={text.year}
          hint={text.leftToContract}
          min={2000}
          max={2100}
          defaultValue={head.fiscalYear}
        />
        <ui.RadioGroup
          name="head.periodFrom"
          label={text.periodFrom}
          required
          defaultValue={head.periodFrom}
          options={text.periodFromOptions}
        />
        <ui.DateField
          name="head.periodTo"
          label={text.periodTo}
          hint={text.leftToContract}
          defaultValue={head.periodTo}
        />
        <ui.TextField
          name="head.marking"
          label={text.marking}
          hint={text.markingHint}
          maxLength={60}
          defaultValue={head.marking}
        />
        <fieldset className="min-w-0">
          <legend className="mb-2 text-std-16B-170">{text.departments}</legend>
          <p className="mb-2 text-solid-gray-700">{text.departmentsHint}</p>
          <div className="flex flex-wrap gap-4">
            <ui.NumberField
              name="head.departments.bureaus"
              label={text.bureaus}
              min={0}
              max={10_000}
              defaultValue={head.departments?.bureaus ?? null}
            />
            <ui.NumberField
              name="head.departments.sections"
              label={text.sections}
              min={0}
              max={10_000}
              defaultValue={head.departments?.sections ?? null}
            />
          </div>
        </fieldset>
      </ui.Form>
    </ui.Section>
  );
}

function departmentsIn(bureaus: number | null, sections: number | null): Draft['head']['departments'] {
  return bureaus === null && sections === null ? null : { bureaus: bureaus ?? 0, sections: sections ?? 0 };
}
