/** Fields that asking and recording share. */
import type { FormReader } from '../../../web/ui/index.ts';
import { useCan, useSession } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { ADVICE_AREAS, type AdviceArea, topicsOf } from '../advice.ts';
import type { Choices } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.form;

export function QuestionFields({ choices }: { choices: Choices }) {
  return (
    <>
      <ui.TextField name="title" label={text.title} hint={text.titleHelp} required maxLength={200} />
      <ui.Select
        name="category"
        label={text.category}
        hint={text.categoryHelp}
        required
        options={choices.categories.map((value) => ({ value, label: value }))}
      />
      <AdviceFields />
      <ui.TextArea name="question" label={text.question} required rows={6} maxLength={10_000} />
      <ui.NumberField
        name="questions"
        label={text.questions}
        hint={text.questionsHelp}
        required
        min={1}
        max={50}
        defaultValue={1}
      />
      <ui.Checkbox name="urgent" label={text.urgent} hint={text.urgentHelp} />
      <ui.FileUpload name="fileIds" label={text.files} multiple />
    </>
  );
}

const NO_ADVICE = 'none';
const subjects = (Object.keys(ADVICE_AREAS) as AdviceArea[]).flatMap((area) =>
  topicsOf(area).map((topic) => ({ value: `${area} ${topic}`, label: `${ADVICE_AREAS[area].name}：${topic}` })),
);

/** The office may ask about its own work; the contractor may put such a call on record. */
function AdviceFields() {
  const office = useCan()('consultation.triage');
  const { account } = useSession();
  if (!office && account.party !== 'contractor') return null;
  return (
    <ui.Select
      name="advice"
      label={text.advice}
      hint={text.adviceHelp}
      required
      defaultValue={NO_ADVICE}
      options={[{ value: NO_ADVICE, label: text.adviceNone }, ...subjects]}
    />
  );
}

function adviceFrom(form: FormReader) {
  const [area = '', topic = ''] = form.text('advice').split(' ');
  return area in ADVICE_AREAS ? { area: area as AdviceArea, topic } : null;
}

export const questionFrom = (form: FormReader) => ({
  advice: adviceFrom(form),
  title: form.text('title'),
  category: form.text('category'),
  question: form.text('question'),
  questions: form.number('questions'),
  urgent: form.flag('urgent'),
  fileIds: form.fileIds('fileIds'),
});

export function DepartmentField({ choices, required }: { choices: Choices; required?: boolean }) {
  return (
    <ui.Select
      name="departmentId"
      label={text.department}
      {...(required === true ? { required: true } : { prompt: text.departmentNone })}
      defaultValue={choices.departments.length === 1 ? (choices.departments[0]?.id ?? '') : ''}
      options={choices.departments.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
