import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import { type FieldProps, FormField, inputLook } from './form-field.tsx';

export interface TextAreaProps
  extends FieldProps, Pick<ComponentProps<'textarea'>, 'maxLength' | 'readOnly' | 'value' | 'onChange'> {
  readonly defaultValue?: string | null;
  readonly rows?: number;
}

/** Several lines of text; grows with its content where the browser can. */
export function TextArea({ name, label, hint, required, defaultValue, rows = 4, ...native }: TextAreaProps) {
  return (
    <FormField name={name} label={label} hint={hint} required={required ?? false}>
      {(control, { drafted }) => (
        <textarea
          {...control}
          {...native}
          name={name}
          rows={rows}
          required={required}
          defaultValue={'value' in native ? undefined : (drafted?.[0] ?? defaultValue ?? '')}
          className={classNames(inputLook(), '[field-sizing:content]')}
          style={{ minHeight: `${rows * 1.7 + 1.1}rem` }}
        />
      )}
    </FormField>
  );
}
