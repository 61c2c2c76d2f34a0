import type { ComponentProps, ReactNode } from 'react';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

type Native = Pick<
  ComponentProps<'input'>,
  'name' | 'required' | 'defaultChecked' | 'checked' | 'onChange' | 'disabled'
>;

/** One radio button or checkbox with its label; the whole line of at least 44 px is the target. */
export function ChoiceLine({
  type,
  value,
  label,
  hint,
  id,
  describedBy,
  invalid,
  ...native
}: Native & {
  readonly type: 'radio' | 'checkbox';
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: string | undefined;
  readonly id: string;
  readonly describedBy?: string | undefined;
  readonly invalid?: true | undefined;
}) {
  const hintId = `${id}-hint`;
  return (
    <div className="rounded-8 has-checked:bg-key-50">
      <label htmlFor={id} className="flex min-h-11 items-start gap-3 px-2 py-2 hover:underline">
        <input
          {...native}
          id={id}
          type={type}
          value={value}
          aria-describedby={hint === undefined ? describedBy : hintId}
          aria-invalid={invalid}
          className="mt-0.5 size-6 shrink-0 accent-key-900"
        />
        <span>{label}</span>
      </label>
      {hint !== undefined && (
        <p id={hintId} className="ps-11 pe-2 pb-2 text-solid-gray-700">
          {hint}
        </p>
      )}
    </div>
  );
}
