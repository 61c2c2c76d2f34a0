import type { ReactNode } from 'react';
import * as ui from '../../../../web/ui/index.ts';
import { readingOptions, useSurroundings } from './context.ts';
import type { Json } from './value.ts';
import { words } from './words.ja.ts';

const text = words.reading;

/** A value that the reading of an open point gives: which point, and back to a value of its own. */
export function ByReading({
  label,
  reading,
  path,
  onChange,
}: {
  readonly label: string;
  readonly reading: string;
  readonly path: string;
  readonly onChange: (next: Json | undefined) => void;
}) {
  const options = readingOptions(useSurroundings());
  const known = options.some(({ value }) => value === reading);
  return (
    <div className="grid gap-2">
      <ui.Select
        name={path}
        label={label}
        hint={text.hint}
        required
        options={known ? options : [...options, { value: reading, label: text.missing(reading) }]}
        value={reading}
        onChange={({ target }) => onChange({ $reading: target.value })}
      />
      <div>
        <ui.Button size="small" variant="text" aria-label={text.plainOf(label)} onClick={() => onChange(undefined)}>
          {text.plain}
        </ui.Button>
      </div>
    </div>
  );
}

/** A control, and the way to leave its value to a reading where the draft has an open point. */
export function OrByReading({
  label,
  onChange,
  children,
}: {
  readonly label: string;
  readonly onChange: (next: Json | undefined) => void;
  readonly children: ReactNode;
}) {
  const [first] = readingOptions(useSurroundings());
  if (first === undefined) return children;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1">
      {children}
      <div>
        <ui.Button
          size="small"
          variant="text"
          aria-label={text.chooseOf(label)}
          onClick={() => onChange({ $reading: first.value })}
        >
          {text.choose}
        </ui.Button>
      </div>
    </div>
  );
}
