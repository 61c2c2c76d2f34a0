/** A plan as a form: a text per field, what was considered, and the years of a plan over several years. */
import { fiscalYearLabel } from '../../../core/calendar/index.ts';
import { CONSIDERATION_NAMES } from '../labels.ts';
import * as ui from '../../../web/ui/index.ts';
import { messages } from './messages.ja.ts';
import { planMessages } from './messages-plan.ja.ts';
import { type departmentOptions, type Plan, plan } from './plan-client.ts';

const text = planMessages.plans;

export function PlanForm({
  one,
  departments,
  reload,
}: {
  one: Plan;
  departments: Awaited<ReturnType<typeof departmentOptions>>;
  reload: () => void;
}) {
  return (
    <ui.Form
      draft={`audit-plan:${one.id}`}
      version={one.version}
      submitLabel={messages.save}
      done={messages.saved}
      submit={(form) =>
        plan.savePlan(
          {
            planId: one.id,
            version: form.version,
            title: form.text('title'),
            from: form.day('from'),
            to: form.day('to'),
            fields: one.fields.map(({ name }, index) => ({
              name,
              text: form.text(`fields.${index}.text`),
              none: form.flag(`fields.${index}.none`),
            })),
            considered: CONSIDERATION_NAMES.filter((name) => form.all('considered').includes(name)),
            years: one.years.map(({ fiscalYear }, index) => ({
              fiscalYear,
              departmentIds: form.all(`years.${index}.departmentIds`),
              text: form.text(`years.${index}.text`),
            })),
          },
          form.options,
        )
      }
      onDone={reload}
    >
      <ui.TextField name="title" label={text.name} required maxLength={200} defaultValue={one.title} />
      <ui.DateField name="from" label={text.from} required defaultValue={one.from} />
      <ui.DateField name="to" label={text.to} required defaultValue={one.to} />
      {one.fields.map(({ name, text: value, none }, index) => (
        <div key={name} className="grid grid-cols-[minmax(0,1fr)] gap-2">
          <ui.TextArea name={`fields.${index}.text`} label={name} maxLength={10_000} rows={4} defaultValue={value} />
          <ui.Checkbox name={`fields.${index}.none`} label={`${name}：${text.nothing}`} defaultChecked={none} />
        </div>
      ))}
      <ui.CheckboxGroup
        name="considered"
        label={text.considered}
        options={CONSIDERATION_NAMES.map((name) => ({ value: name, label: name }))}
        defaultValues={one.considered}
      />
      {one.years.map(({ fiscalYear, departmentIds, text: value }, index) => (
        <div key={fiscalYear} className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <ui.CheckboxGroup
            name={`years.${index}.departmentIds`}
            label={text.yearTitle(fiscalYear)}
            options={departments}
            defaultValues={departmentIds}
          />
          <ui.TextArea
            name={`years.${index}.text`}
            label={`${fiscalYearLabel(fiscalYear)} ${text.yearText}`}
            rows={2}
            defaultValue={value}
          />
        </div>
      ))}
    </ui.Form>
  );
}
