import type { ReactNode } from 'react';
import { isDay } from '../../../../core/calendar/day.ts';
import * as ui from '../../../../web/ui/index.ts';
import { EventField } from './event-field.tsx';
import { ByReading } from './reading-field.tsx';
import { type Json, type JsonRecord, numberOf, readingIn, recordOf, textOf, withField } from './value.ts';
import type { ControlProps } from './props.ts';
import { words } from './words.ja.ts';

const text = words.time;

function Group({
  label,
  hint,
  path,
  children,
}: {
  label: string;
  hint?: string | undefined;
  path: string;
  children: ReactNode;
}) {
  return (
    <fieldset className="min-w-0" data-field={path} data-label={label}>
      <legend className="mb-2 text-std-16B-170">{label}</legend>
      {hint !== undefined && <p className="mb-2 text-solid-gray-700">{hint}</p>}
      <div className="flex flex-wrap items-start gap-4">{children}</div>
    </fieldset>
  );
}

interface SpanProps {
  readonly label: string;
  readonly value: JsonRecord;
  readonly path: string;
  readonly onChange: (next: JsonRecord | undefined) => void;
  /** Before or after the day from which it is counted. */
  readonly directed: boolean;
  readonly required: boolean;
}

function SpanControls({ label, value, path, onChange, directed, required }: SpanProps) {
  const n = numberOf(value['n']);
  const set = (name: string, next: Json | undefined): void =>
    onChange({ n: 0, unit: 'days', ...withField(value, name, next) });
  const before = n !== null && n < 0;
  const given = (name: string, words: string, otherwise: ReactNode): ReactNode => {
    const reading = readingIn(value[name]);
    return reading === null ? (
      otherwise
    ) : (
      <ByReading
        label={`${label}：${words}`}
        reading={reading}
        path={`${path}.${name}`}
        onChange={(next) => set(name, next ?? (name === 'n' ? 1 : undefined))}
      />
    );
  };
  return (
    <>
      {given(
        'n',
        text.number,
        <ui.NumberField
          name={`${path}.n`}
          label={`${label}：${text.number}`}
          min={0}
          max={3660}
          required={required}
          defaultValue={n === null ? null : Math.abs(n)}
          onChange={(next) => {
            if (next === null && !required) onChange(undefined);
            else set('n', before ? -(next ?? 0) : (next ?? 0));
          }}
        />,
      )}
      {given(
        'unit',
        text.unit,
        <ui.Select
          name={`${path}.unit`}
          label={`${label}：${text.unit}`}
          width="short"
          required
          options={text.units}
          value={textOf(value['unit']) || 'days'}
          onChange={(event) => set('unit', event.target.value)}
        />,
      )}
      {directed && (
        <ui.Select
          name={`${path}.direction`}
          label={`${label}：${text.direction}`}
          width="short"
          required
          options={text.directions}
          value={before ? 'before' : 'after'}
          onChange={(event) => set('n', event.target.value === 'before' ? -Math.abs(n ?? 0) : Math.abs(n ?? 0))}
        />
      )}
      {!before &&
        given(
          'first',
          text.first,
          <ui.Select
            name={`${path}.first`}
            label={`${label}：${text.first}`}
            width="medium"
            required
            options={text.firsts}
            value={textOf(value['first']) || 'exclusive'}
            onChange={(event) => set('first', event.target.value === 'inclusive' ? 'inclusive' : undefined)}
          />,
        )}
      <ui.Select
        name={`${path}.roll`}
        label={`${label}：${text.roll}`}
        width="medium"
        required
        options={text.rolls}
        value={textOf(value['roll']) || 'none'}
        onChange={(event) => set('roll', event.target.value === 'none' ? undefined : event.target.value)}
      />
    </>
  );
}

/** A length of time. */
export function SpanField({ field, value, path, onChange }: ControlProps) {
  return (
    <Group label={field.label} hint={field.hint} path={path}>
      <SpanControls
        label={field.label}
        value={recordOf(value)}
        path={path}
        directed={false}
        required={field.required ?? false}
        onChange={onChange}
      />
    </Group>
  );
}

/** Every so many months. */
export function CadenceField({ field, value, path, onChange }: ControlProps) {
  const { unit, n } = recordOf(value);
  const set = (next: JsonRecord): void => onChange({ unit: 'months', ...recordOf(value), ...next });
  return (
    <Group label={field.label} hint={field.hint} path={path}>
      <ui.Select
        name={`${path}.unit`}
        label={`${field.label}：${text.unit}`}
        width="medium"
        required={field.required ?? false}
        prompt={text.whole}
        options={text.periods}
        value={textOf(unit)}
        onChange={(event) => {
          if (event.target.value === '') onChange(undefined);
          else set({ unit: event.target.value });
        }}
      />
      {unit !== undefined && (
        <ui.NumberField
          name={`${path}.n`}
          label={`${field.label}：${text.number}`}
          min={1}
          max={3660}
          defaultValue={numberOf(n) ?? 1}
          onChange={(next) => set({ n: next ?? 1 })}
        />
      )}
    </Group>
  );
}

type Way = 'none' | 'day' | 'contractDate' | 'periodFrom' | 'periodTo' | 'fixed' | 'after';

function wayOf(value: Json | undefined): Way {
  if (typeof value === 'string') return 'day';
  const { from, after } = recordOf(value);
  if (after !== undefined) return 'after';
  if (from === 'contractDate' || from === 'periodFrom' || from === 'periodTo') return from;
  return from === undefined ? 'none' : 'fixed';
}

const START: Readonly<Record<Way, Json | undefined>> = {
  none: undefined,
  day: '',
  contractDate: { from: 'contractDate' },
  periodFrom: { from: 'periodFrom' },
  periodTo: { from: 'periodTo' },
  fixed: { from: '' },
  after: { after: { fact: '' } },
};

/** A day, a day counted from the contract or the period, or from what is recorded. */
export function DateExpressionField({ field, value, path, onChange }: ControlProps) {
  const way = wayOf(value);
  const whole = recordOf(value);
  const spanReading = readingIn(whole['span']);
  return (
    <Group label={field.label} hint={field.hint} path={path}>
      <ui.Select
        name={`${path}.way`}
        label={`${field.label}：${text.way}`}
        required={field.required ?? false}
        prompt={text.noDate}
        options={text.ways}
        value={way === 'none' ? '' : way}
        onChange={(event) => onChange(START[(event.target.value === '' ? 'none' : event.target.value) as Way])}
      />
      {way === 'day' && (
        <ui.DateField
          name={`${path}.day`}
          label={`${field.label}：${text.day}`}
          required={field.required ?? false}
          defaultValue={typeof value === 'string' && isDay(value) ? value : null}
          onChange={(day) => onChange(day ?? '')}
        />
      )}
      {way === 'after' && (
        <EventField
          field={{ name: 'after', label: `${field.label}：${text.event}`, type: 'event', required: true }}
          value={whole['after']}
          path={`${path}.after`}
          onChange={(next) => onChange({ ...whole, after: next ?? { fact: '' } })}
        />
      )}
      {way === 'after' && (
        <ui.Select
          name={`${path}.which`}
          label={`${field.label}：${text.which}`}
          width="medium"
          required
          options={text.whiches}
          value={textOf(whole['which']) || 'first'}
          onChange={({ target }) => onChange(withField(whole, 'which', target.value === 'last' ? 'last' : undefined))}
        />
      )}
      {way === 'fixed' && (
        <ui.DateField
          name={`${path}.from`}
          label={`${field.label}：${text.base}`}
          required
          defaultValue={isDay(textOf(whole['from'])) ? textOf(whole['from']) : null}
          onChange={(day) => onChange({ ...whole, from: day ?? '' })}
        />
      )}
      {way !== 'day' && way !== 'none' && spanReading !== null && (
        <ByReading
          label={`${field.label}：${text.length}`}
          reading={spanReading}
          path={`${path}.span`}
          onChange={(span) => onChange(withField(whole, 'span', span))}
        />
      )}
      {way !== 'day' && way !== 'none' && spanReading === null && (
        <SpanControls
          label={field.label}
          value={recordOf(whole['span'])}
          path={`${path}.span`}
          directed
          required={false}
          onChange={(span) => onChange(withField(whole, 'span', span))}
        />
      )}
    </Group>
  );
}
