/** A day and a time of day, read back as one moment. */
import type { FieldProblem } from '../../../kernel/error.ts';
import * as ui from '../../../web/ui/index.ts';
import { messages } from './messages.ja.ts';

const text = messages.fields;

interface MomentFieldProps {
  readonly name: string;
  readonly label: string;
  readonly required?: boolean;
  readonly value?: string | null;
}

export function MomentField({ name, label, required = false, value = null }: MomentFieldProps) {
  return (
    <div className="flex flex-wrap gap-4">
      <ui.DateField
        name={name}
        label={text.day(label)}
        {...(required ? { required } : {})}
        defaultValue={value === null ? null : value.slice(0, 10)}
      />
      <ui.TextField
        name={`${name}-time`}
        label={text.time(label)}
        hint={text.timeHint}
        {...(required ? { required } : {})}
        maxLength={5}
        defaultValue={value === null ? '' : value.slice(11)}
      />
    </div>
  );
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const timeOf = (form: ui.FormReader, name: string): string => form.text(`${name}-time`).normalize('NFKC');

export function momentProblems(form: ui.FormReader, names: readonly string[]): FieldProblem[] {
  return names
    .filter((name) => form.day(name) !== '' && !TIME.test(timeOf(form, name)))
    .map((name) => ({ path: `${name}-time`, message: text.timeWrong }));
}

export const momentFrom = (form: ui.FormReader, name: string): string => `${form.day(name)}T${timeOf(form, name)}`;

export const momentOrNull = (form: ui.FormReader, name: string): string | null =>
  form.dayOrNull(name) === null ? null : momentFrom(form, name);
