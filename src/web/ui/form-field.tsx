import type { ReactNode } from 'react';
import { messages } from '../messages.ja.ts';
import { classNames } from './class-names.ts';
import { type FieldState, useField } from './form-state.ts';

export interface FieldProps {
  /** Also the field's path in the operation's input, so that the server's refusal finds it. */
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly required?: boolean;
}

/** What the control inside a `FormField` must carry. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

export interface FormFieldProps extends FieldProps {
  /** A group of controls becomes a fieldset with legend. */
  readonly group?: boolean;
  /** At least one option must be checked. */
  readonly chooseOne?: boolean;
  /** A fault that the control found itself; shown when the form is sent. */
  readonly fault?: string | undefined;
  readonly children: (control: ControlProps, state: FieldState) => ReactNode;
}

/** Label, hint and error text of one field, tied to its control. For own controls; the ready fields use it too. */
export function FormField({ name, label, hint, required = false, group, chooseOne, fault, children }: FormFieldProps) {
  const state = useField(name);
  const { id, problem } = state;
  const hintId = `${id}-hint`;
  const problemId = `${id}-problem`;
  const describedBy = classNames(hint !== undefined && hintId, problem !== undefined && problemId);
  const control: ControlProps = {
    id,
    'aria-describedby': describedBy === '' ? undefined : describedBy,
    'aria-invalid': problem === undefined ? undefined : true,
  };
  const caption = (
    <>
      {label}
      {required && <span className="ms-2 text-oln-16N-100 text-red-900">{messages.ui.required}</span>}
    </>
  );
  const inside = (
    <>
      {hint !== undefined && (
        <div id={hintId} className="text-solid-gray-700">
          {hint}
        </div>
      )}
      {children(control, state)}
      {problem !== undefined && (
        <p id={problemId} className="text-error-1 before:content-['＊']">
          <span className="sr-only">{messages.ui.error}：</span>
          {problem}
        </p>
      )}
    </>
  );
  const marks = {
    'data-field': name,
    'data-label': label,
    'data-problem': fault,
    'data-choose-one': chooseOne === true ? '' : undefined,
  };
  return group === true ? (
    <fieldset {...marks} className="min-w-0" aria-describedby={control['aria-describedby']}>
      <legend className="mb-2 text-std-16B-170">{caption}</legend>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-2">{inside}</div>
    </fieldset>
  ) : (
    <div {...marks} className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <label htmlFor={id} className="text-std-16B-170">
        {caption}
      </label>
      {inside}
    </div>
  );
}

const INPUT_LOOK =
  'min-h-12 max-w-full rounded-8 border border-solid-gray-600 bg-white px-4 py-2 hover:border-black aria-invalid:border-error-1 aria-invalid:border-2 [&[readonly]]:border-dashed disabled:border-solid-gray-300 disabled:bg-solid-gray-50 disabled:text-solid-gray-600';

export type FieldWidth = 'short' | 'medium' | 'full';

/** The look of a one-line control. Widths: 8 em, 24 em, everything. */
export function inputLook(width: FieldWidth = 'full'): string {
  return classNames(INPUT_LOOK, { short: 'w-32', medium: 'w-96', full: 'w-full max-w-[48rem]' }[width]);
}
