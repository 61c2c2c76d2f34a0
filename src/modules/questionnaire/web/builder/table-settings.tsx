import { useEffect, useRef } from 'react';
import type { TableColumn, TableItem } from '../../../../core/content-schema/index.ts';
import * as ui from '../../../../web/ui/index.ts';
import { columnCondition } from '../../condition-words.ts';
import { messages } from '../messages.ja.ts';
import { blankColumn, COLUMN_TYPES, freeId } from './blank-item.ts';
import { answersOf, conditionOf, partsOf } from './condition-parts.ts';
import { OptionsField } from './lines-field.tsx';
import { ITEM } from './paths.ts';
import { NumberSettings, TextSettings } from './value-settings.tsx';

const text = messages.builder.table;

/** The columns of a table, each with its way of answering. */
export function TableSettings({ item, onChange }: { item: TableItem; onChange: (item: TableItem) => void }) {
  const box = useRef<HTMLDivElement>(null);
  const added = useRef(false);
  const { columns } = item;
  useEffect(() => {
    if (!added.current) return;
    added.current = false;
    box.current?.querySelector<HTMLElement>('fieldset[data-column]:last-of-type input')?.focus();
  }, [columns.length]);
  const set = (index: number, column: TableColumn): void => onChange({ ...item, columns: columns.with(index, column) });
  const swap = (index: number, other: number): void => {
    const [a, b] = [columns[index], columns[other]];
    if (a !== undefined && b !== undefined) onChange({ ...item, columns: columns.with(index, b).with(other, a) });
  };
  return (
    <div ref={box} className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <ui.TextField
        name={`${ITEM}.rowLabel`}
        label={text.rowLabel}
        hint={text.rowLabelHint}
        required
        width="medium"
        maxLength={20}
        value={item.rowLabel}
        onChange={(event) => onChange({ ...item, rowLabel: event.target.value })}
      />
      <div className="flex flex-wrap gap-4">
        <ui.NumberField
          name={`${ITEM}.minRows`}
          label={text.minRows}
          required
          max={500}
          defaultValue={item.minRows}
          onChange={(minRows) => minRows !== null && onChange({ ...item, minRows })}
        />
        <ui.NumberField
          name={`${ITEM}.maxRows`}
          label={text.maxRows}
          required
          min={1}
          max={500}
          defaultValue={item.maxRows}
          onChange={(maxRows) => maxRows !== null && onChange({ ...item, maxRows })}
        />
      </div>
      {columns.map((column, index) => (
        <fieldset
          key={column.id}
          data-column=""
          className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3 rounded-8 border border-solid-gray-420 p-4"
        >
          <legend className="px-2 text-std-16B-170">{text.column(index + 1)}</legend>
          <ColumnFields item={item} column={column} index={index} onChange={(next) => set(index, next)} />
          <div className="flex flex-wrap gap-3">
            {index > 0 && (
              <ui.Button size="small" onClick={() => swap(index, index - 1)}>
                {text.earlier(index + 1)}
              </ui.Button>
            )}
            {columns.length > 1 && (
              <ui.Button
                size="small"
                variant="text"
                onClick={() => {
                  onChange({ ...item, columns: columns.filter((one) => one !== column) });
                  setTimeout(() => box.current?.querySelector<HTMLElement>('[data-add-column]')?.focus());
                }}
              >
                {text.remove(index + 1)}
              </ui.Button>
            )}
          </div>
        </fieldset>
      ))}
      <div>
        <ui.Button
          size="small"
          data-add-column=""
          onClick={() => {
            added.current = true;
            const id = freeId(
              'c',
              columns.map((column) => column.id),
            );
            onChange({ ...item, columns: [...columns, blankColumn('text', id)] });
          }}
        >
          {text.add}
        </ui.Button>
      </div>
    </div>
  );
}

function ColumnFields({
  item,
  column,
  index,
  onChange,
}: {
  item: TableItem;
  column: TableColumn;
  index: number;
  onChange: (column: TableColumn) => void;
}) {
  const name = `${ITEM}.columns.${index}`;
  return (
    <>
      <ui.TextField
        name={`${name}.label`}
        label={text.label(index + 1)}
        required
        maxLength={30}
        value={column.label}
        onChange={(event) => onChange({ ...column, label: event.target.value })}
      />
      <ui.Select
        name={`${name}.type`}
        label={text.type(index + 1)}
        required
        value={column.type}
        defaultValue={column.type}
        onChange={({ target }) => {
          const type = COLUMN_TYPES.find((one) => one === target.value);
          if (type !== undefined) onChange(blankColumn(type, column.id, column.label));
        }}
        options={COLUMN_TYPES.map((type) => ({ value: type, label: text.types[type] }))}
      />
      {(column.type === 'single' || column.type === 'multiple') && (
        <OptionsField
          name={`${name}.options`}
          options={column.options}
          scored={false}
          onChange={(options) => onChange({ ...column, options })}
        />
      )}
      {column.type === 'number' && (
        <NumberSettings name={name} settings={column} onChange={(part) => onChange({ ...column, ...part })} />
      )}
      {column.type === 'text' && (
        <TextSettings name={name} settings={column} onChange={(part) => onChange({ ...column, ...part })} />
      )}
      <ui.Checkbox
        name={`${name}.required`}
        label={text.required(index + 1)}
        checked={column.required}
        onChange={(required) => onChange({ ...column, required })}
      />
      <ColumnCondition item={item} column={column} index={index} onChange={onChange} />
    </>
  );
}

/** A column may be shown by the answer of another column of the same row: one column, and which of its answers. */
function ColumnCondition({
  item,
  column,
  index,
  onChange,
}: {
  item: TableItem;
  column: TableColumn;
  index: number;
  onChange: (column: TableColumn) => void;
}) {
  const name = `${ITEM}.columns.${index}.visibleIf`;
  const others = item.columns.filter((one) => one.id !== column.id && answersOf(one).length > 0);
  const parts = partsOf(column.visibleIf);
  const part = parts?.parts[0];
  const looked = others.find(({ id }) => id === part?.item);
  const set = (id: string, values: readonly (string | number | boolean)[]): void => {
    const { visibleIf: _before, ...rest } = column;
    const rule = conditionOf({ mode: 'all', parts: [{ item: id, operator: 'is', values, least: 1 }] });
    onChange(rule === undefined ? rest : { ...rest, visibleIf: rule });
  };
  if (others.length === 0 && column.visibleIf === undefined) return null;
  if (column.visibleIf !== undefined && (looked === undefined || parts?.parts.length !== 1 || part?.operator !== 'is'))
    return (
      <div className="grid gap-2">
        <p>{messages.item.visibleNote(columnCondition(item.columns, column.visibleIf))}</p>
        <div>
          <ui.Button size="small" onClick={() => set('', [])}>
            {messages.builder.condition.clear}
          </ui.Button>
        </div>
      </div>
    );
  const answers = looked === undefined ? [] : answersOf(looked);
  return (
    <>
      <ui.Select
        name={`${name}.item`}
        label={text.shownBy(index + 1)}
        prompt={text.always}
        value={looked?.id ?? ''}
        onChange={({ target }) => {
          const chosen = others.find(({ id }) => id === target.value);
          const [first] = chosen === undefined ? [] : answersOf(chosen);
          set(target.value, first === undefined ? [] : [first.value]);
        }}
        options={others.map(({ id, label }) => ({ value: id, label: label === '' ? id : label }))}
      />
      {looked !== undefined && (
        <ui.CheckboxGroup
          name={`${name}.values`}
          label={text.shownValues(looked.label)}
          options={answers.map(({ value, label }) => ({ value: String(value), label }))}
          values={(part?.values ?? []).map(String)}
          onChange={(chosen) =>
            set(
              looked.id,
              answers.filter(({ value }) => chosen.includes(String(value))).map(({ value }) => value),
            )
          }
        />
      )}
    </>
  );
}
