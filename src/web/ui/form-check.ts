/** What the browser itself can find wrong, in our own sentences, before anything is sent. */
import type { FieldProblem } from '../../kernel/error.ts';
import { messages } from '../messages.ja.ts';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function isControl(element: Element): element is Control {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement
  );
}

/** One problem per field, in page order. Fields are the elements with `data-field`, drawn by `FormField`. */
export function findProblems(form: HTMLFormElement): FieldProblem[] {
  return fieldsOf(form).flatMap((field) => {
    const label = field.dataset['label'] ?? '';
    const path = field.dataset['field'] ?? '';
    const message = field.dataset['problem'] ?? controlProblem(field, label) ?? groupProblem(field, label);
    return message === undefined ? [] : [{ path, message }];
  });
}

export function fieldsOf(form: HTMLFormElement): HTMLElement[] {
  return [...form.querySelectorAll<HTMLElement>('[data-field]')];
}

function controlProblem(field: HTMLElement, label: string): string | undefined {
  const faulty = [...field.querySelectorAll('input, select, textarea')]
    .filter(isControl)
    .find((one) => !one.validity.valid);
  return faulty === undefined ? undefined : sentenceFor(faulty, label);
}

function groupProblem(field: HTMLElement, label: string): string | undefined {
  if (field.dataset['chooseOne'] === undefined) return undefined;
  return field.querySelector('input:checked') === null ? messages.ui.validity.choose(label) : undefined;
}

function sentenceFor(control: Control, label: string): string {
  const { validity } = control;
  const text = messages.ui.validity;
  const limits = control instanceof HTMLInputElement ? control : undefined;
  if (validity.valueMissing) {
    const chosen = control instanceof HTMLSelectElement || ['radio', 'checkbox', 'file'].includes(control.type);
    return chosen ? text.choose(label) : text.missing(label);
  }
  if (validity.tooLong && !(control instanceof HTMLSelectElement)) return text.long(label, control.maxLength);
  if (validity.tooShort && !(control instanceof HTMLSelectElement)) return text.short(label, control.minLength);
  if (validity.rangeUnderflow) return text.low(label, limits?.min ?? '');
  if (validity.rangeOverflow) return text.high(label, limits?.max ?? '');
  return text.wrong(label);
}

/** The field for a path: `answers.3.reason`, else `answers.3`, else `answers`. */
export function fieldFor(form: HTMLFormElement, path: string): HTMLElement | undefined {
  const fields = fieldsOf(form);
  const parts = path.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const name = parts.slice(0, length).join('.');
    const found = fields.find((field) => field.dataset['field'] === name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Puts the focus into a field and brings it into view. */
export function focusField(form: HTMLFormElement, path: string): void {
  const field = fieldFor(form, path);
  const control = field?.querySelector<HTMLElement>(
    'input:not([type=hidden]):not(:disabled), select, textarea, button:not(:disabled)',
  );
  field?.scrollIntoView({ block: 'center' });
  control?.focus({ preventScroll: true });
}
