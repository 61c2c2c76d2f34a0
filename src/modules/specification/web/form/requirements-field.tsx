import { useState } from 'react';
import * as ui from '../../../../web/ui/index.ts';
import { RECORD_FIELDS } from './events.ja.ts';
import { type Json, recordOf } from './value.ts';
import type { ControlProps } from './value-fields.tsx';
import { words } from './words.ja.ts';

const text = words.requirement;
type Operator = (typeof text.operators)[number]['value'];
type Row = { readonly path: string; readonly operator: Operator | 'kept'; readonly value: string; readonly kept: Json };

/** What a record must hold: 部数 of at least 2. What the form cannot say stays as it is. */
export function RequirementsField({ field, value, path, onChange }: ControlProps) {
  const [rows, setRows] = useState<readonly Row[]>(() => rowsOf(value));
  const set = (next: readonly Row[]): void => {
    setRows(next);
    const filled = next.filter((row) => row.path !== '');
    onChange(filled.length === 0 ? undefined : Object.fromEntries(filled.map((row) => [row.path, conditionOf(row)])));
  };
  const change = (at: number, part: Partial<Row>): void =>
    set(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  return (
    <fieldset className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3" data-field={path} data-label={field.label}>
      <legend className="mb-2 text-std-16B-170">{field.label}</legend>
      {rows.map((row, at) => (
        <div key={row.path === '' ? `new-${at}` : row.path} className="flex flex-wrap items-end gap-3">
          <ui.Select
            name={`${path}.${at}.path`}
            label={text.nth(at + 1, text.field)}
            required
            options={
              row.path === '' || RECORD_FIELDS.some((one) => one.value === row.path)
                ? RECORD_FIELDS
                : [...RECORD_FIELDS, { value: row.path, label: row.path }]
            }
            value={row.path}
            onChange={({ target }) => change(at, { path: target.value })}
          />
          {row.operator === 'kept' ? (
            <p>{text.kept}</p>
          ) : (
            <>
              <ui.Select
                name={`${path}.${at}.operator`}
                label={text.nth(at + 1, text.how)}
                width="short"
                required
                options={text.operators}
                value={row.operator}
                onChange={({ target }) => change(at, { operator: target.value as Operator })}
              />
              {row.operator !== 'done' && (
                <ui.TextField
                  name={`${path}.${at}.value`}
                  label={text.nth(at + 1, text.value)}
                  width="short"
                  required
                  maxLength={200}
                  value={row.value}
                  onChange={({ target }) => change(at, { value: target.value })}
                />
              )}
            </>
          )}
          <ui.Button
            size="small"
            variant="text"
            aria-label={words.removeOf(text.nth(at + 1, ''))}
            onClick={() => set(rows.filter((_, index) => index !== at))}
          >
            {words.remove}
          </ui.Button>
        </div>
      ))}
      <div>
        <ui.Button
          size="small"
          onClick={() => set([...rows, { path: '', operator: 'atLeast', value: '', kept: null }])}
        >
          {words.add(text.item)}
        </ui.Button>
      </div>
    </fieldset>
  );
}

function rowsOf(value: Json | undefined): Row[] {
  return Object.entries(recordOf(value)).map(([path, condition]): Row => {
    if (condition === true) return { path, operator: 'done', value: '', kept: null };
    if (typeof condition !== 'object') return { path, operator: 'equals', value: String(condition), kept: null };
    const entries = Object.entries(recordOf(condition));
    const [first] = entries;
    if (
      entries.length === 1 &&
      first !== undefined &&
      (first[0] === 'atLeast' || first[0] === 'atMost') &&
      typeof first[1] === 'number'
    )
      return { path, operator: first[0], value: String(first[1]), kept: null };
    return { path, operator: 'kept', value: '', kept: condition };
  });
}

function conditionOf({ operator, value, kept }: Row): Json {
  const plain = value.normalize('NFKC').trim();
  switch (operator) {
    case 'kept':
      return kept;
    case 'done':
      return true;
    case 'equals':
      return plain;
    case 'atLeast':
    case 'atMost':
      return { [operator]: Number(plain) };
  }
}
