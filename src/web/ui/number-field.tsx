import { useState } from 'react';
import { messages } from '../messages.ja.ts';
import { type FieldProps, FormField, inputLook } from './form-field.tsx';
import { useField } from './form-state.ts';

export interface NumberFieldProps extends FieldProps {
  readonly defaultValue?: number | null;
  readonly min?: number;
  readonly max?: number;
  /** Number of decimals allowed; none unless told. */
  readonly decimals?: number;
  /** Shown behind the box: 円, 件, 名. */
  readonly unit?: string;
  /** The number as typed so far; null while there is none. */
  readonly onChange?: (value: number | null) => void;
}

/** A number as text: full-width digits and thousands separators are understood, and the wheel cannot change it. */
export function NumberField({
  name,
  label,
  hint,
  required,
  defaultValue,
  min,
  max,
  decimals = 0,
  unit,
  onChange,
}: NumberFieldProps) {
  const { drafted } = useField(name);
  const [text, setText] = useState(drafted?.[0] ?? defaultValue?.toString() ?? '');
  const fault = faultOf(text, {
    label,
    decimals,
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
  });
  return (
    <FormField name={name} label={label} hint={hint} required={required ?? false} fault={fault}>
      {(control) => (
        <div className="flex items-center gap-2">
          <input
            {...control}
            name={name}
            type="text"
            inputMode={decimals === 0 ? 'numeric' : 'decimal'}
            autoComplete="off"
            required={required}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              onChange?.(numberIn(event.target.value));
            }}
            className={`${inputLook('short')} text-end`}
          />
          {unit}
        </div>
      )}
    </FormField>
  );
}

function numberIn(typed: string): number | null {
  const plain = typed.normalize('NFKC').replaceAll(',', '').trim();
  const number = Number(plain);
  return plain === '' || !Number.isFinite(number) ? null : number;
}

interface Limits {
  readonly label: string;
  readonly decimals: number;
  readonly min?: number;
  readonly max?: number;
}

/** What is wrong with a typed number, or undefined. Emptiness is the business of `required`. */
export function faultOf(text: string, { label, decimals, min, max }: Limits): string | undefined {
  const plain = text.normalize('NFKC').replaceAll(',', '').trim();
  if (plain === '') return undefined;
  const sentence = messages.ui.validity;
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return decimals === 0 ? sentence.whole(label) : sentence.number(label);
  if ((plain.split('.')[1]?.length ?? 0) > decimals)
    return decimals === 0 ? sentence.whole(label) : sentence.wrong(label);
  if (min !== undefined && Number(plain) < min) return sentence.low(label, String(min));
  if (max !== undefined && Number(plain) > max) return sentence.high(label, String(max));
  return undefined;
}
