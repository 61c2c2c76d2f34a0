/** Steps and grading levels of a programme as rows of its form, and read back from them. */
import { PROGRAMME_DOCUMENTS, STEP_PARTIES } from '../../../core/programme/words.ts';
import type { FieldProblem } from '../../../kernel/error.ts';
import * as ui from '../../../web/ui/index.ts';
import { FormRows, orderOf } from './form-rows.tsx';
import { messages } from './messages.ja.ts';
import { choicesOf, type ProgrammeView } from './plan-client.ts';

const text = messages.one;
type Programme = ProgrammeView['programme'];
type Step = Programme['steps'][number];
type Level = Programme['grading']['levels'][number];
type Document = NonNullable<Step['document']>;

const PARTIES = Object.keys(STEP_PARTIES) as (keyof typeof STEP_PARTIES)[];
const DOCUMENTS = Object.keys(PROGRAMME_DOCUMENTS) as Document[];

export function StepRows({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <FormRows
      name="steps"
      label={text.steps}
      keys={steps.map(({ id }) => id)}
      addLabel={text.addStep}
      atLeast={1}
      atMost={30}
      rowName={(at) => text.stepNumber(at + 1)}
    >
      {(key) => {
        const step = steps.find(({ id }) => id === key);
        const name = (field: string) => `steps.${key}.${field}`;
        return (
          <>
            <ui.TextField
              name={name('title')}
              label={text.name}
              required
              maxLength={80}
              defaultValue={step?.title ?? ''}
            />
            <ui.Select
              name={name('by')}
              label={text.by}
              required
              options={choicesOf(STEP_PARTIES)}
              defaultValue={step?.by ?? null}
            />
            <ui.Select
              name={name('document')}
              label={text.document}
              prompt={text.noDocument}
              options={choicesOf(PROGRAMME_DOCUMENTS)}
              defaultValue={step?.document ?? null}
            />
            <ui.Disclosure summary={text.stepMore}>
              <ui.CheckboxGroup
                name={name('needs')}
                label={text.needs}
                hint={text.needsHint}
                options={steps.filter(({ id }) => id !== key).map(({ id, title }) => ({ value: id, label: title }))}
                defaultValues={step?.needs ?? []}
              />
              <ui.TextField
                name={name('clause')}
                label={text.clause}
                maxLength={80}
                defaultValue={step?.clause ?? ''}
              />
              <ui.TextArea
                name={name('because')}
                label={text.because}
                maxLength={400}
                rows={2}
                defaultValue={step?.because ?? text.newStep}
              />
            </ui.Disclosure>
          </>
        );
      }}
    </FormRows>
  );
}

export function LevelRows({ levels }: { readonly levels: readonly Level[] }) {
  return (
    <FormRows
      name="levels"
      label={text.grading}
      keys={levels.map(({ id }) => id)}
      addLabel={text.addLevel}
      atLeast={2}
      atMost={9}
      rowName={(at) => text.levelNumber(at + 1)}
    >
      {(key) => {
        const level = levels.find(({ id }) => id === key);
        const name = (field: string) => `levels.${key}.${field}`;
        return (
          <>
            <ui.TextField
              name={name('label')}
              label={text.level}
              required
              maxLength={80}
              defaultValue={level?.label ?? ''}
            />
            <ui.TextArea
              name={name('meaning')}
              label={text.meaning}
              required
              maxLength={400}
              rows={2}
              defaultValue={level?.meaning ?? ''}
            />
            <ui.NumberField
              name={name('rank')}
              label={text.rank}
              hint={text.rankHint}
              required
              min={1}
              max={9}
              defaultValue={level?.rank ?? levels.length + 1}
            />
            <ui.Checkbox
              name={name('needsRemedy')}
              label={text.remedyNeededLabel}
              defaultChecked={level?.needsRemedy ?? true}
            />
          </>
        );
      }}
    </FormRows>
  );
}

/** A step may need only what stands before it. */
export function stepProblems(form: ui.FormReader, before: readonly Step[]): FieldProblem[] {
  const order = orderOf(form, 'steps');
  return order.flatMap((key, at) => {
    const late = form
      .all(`steps.${key}.needs`)
      .filter((need) => order.includes(need) && order.indexOf(need) >= at)
      .map((need) => before.find(({ id }) => id === need)?.title ?? need);
    if (late.length === 0) return [];
    return [{ path: `steps.${key}.needs`, message: text.needsLate(late.join('、')) }];
  });
}

export function stepsFrom(form: ui.FormReader): Step[] {
  const order = orderOf(form, 'steps');
  return order.map((key) => {
    const document = DOCUMENTS.find((one) => one === form.text(`steps.${key}.document`));
    return {
      id: key,
      title: form.text(`steps.${key}.title`),
      by: form.one(`steps.${key}.by`, PARTIES),
      needs: form.all(`steps.${key}.needs`).filter((need) => order.includes(need)),
      clause: form.textOrNull(`steps.${key}.clause`),
      because: form.textOrNull(`steps.${key}.because`) ?? text.newStep,
      ...(document === undefined ? {} : { document }),
    };
  });
}

export function levelsFrom(form: ui.FormReader): Level[] {
  return orderOf(form, 'levels').map((key) => ({
    id: key,
    label: form.text(`levels.${key}.label`),
    meaning: form.text(`levels.${key}.meaning`),
    rank: form.number(`levels.${key}.rank`),
    needsRemedy: form.flag(`levels.${key}.needsRemedy`),
  }));
}
