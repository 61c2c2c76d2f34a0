/** Fields that asking and recording share. */
import type { FormReader } from '../../../web/ui/index.ts';
import * as ui from '../../../web/ui/index.ts';
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

export const questionFrom = (form: FormReader) => ({
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
