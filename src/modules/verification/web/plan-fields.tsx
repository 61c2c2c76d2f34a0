/** The fields of a plan. */
import type { PlanFields as Plan } from '../contract.ts';
import * as ui from '../../../web/ui/index.ts';
import { messages } from './messages.ja.ts';
import { MomentField, momentFrom, momentProblems } from './moment-field.tsx';

const text = messages.fields;

export const planProblems = (form: ui.FormReader) => momentProblems(form, ['windowFrom', 'windowTo']);

export function planFrom(form: ui.FormReader): Plan {
  return {
    subject: form.text('subject'),
    purpose: form.text('purpose'),
    method: form.text('method'),
    tool: form.text('tool'),
    windowFrom: momentFrom(form, 'windowFrom'),
    windowTo: momentFrom(form, 'windowTo'),
    stopConditions: form.text('stopConditions'),
    contact: form.text('contact'),
    precautions: form.text('precautions'),
  };
}

export function PlanFields({ plan }: { readonly plan: Plan | null }) {
  const area = (name: 'subject' | 'purpose' | 'method' | 'stopConditions' | 'contact', hint?: string) => (
    <ui.TextArea
      name={name}
      label={text[name]}
      {...(hint === undefined ? {} : { hint })}
      required
      maxLength={name === 'contact' ? 1000 : name === 'subject' || name === 'purpose' ? 2000 : 4000}
      rows={3}
      defaultValue={plan?.[name] ?? ''}
    />
  );
  return (
    <>
      {area('subject', text.subjectHint)}
      {area('purpose')}
      {area('method')}
      <ui.TextField name="tool" label={text.tool} required maxLength={200} defaultValue={plan?.tool ?? ''} />
      <MomentField name="windowFrom" label={text.windowFrom} required value={plan?.windowFrom ?? null} />
      <MomentField name="windowTo" label={text.windowTo} required value={plan?.windowTo ?? null} />
      {area('stopConditions', text.stopHint)}
      {area('contact', text.contactHint)}
      <ui.TextArea
        name="precautions"
        label={text.precautions}
        maxLength={4000}
        rows={3}
        defaultValue={plan?.precautions ?? ''}
      />
    </>
  );
}
