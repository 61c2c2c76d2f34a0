import type { ComponentProps } from 'react';
import { messages } from '../messages.ja.ts';
import { classNames } from './class-names.ts';
import { type FieldProps, type FieldWidth, FormField, inputLook } from './form-field.tsx';

export interface Option {
  readonly value: string;
  readonly label: string;
}

export interface SelectProps extends FieldProps, Pick<ComponentProps<'select'>, 'value' | 'onChange'> {
  readonly options: readonly (Option & { readonly group?: string })[];
  readonly defaultValue?: string | null;
  /** The empty first choice; shown unless a value is set from the start. Null: there is none, one of the options is always chosen. */
  readonly prompt?: string | null;
  readonly width?: FieldWidth;
}

/** A native select, for up to about forty choices; `group` gathers neighbours under a heading. */
export function Select({
  name,
  label,
  hint,
  required,
  options,
  defaultValue,
  prompt,
  width = 'medium',
  ...native
}: SelectProps) {
  const groups = [...Map.groupBy(options, ({ group }) => group ?? '')];
  const needsPrompt = prompt !== null && (prompt !== undefined || required !== true || (defaultValue ?? '') === '');
  return (
    <FormField name={name} label={label} hint={hint} required={required ?? false}>
      {(control, { drafted }) => (
        <select
          {...control}
          {...native}
          name={name}
          required={required}
          defaultValue={'value' in native ? undefined : (drafted?.[0] ?? defaultValue ?? '')}
          className={classNames(inputLook(width), 'pe-2')}
        >
          {needsPrompt && <option value="">{prompt ?? messages.ui.choose}</option>}
          {groups.map(([group, members]) =>
            group === '' ? (
              members.map((option) => <SelectOption key={option.value} {...option} />)
            ) : (
              <optgroup key={group} label={group}>
                {members.map((option) => (
                  <SelectOption key={option.value} {...option} />
                ))}
              </optgroup>
            ),
          )}
        </select>
      )}
    </FormField>
  );
}

function SelectOption({ value, label }: Option) {
  return <option value={value}>{label}</option>;
}
