/** The control for one value: what a browser brings along, with its label, and nothing that needs a mouse. */
import { formatEra } from '../../../core/calendar/era.ts';
import { choicesOf, type HeldValue, type Holder } from '../rules/holder.ts';
import { readTyped } from '../rules/read-typed.ts';
import { button, make } from './dom.ts';
import { words } from './words.ja.ts';

/** More choices than this become a list to open. */
const RADIO_LIMIT = 7;

export interface ControlOptions {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly required: boolean;
  readonly value: HeldValue;
  readonly onChange: (value: HeldValue) => void;
}

export function control(holder: Holder, options: ControlOptions): HTMLElement {
  switch (holder.type) {
    case 'yes-no-na':
    case 'yes-no':
    case 'scale':
      return radios(holder, options);
    case 'single':
      return holder.options.length > RADIO_LIMIT ? list(holder, options) : radios(holder, options);
    case 'multiple':
      return checkboxes(holder, options);
    case 'number':
      return written(options, {
        inputmode: 'numeric',
        after: holder.unit,
        read: (typed) => {
          const read = readTyped(holder, typed, options.label);
          return 'value' in read ? read.value : typed;
        },
      });
    case 'date':
      return day(holder, options);
    case 'text':
      return written(options, { multiline: holder.multiline, maxlength: holder.maxLength, read: (typed) => typed });
  }
}

function group(options: ControlOptions, lines: readonly HTMLElement[], direction: 'row' | 'column'): HTMLElement {
  const hintId = `${options.id}-hint`;
  return make(
    'fieldset',
    { class: 'field', id: options.id, 'aria-describedby': options.hint === undefined ? undefined : hintId },
    make('legend', {}, options.label),
    options.hint === undefined ? null : make('p', { class: 'hint', id: hintId }, options.hint),
    make('div', { class: `choices ${direction}` }, ...lines),
  );
}

function choiceLine(kind: 'radio' | 'checkbox', name: string, index: number, label: string, help?: string) {
  const id = `${name}-${index + 1}`;
  const input = make('input', { type: kind, name, id, autocomplete: 'off' });
  const line = make(
    'div',
    { class: 'choice' },
    input,
    make('label', { for: id }, label, help === undefined ? null : make('span', { class: 'hint' }, `　${help}`)),
  );
  return { input, line };
}

function radios(holder: Holder, options: ControlOptions): HTMLElement {
  const choices = choicesOf(holder);
  const inputs: HTMLInputElement[] = [];
  const lines = choices.map(({ value, label, help }, index) => {
    const { input, line } = choiceLine('radio', options.id, index, label, help);
    input.checked = options.value === value;
    input.addEventListener('change', () => options.onChange(value));
    inputs.push(input);
    return line;
  });
  const clear = button(
    words.clear,
    () => {
      for (const input of inputs) input.checked = false;
      options.onChange(null);
      inputs[0]?.focus();
    },
    { class: 'quiet' },
  );
  return group(options, options.required ? lines : [...lines, clear], holder.type === 'single' ? 'column' : 'row');
}

function checkboxes(holder: Holder, options: ControlOptions): HTMLElement {
  const chosen = new Set(Array.isArray(options.value) ? (options.value as readonly string[]) : []);
  const choices = choicesOf(holder).flatMap(({ value, ...rest }) =>
    typeof value === 'string' ? [{ value, ...rest }] : [],
  );
  const lines = choices.map(({ value, label, help }, index) => {
    const { input, line } = choiceLine('checkbox', options.id, index, label, help);
    input.checked = chosen.has(value);
    input.addEventListener('change', () => {
      if (input.checked) chosen.add(value);
      else chosen.delete(value);
      options.onChange(choices.map((choice) => choice.value).filter((one) => chosen.has(one)));
    });
    return line;
  });
  return group(options, lines, 'column');
}

function labelled(options: ControlOptions, input: HTMLElement, ...after: readonly (Node | null)[]): HTMLElement {
  const hintId = `${options.id}-hint`;
  if (options.hint !== undefined) input.setAttribute('aria-describedby', hintId);
  return make(
    'div',
    { class: 'field' },
    make('label', { for: options.id }, options.label),
    options.hint === undefined ? null : make('p', { class: 'hint', id: hintId }, options.hint),
    make('div', { class: 'line' }, input, ...after),
  );
}

function list(holder: Holder, options: ControlOptions): HTMLElement {
  const choices = choicesOf(holder);
  const select = make('select', { id: options.id, autocomplete: 'off' }, make('option', { value: '' }, words.choose));
  choices.forEach(({ value, label }, index) =>
    select.append(make('option', { value: index, selected: options.value === value }, label)),
  );
  select.addEventListener('change', () =>
    options.onChange(select.value === '' ? null : (choices[Number(select.value)]?.value ?? null)),
  );
  return labelled(options, select);
}

interface Writing {
  readonly multiline?: boolean;
  readonly maxlength?: number;
  readonly inputmode?: string;
  readonly after?: string;
  readonly read: (typed: string) => HeldValue;
}

export function written(options: ControlOptions, writing: Writing): HTMLElement {
  const { multiline = false, maxlength, inputmode, after, read } = writing;
  const shared = { id: options.id, maxlength, autocomplete: 'off' };
  const input = multiline
    ? make('textarea', { ...shared, rows: 3 })
    : make('input', { ...shared, type: 'text', inputmode });
  input.value = options.value === null || typeof options.value === 'object' ? '' : String(options.value);
  input.addEventListener('input', () => options.onChange(input.value === '' ? null : read(input.value)));
  return labelled(options, input, after === undefined ? null : make('span', {}, after));
}

/** A day as offices write it; what was understood stands beside it. */
function day(holder: Holder, options: ControlOptions): HTMLElement {
  const understood = make('span', { class: 'understood', 'aria-live': 'polite' });
  const show = (value: HeldValue): void => {
    understood.textContent = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/u.test(value) ? eraOf(value) : '';
  };
  const field = written(
    { ...options, hint: options.hint ?? words.dateHint },
    {
      read: (typed) => {
        const read = readTyped(holder, typed, options.label);
        const value = 'value' in read ? read.value : typed;
        show(value);
        return value;
      },
    },
  );
  show(options.value);
  field.querySelector('.line')?.append(understood);
  return field;
}

function eraOf(value: string): string {
  try {
    return formatEra(value);
  } catch {
    return value;
  }
}
