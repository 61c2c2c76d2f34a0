import { ChoiceLine, type Choice } from './choice.tsx';
import { type FieldProps, FormField } from './form-field.tsx';
import { useField } from './form-state.ts';

export interface CheckboxGroupProps extends FieldProps {
  readonly options: readonly Choice[];
  readonly defaultValues?: readonly string[];
  readonly values?: readonly string[];
  readonly onChange?: (values: readonly string[]) => void;
}

/** Any number of choices; read with `form.all(name)`. `required` asks for at least one. */
export function CheckboxGroup({
  name,
  label,
  hint,
  required,
  options,
  defaultValues,
  values,
  onChange,
}: CheckboxGroupProps) {
  return (
    <FormField name={name} label={label} hint={hint} required={required ?? false} group chooseOne={required ?? false}>
      {(control, { drafted }) => (
        <div className="grid">
          {options.map((option) => (
            <ChoiceLine
              key={option.value}
              {...option}
              id={`${control.id}-${option.value}`}
              type="checkbox"
              name={name}
              invalid={control['aria-invalid']}
              describedBy={control['aria-describedby']}
              {...(values === undefined
                ? { defaultChecked: (drafted ?? defaultValues ?? []).includes(option.value) }
                : {
                    checked: values.includes(option.value),
                    onChange: () => onChange?.(toggled(values, option.value)),
                  })}
            />
          ))}
        </div>
      )}
    </FormField>
  );
}

function toggled(values: readonly string[], value: string): readonly string[] {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
}

export interface CheckboxProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly defaultChecked?: boolean;
  readonly checked?: boolean;
  readonly onChange?: (checked: boolean) => void;
}

/** A single yes-or-no; read with `form.flag(name)`. */
export function Checkbox({ name, label, hint, required, defaultChecked, checked, onChange }: CheckboxProps) {
  const { id, problem, drafted } = useField(name);
  const problemId = `${id}-problem`;
  return (
    <div data-field={name} data-label={label}>
      <ChoiceLine
        id={id}
        type="checkbox"
        name={name}
        value="on"
        label={label}
        hint={hint}
        required={required}
        invalid={problem === undefined ? undefined : true}
        describedBy={problem === undefined ? undefined : problemId}
        {...(checked === undefined
          ? { defaultChecked: drafted === undefined ? (defaultChecked ?? false) : drafted.length > 0 }
          : { checked, onChange: (event) => onChange?.(event.target.checked) })}
      />
      {problem !== undefined && (
        <p id={problemId} className="text-error-1 before:content-['＊']">
          {problem}
        </p>
      )}
    </div>
  );
}
