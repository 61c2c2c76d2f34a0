import { ChoiceLine, type Choice } from './choice.tsx';
import { classNames } from './class-names.ts';
import { type FieldProps, FormField } from './form-field.tsx';

export interface RadioGroupProps extends FieldProps {
  readonly options: readonly Choice[];
  readonly defaultValue?: string | null;
  /** Given together, the group is controlled. */
  readonly value?: string | null;
  readonly onChange?: (value: string) => void;
  /** Side by side where there is room, for short answers. */
  readonly inline?: boolean;
}

/** One of a few choices; the arrow keys choose, as the browser does it. */
export function RadioGroup({
  name,
  label,
  hint,
  required,
  options,
  defaultValue,
  value,
  onChange,
  inline,
}: RadioGroupProps) {
  return (
    <FormField name={name} label={label} hint={hint} required={required ?? false} group>
      {(control, { drafted }) => (
        <div className={classNames(inline === true ? 'flex flex-wrap gap-x-4' : 'grid')}>
          {options.map((option) => {
            const id = `${control.id}-${option.value}`;
            const chosen = drafted?.[0] ?? defaultValue;
            return (
              <ChoiceLine
                key={option.value}
                {...option}
                id={id}
                type="radio"
                name={name}
                required={required}
                invalid={control['aria-invalid']}
                describedBy={control['aria-describedby']}
                {...(value === undefined
                  ? { defaultChecked: chosen === option.value }
                  : { checked: value === option.value, onChange: () => onChange?.(option.value) })}
              />
            );
          })}
        </div>
      )}
    </FormField>
  );
}
