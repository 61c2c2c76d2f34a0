import type { MatrixAnswer } from '../../core/assessment/index.ts';
import type { MatrixItem } from '../../core/content-schema/index.ts';
import { RadioGroup } from '../ui/index.ts';

/** Rows as groups of their own instead of a grid: each says what it asks, and all fit 320 px. */
export function MatrixField({
  item,
  name,
  label,
  rows,
  onChange,
}: {
  item: MatrixItem;
  name: string;
  label: string;
  rows: MatrixAnswer;
  onChange: (rows: MatrixAnswer) => void;
}) {
  return (
    <fieldset className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4" data-field={name} data-label={label}>
      <legend className="mb-2 text-std-16B-170">{label}</legend>
      {item.rows.map((row) => (
        <div key={row.id} className="border-s-4 border-solid-gray-420 ps-4">
          <RadioGroup
            name={`${name}.${row.id}`}
            label={row.label}
            inline
            options={item.options.map(({ value, label: words }) => ({ value, label: words }))}
            value={rows[row.id] ?? ''}
            onChange={(value) => onChange({ ...rows, [row.id]: value })}
          />
        </div>
      ))}
    </fieldset>
  );
}
