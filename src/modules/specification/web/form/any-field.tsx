import { useRef, useState } from 'react';
import { isDay } from '../../../../core/calendar/day.ts';
import * as ui from '../../../../web/ui/index.ts';
import { DateExpressionField, SpanField } from './time-fields.tsx';
import { freeName, type Json, type JsonRecord, numberOf, recordOf, textOf, textsOf } from './value.ts';
import { words } from './words.ja.ts';

const text = words.any;
type Kind = (typeof text.kinds)[number]['value'];
const UNITS = new Set<unknown>(['days', 'business-days', 'opening-days', 'months']);

/** How a value is entered. What no control can show is written as JSON. */
export function kindOf(value: Json | undefined): Kind {
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'flag';
  if (typeof value === 'string') return isDay(value) ? 'date' : 'text';
  if (Array.isArray(value)) return value.length > 0 && value.every((one) => typeof one === 'string') ? 'lines' : 'data';
  const record = recordOf(value);
  const keys = Object.keys(record);
  if ('from' in record || 'after' in record) return 'date';
  const span = keys.every((key) => ['n', 'unit', 'first', 'roll'].includes(key)) && UNITS.has(record['unit']);
  return keys.length > 0 && span && typeof record['n'] === 'number' ? 'span' : 'data';
}

const START: Readonly<Record<Kind, Json>> = {
  number: 0,
  text: '',
  flag: false,
  date: { from: 'contractDate' },
  span: { n: 1, unit: 'days' },
  lines: [],
  data: {},
};

interface Props {
  readonly label: string;
  readonly value: Json | undefined;
  readonly path: string;
  readonly onChange: (next: Json | undefined) => void;
}

/** A value of any kind: a number, a text, a date, a span … */
export function AnyField({ label, value, path, onChange }: Props) {
  const [kind, setKind] = useState<Kind>(() => (value === undefined ? 'number' : kindOf(value)));
  return (
    <div className="flex w-full flex-wrap items-start gap-4">
      <ui.Select
        name={`${path}:kind`}
        label={text.kindOf(label)}
        width="short"
        required
        options={text.kinds}
        value={kind}
        onChange={({ target }) => {
          const next = text.kinds.find((one) => one.value === target.value)?.value ?? 'number';
          setKind(next);
          onChange(START[next]);
        }}
      />
      <Entry kind={kind} label={label} value={value} path={path} onChange={onChange} />
    </div>
  );
}

function Entry({ kind, label, value, path, onChange }: Props & { readonly kind: Kind }) {
  const described = { field: { name: '', label, required: true }, value, path, onChange } as const;
  switch (kind) {
    case 'number':
      return (
        <ui.NumberField
          name={path}
          label={label}
          required
          decimals={3}
          defaultValue={numberOf(value)}
          onChange={(next) => onChange(next ?? undefined)}
        />
      );
    case 'text':
      return (
        <ui.TextField
          name={path}
          label={label}
          required
          maxLength={1000}
          value={textOf(value)}
          onChange={({ target }) => onChange(target.value)}
        />
      );
    case 'flag':
      return <ui.Checkbox name={path} label={label} checked={value === true} onChange={onChange} />;
    case 'date':
      return <DateExpressionField {...described} field={{ ...described.field, type: 'date' }} />;
    case 'span':
      return <SpanField {...described} field={{ ...described.field, type: 'span' }} />;
    case 'lines':
      return (
        <ui.TextArea
          name={path}
          label={label}
          hint={words.linesHint}
          required
          rows={3}
          defaultValue={textsOf(value).join('\n')}
          onChange={({ target }) =>
            onChange(
              target.value
                .split('\n')
                .map((line) => line.trim())
                .filter((line) => line !== ''),
            )
          }
        />
      );
    case 'data':
      return <DataField label={label} value={value} path={path} onChange={onChange} />;
  }
}

/** JSON; what cannot be read is no value, so that the server says where one is missing. */
function DataField({ label, value, path, onChange }: Props) {
  const [written, setWritten] = useState(() => JSON.stringify(value ?? {}, null, 1));
  const [broken, setBroken] = useState(false);
  return (
    <div className="grid w-full gap-2">
      <ui.TextArea
        name={path}
        label={label}
        hint={text.dataHint}
        required
        rows={4}
        value={written}
        onChange={({ target }) => {
          setWritten(target.value);
          const next = jsonIn(target.value);
          setBroken(next === undefined);
          onChange(next);
        }}
      />
      <p role="status">{broken ? text.broken : ''}</p>
    </div>
  );
}

function jsonIn(written: string): Json | undefined {
  try {
    return JSON.parse(written) as Json;
  } catch {
    return undefined;
  }
}

/** Values by name. */
export function NamedField({ label, value, path, onChange }: Props) {
  const [rows, setRows] = useState<readonly (readonly [string, Json | undefined])[]>(() =>
    Object.entries(recordOf(value)),
  );
  const numbers = useRef(rows.map((_, at) => at));
  const next = useRef(rows.length);
  const set = (changed: typeof rows): void => {
    setRows(changed);
    onChange(Object.fromEntries(changed.flatMap(([name, one]) => (one === undefined ? [] : [[name, one]]))));
  };
  return (
    <fieldset className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3" data-field={path} data-label={label}>
      <legend className="mb-2 text-std-16B-170">{label}</legend>
      {rows.map(([name, one], at) => (
        <div
          key={numbers.current[at]}
          className="flex flex-wrap items-start gap-4 rounded-8 border border-solid-gray-420 p-4"
        >
          <ui.TextField
            name={`${path}.${at}:name`}
            label={text.nameNth(at + 1)}
            required
            maxLength={80}
            width="medium"
            value={name}
            onChange={({ target }) =>
              set(rows.map((row, index) => (index === at ? [target.value.trim(), row[1]] : row)))
            }
          />
          <AnyField
            label={text.valueNth(at + 1)}
            value={one}
            path={`${path}.${name}`}
            onChange={(changed) => set(rows.map((row, index) => (index === at ? [row[0], changed] : row)))}
          />
          <ui.Button
            size="small"
            variant="text"
            aria-label={words.removeOf(text.valueNth(at + 1))}
            onClick={() => {
              numbers.current.splice(at, 1);
              set(rows.filter((_, index) => index !== at));
            }}
          >
            {words.remove}
          </ui.Button>
        </div>
      ))}
      <div>
        <ui.Button
          size="small"
          onClick={() => {
            numbers.current.push((next.current += 1));
            set([...rows, [freeName(rows.map(([name]) => name)), 0]]);
          }}
        >
          {words.add(text.item)}
        </ui.Button>
      </div>
    </fieldset>
  );
}

/** What a reading of an open point sets: one value, or several where one choice sets things in different places. */
export function ReadingValueField({
  label,
  record,
  path,
  onRecord,
}: {
  readonly label: string;
  readonly record: JsonRecord;
  readonly path: string;
  readonly onRecord: (next: JsonRecord) => void;
}) {
  const several = record['values'] !== undefined;
  const set = (next: JsonRecord): void => {
    const { value: _value, values: _values, ...others } = record;
    onRecord({ ...others, ...next });
  };
  return (
    <>
      <ui.RadioGroup
        name={`${path}:how`}
        label={text.how}
        options={text.hows}
        value={several ? 'several' : 'one'}
        onChange={(how) => {
          const [first = 0] = Object.values(recordOf(record['values']));
          if (how === 'one' && several) set({ value: first });
          if (how === 'several' && !several) set({ values: { [freeName([])]: record['value'] ?? 0 } });
        }}
      />
      {several ? (
        <NamedField
          label={label}
          value={record['values']}
          path={path.replace(/value$/u, 'values')}
          onChange={(values) => set({ values: values ?? {} })}
        />
      ) : (
        <AnyField
          label={label}
          value={record['value']}
          path={path}
          onChange={(value) => set(value === undefined ? {} : { value })}
        />
      )}
    </>
  );
}
