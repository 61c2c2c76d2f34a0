import type { ComponentProps } from 'react';
import { type FieldProps, type FieldWidth, FormField, inputLook } from './form-field.tsx';

type Native = Pick<
  ComponentProps<'input'>,
  | 'autoComplete'
  | 'inputMode'
  | 'maxLength'
  | 'minLength'
  | 'pattern'
  | 'readOnly'
  | 'spellCheck'
  | 'value'
  | 'onChange'
>;

export interface TextFieldProps extends FieldProps, Native {
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password';
  readonly defaultValue?: string | null;
  readonly width?: FieldWidth;
}

/** One line of text. Give `defaultValue` (the form reads it when sent) or `value` with `onChange`. */
export function TextField({
  name,
  label,
  hint,
  required,
  type = 'text',
  defaultValue,
  width,
  ...native
}: TextFieldProps) {
  return (
    <FormField name={name} label={label} hint={hint} required={required ?? false}>
      {(control, { drafted }) => (
        <input
          {...control}
          {...native}
          type={type}
          name={name}
          required={required}
          defaultValue={'value' in native ? undefined : (drafted?.[0] ?? defaultValue ?? '')}
          className={inputLook(width)}
        />
      )}
    </FormField>
  );
}
