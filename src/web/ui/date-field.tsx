import { useRef, useState } from 'react';
import { dayParts, isDay } from '../../core/calendar/day.ts';
import { eraDate, ERAS, eraYearText, parseDay } from '../../core/calendar/era.ts';
import { messages } from '../messages.ja.ts';
import { Button } from './button.tsx';
import { dayWithWeekday } from './day-text.tsx';
import { type FieldProps, FormField, inputLook } from './form-field.tsx';
import { useField } from './form-state.ts';

const text = messages.ui.date;

export interface DateFieldProps extends FieldProps {
  /** `YYYY-MM-DD`. */
  readonly defaultValue?: string | null;
  readonly onChange?: (day: string | null) => void;
}

/**
 * A day, typed as offices write it (`R8.10.1`, `令和8年10月1日`, `2026/10/1`), chosen from the browser's calendar, or given as
 * era, year, month and day. What was understood is shown in words; the form sends `YYYY-MM-DD`.
 */
export function DateField({ name, label, hint, required = false, defaultValue, onChange }: DateFieldProps) {
  const { drafted, changed } = useField(name);
  const initial = drafted?.[0] ?? defaultValue ?? '';
  const [typed, setTyped] = useState(isDay(initial) ? shortOf(initial) : initial);
  const [split, setSplit] = useState(false);
  const read = readDay(typed);

  const enter = (next: string): void => {
    setTyped(next);
    changed();
    onChange?.(readDay(next).day ?? null);
  };

  return (
    <FormField
      name={name}
      label={label}
      hint={hint ?? (split ? undefined : text.hint)}
      required={required}
      fault={read.fault}
      group={split}
    >
      {(control) => (
        <>
          <input type="hidden" name={name} value={read.day ?? typed} />
          {split ? (
            <DateParts day={read.day} id={control.id} required={required} onChange={enter} />
          ) : (
            <div className="flex flex-wrap items-center gap-2">
              <input
                {...control}
                type="text"
                autoComplete="off"
                required={required}
                value={typed}
                onChange={(event) => enter(event.target.value)}
                className={`${inputLook()} desktop:w-64`}
              />
              <CalendarButton day={read.day} label={label} onPick={(day) => enter(shortOf(day))} />
            </div>
          )}
          <div className="flex flex-wrap items-center gap-x-4">
            <p aria-live="polite" className="text-solid-gray-800">
              {read.day !== undefined && dayWithWeekday(read.day)}
            </p>
            <Button variant="text" size="small" onClick={() => setSplit(!split)}>
              {split ? text.joined : text.split}
            </Button>
          </div>
        </>
      )}
    </FormField>
  );
}

function shortOf(day: string): string {
  const { year, month, date } = dayParts(day);
  return `${year}/${month}/${date}`;
}

function readDay(typed: string): { readonly day?: string; readonly fault?: string } {
  if (typed.trim() === '') return {};
  try {
    const day = parseDay(typed);
    dayWithWeekday(day);
    return { day };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

/** The browser's own calendar, opened from a button; its field shows no era, so it stays out of sight. */
function CalendarButton({
  day,
  label,
  onPick,
}: {
  day: string | undefined;
  label: string;
  onPick: (day: string) => void;
}) {
  const native = useRef<HTMLInputElement>(null);
  return (
    <span className="relative">
      <Button
        size="small"
        icon="calendar"
        aria-label={`${label}：${text.pick}`}
        onClick={() => native.current?.showPicker()}
      >
        {text.pick}
      </Button>
      <input
        ref={native}
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        value={day ?? ''}
        onChange={(event) => event.target.value !== '' && onPick(event.target.value)}
        className="pointer-events-none absolute bottom-0 left-0 size-px opacity-0"
      />
    </span>
  );
}

interface Parts {
  readonly era: string;
  readonly year: string;
  readonly month: string;
  readonly date: string;
}

function DateParts({
  day,
  id,
  required,
  onChange,
}: {
  day: string | undefined;
  id: string;
  required: boolean;
  onChange: (typed: string) => void;
}) {
  const [parts, setParts] = useState<Parts>(() => partsOf(day));
  const change = (next: Partial<Parts>): void => {
    const merged = { ...parts, ...next };
    setParts(merged);
    const { era, year, month, date } = merged;
    const empty = `${year}${month}${date}` === '';
    onChange(empty ? '' : text.typed(era === text.western ? '' : era, year, month, date));
  };
  const boxes = [
    ['year', text.year],
    ['month', text.month],
    ['date', text.day],
  ] as const;
  return (
    <div className="flex flex-wrap items-end gap-3">
      <label className="grid gap-1">
        {text.era}
        <select
          id={id}
          value={parts.era}
          onChange={(event) => change({ era: event.target.value })}
          className={`${inputLook()} pe-2`}
        >
          {[...ERAS.map(({ kanji }) => kanji), text.western].map((era) => (
            <option key={era}>{era}</option>
          ))}
        </select>
      </label>
      {boxes.map(([part, caption]) => (
        <label key={part} className="grid gap-1">
          {caption}
          <input
            type="text"
            inputMode="numeric"
            autoComplete="off"
            required={required}
            value={parts[part]}
            onChange={(event) => change({ [part]: event.target.value })}
            className={`${inputLook()} w-20! text-end`}
          />
        </label>
      ))}
    </div>
  );
}

function partsOf(day: string | undefined): Parts {
  if (day === undefined) return { era: ERAS[0]?.kanji ?? text.western, year: '', month: '', date: '' };
  const { era, year, month, date } = eraDate(day);
  return { era: era.kanji, year: eraYearText(year), month: String(month), date: String(date) };
}
