import { useRef, useState } from 'react';
import * as ui from '../../../../web/ui/index.ts';
import { readingOptions, useSurroundings } from './context.ts';
import { RECORD_FIELDS } from './events.ja.ts';
import { ByReading } from './reading-field.tsx';
import { conditionsOf, hasValue, isDayed, isListed, OPERATORS, type Row, rowsOf } from './requirement-rows.ts';
import { textOf, recordOf } from './value.ts';
import type { ControlProps } from './props.ts';
import { words } from './words.ja.ts';

const text = words.requirement;
const NEW: Row = { path: '', operator: 'atLeast', value: '', reading: null };

/** What a record must hold: 部数 of at least 2. */
export function RequirementsField({ field, value, path, onChange }: ControlProps) {
  const [rows, setRows] = useState<readonly Row[]>(() => rowsOf(value));
  const numbers = useRef(rows.map((_, at) => at));
  const next = useRef(rows.length);
  const set = (changed: readonly Row[]): void => {
    setRows(changed);
    onChange(conditionsOf(changed));
  };
  return (
    <fieldset className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3" data-field={path} data-label={field.label}>
      <legend className="mb-2 text-std-16B-170">{field.label}</legend>
      {field.hint !== undefined && <p className="text-solid-gray-700">{field.hint}</p>}
      {rows.map((row, at) => (
        <RequirementRow
          key={numbers.current[at]}
          row={row}
          number={at + 1}
          path={`${path}.${at}`}
          onChange={(changed) => set(rows.map((one, index) => (index === at ? changed : one)))}
          onRemove={() => {
            numbers.current.splice(at, 1);
            set(rows.filter((_, index) => index !== at));
          }}
        />
      ))}
      <div>
        <ui.Button
          size="small"
          onClick={() => {
            numbers.current.push((next.current += 1));
            set([...rows, NEW]);
          }}
        >
          {words.add(text.item)}
        </ui.Button>
      </div>
    </fieldset>
  );
}

/** No field of a record is called so. */
const OTHER = '*';

function RequirementRow({
  row,
  number,
  path,
  onChange,
  onRemove,
}: {
  readonly row: Row;
  readonly number: number;
  readonly path: string;
  readonly onChange: (row: Row) => void;
  readonly onRemove: () => void;
}) {
  const [other, setOther] = useState(row.path !== '' && !RECORD_FIELDS.some(({ value }) => value === row.path));
  const label = (part: string): string => text.nth(number, part);
  return (
    <div role="group" aria-label={label('')} className="flex flex-wrap items-end gap-3">
      <ui.Select
        name={`${path}.path`}
        label={label(text.field)}
        required
        options={[...RECORD_FIELDS, { value: OTHER, label: text.other }]}
        value={other ? OTHER : row.path}
        onChange={({ target }) => {
          setOther(target.value === OTHER);
          onChange({ ...row, path: target.value === OTHER ? '' : target.value });
        }}
      />
      {other && (
        <ui.TextField
          name={`${path}.name`}
          label={label(text.name)}
          width="short"
          required
          maxLength={80}
          value={row.path}
          onChange={({ target }) => onChange({ ...row, path: target.value.trim() })}
        />
      )}
      <ui.Select
        name={`${path}.operator`}
        label={label(text.how)}
        width="short"
        required
        options={text.operators}
        value={row.operator}
        onChange={({ target }) =>
          onChange({ ...row, operator: OPERATORS.find((one) => one === target.value) ?? 'equals', reading: null })
        }
      />
      <RequirementValue row={row} label={label(text.value)} path={`${path}.value`} onChange={onChange} />
      <ui.Button size="small" variant="text" aria-label={words.removeOf(label(''))} onClick={onRemove}>
        {words.remove}
      </ui.Button>
    </div>
  );
}

function RequirementValue({
  row,
  label,
  path,
  onChange,
}: {
  readonly row: Row;
  readonly label: string;
  readonly path: string;
  readonly onChange: (row: Row) => void;
}) {
  const [first] = readingOptions(useSurroundings());
  if (row.reading !== null) {
    return (
      <ByReading
        label={label}
        reading={row.reading}
        path={path}
        onChange={(next) => onChange({ ...row, reading: textOf(recordOf(next)['$reading']) || null })}
      />
    );
  }
  if (!hasValue(row.operator)) return null;
  return (
    <>
      {isDayed(row.operator) ? (
        <ui.DateField
          name={path}
          label={label}
          required
          defaultValue={row.value === '' ? null : row.value}
          onChange={(day) => onChange({ ...row, value: day ?? '' })}
        />
      ) : (
        <ui.TextField
          name={path}
          label={label}
          width="short"
          required
          maxLength={200}
          {...(isListed(row.operator) ? { hint: text.listHint } : {})}
          value={row.value}
          onChange={({ target }) => onChange({ ...row, value: target.value })}
        />
      )}
      {first !== undefined && (
        <ui.Button
          size="small"
          variant="text"
          aria-label={words.reading.chooseOf(label)}
          onClick={() => onChange({ ...row, reading: first.value })}
        >
          {words.reading.choose}
        </ui.Button>
      )}
    </>
  );
}
