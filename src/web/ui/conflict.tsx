import { type Ref } from 'react';
import { messages } from '../messages.ja.ts';
import { Button } from './button.tsx';
import { dayWithWeekday } from './day-text.tsx';
import { isDay } from '../../core/calendar/day.ts';
import { fieldsOf } from './form-check.ts';
import { valuesOf } from './form-state.ts';
import { Notice } from './notice.tsx';
import { type Column, Table } from './table.tsx';

const text = messages.ui.conflict;

export interface Difference {
  readonly path: string;
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
}

const COLUMNS: readonly Column<Difference>[] = [
  { key: 'label', header: text.item, cell: ({ label }) => label, rowHeader: true },
  { key: 'mine', header: text.mine, cell: ({ mine }) => <Version text={mine} /> },
  { key: 'theirs', header: text.theirs, cell: ({ theirs }) => <Version text={theirs} /> },
];

/** Two versions of the same record side by side; nothing is lost whichever is chosen. */
export function ConflictPanel({
  ref,
  differences,
  onKeepMine,
  onTakeTheirs,
}: {
  ref?: Ref<HTMLDivElement>;
  differences: readonly Difference[];
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}) {
  return (
    <Notice tone="warning" role="group" title={text.title} focusable {...(ref && { ref })}>
      <p>{text.lead}</p>
      <Table
        caption={text.caption}
        rows={differences}
        rowKey={({ path }) => path}
        empty={<p>{text.same}</p>}
        columns={COLUMNS}
      />
      <div className="flex flex-wrap gap-3">
        <Button variant="solid" onClick={onKeepMine}>
          {text.keepMine}
        </Button>
        <Button onClick={onTakeTheirs}>{text.takeTheirs}</Button>
      </div>
    </Notice>
  );
}

function Version({ text: content }: { text: string }) {
  return <span className="whitespace-pre-line">{content === '' ? text.empty : content}</span>;
}

/** Compares what stands in the form with the saved record, field by field, in the words that the form shows. */
export function differencesBetween(form: HTMLFormElement, current: unknown): Difference[] {
  const values = valuesOf(form);
  return fieldsOf(form).flatMap((field) => {
    const path = field.dataset['field'] ?? '';
    const saved = valueAt(current, path);
    if (saved === undefined) return [];
    const mine = (values[path] ?? []).map((value) => shown(field, value)).join('、');
    const theirs = [saved]
      .flat()
      .map((value) => shown(field, plain(value)))
      .join('、');
    return mine === theirs ? [] : [{ path, label: field.dataset['label'] ?? path, mine, theirs }];
  });
}

function valueAt(record: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, part) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return (value as Readonly<Record<string, unknown>>)[part];
  }, record);
}

function plain(value: unknown): string {
  if (value === null || value === undefined || value === false) return '';
  if (value === true) return 'on';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A stored value in the words of the form: the text of the option, the day with its era. */
function shown(field: HTMLElement, value: string): string {
  for (const option of field.querySelectorAll('option'))
    if (option.value === value) return value === '' ? '' : option.text;
  for (const input of field.querySelectorAll<HTMLInputElement>('input[type=radio], input[type=checkbox]')) {
    if (input.value === value) return input.labels?.[0]?.textContent ?? value;
  }
  return isDay(value) ? dayWithWeekday(value) : value.trim();
}
