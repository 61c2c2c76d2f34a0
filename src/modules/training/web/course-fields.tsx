/** Fields of the proposal of a course. */
import type { FormReader } from '../../../web/ui/index.ts';
import * as ui from '../../../web/ui/index.ts';
import { linesOf, type Listed, wordsAsOptions } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.fields;
const FORMS = ['座学', '実技演習'] as const;

type Fields = Listed['offers'][number]['fields'];
interface Proposal extends Omit<Fields, 'course' | 'audience'> {
  readonly participants: number;
  readonly from: string;
  readonly to: string;
}

export function CourseFields({ fields }: { fields: Omit<Proposal, 'from' | 'to'> & Partial<Proposal> }) {
  return (
    <>
      <ui.TextField name="title" label={text.title} required maxLength={200} defaultValue={fields.title} />
      <ui.TextArea
        name="audienceNames"
        label={text.audienceNames}
        required
        rows={2}
        maxLength={2000}
        defaultValue={fields.audienceNames.join('\n')}
      />
      <ui.TextArea name="aim" label={text.aim} required rows={3} maxLength={1000} defaultValue={fields.aim} />
      <ui.TextArea
        name="contents"
        label={text.contents}
        required
        rows={5}
        maxLength={4000}
        defaultValue={fields.contents.join('\n')}
      />
      <ui.CheckboxGroup name="forms" label={text.forms} options={wordsAsOptions(FORMS)} defaultValues={fields.forms} />
      <ui.NumberField name="sessions" label={text.sessions} required min={1} max={50} defaultValue={fields.sessions} />
      <ui.NumberField
        name="participants"
        label={text.participants}
        required
        min={1}
        max={100_000}
        defaultValue={fields.participants}
      />
      <ui.DateField
        name="from"
        label={text.from}
        required
        {...(fields.from === undefined ? {} : { defaultValue: fields.from })}
      />
      <ui.DateField
        name="to"
        label={text.to}
        required
        {...(fields.to === undefined ? {} : { defaultValue: fields.to })}
      />
    </>
  );
}

export const courseFrom = (form: FormReader): Proposal => ({
  title: form.text('title'),
  audienceNames: linesOf(form.text('audienceNames')),
  aim: form.text('aim'),
  contents: linesOf(form.text('contents')),
  forms: FORMS.filter((name) => form.all('forms').includes(name)),
  sessions: form.number('sessions'),
  participants: form.number('participants'),
  from: form.day('from'),
  to: form.day('to'),
});
