import { useEffect, useRef } from 'react';
import { type AnswerRow, cellInWords, isRequired, isShown, rowValues } from '../../core/assessment/index.ts';
import type { TableItem } from '../../core/content-schema/index.ts';
import { Button, Disclosure } from '../ui/index.ts';
import { messages as text } from './messages.ja.ts';
import { ValueField } from './value-field.tsx';

/** Rows as cards of fields: they fit 320 px and each field keeps its label. */
export function TableField({
  item,
  rows,
  onChange,
}: {
  item: TableItem;
  rows: readonly AnswerRow[];
  onChange: (rows: readonly AnswerRow[]) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  const added = useRef(false);
  useEffect(() => {
    if (!added.current) return;
    added.current = false;
    list.current?.querySelector<HTMLElement>('fieldset:last-of-type input, fieldset:last-of-type select')?.focus();
  }, [rows.length]);
  const setCell = (index: number, column: string, value: AnswerRow[string]): void =>
    onChange(rows.map((row, place) => (place === index ? { ...row, [column]: value } : row)));
  // Rows have no identity of their own: they are only appended and removed, and then all are drawn anew.
  const keys = rows.map((_, place) => `${rows.length}-${place}`);
  return (
    <div
      ref={list}
      className="grid grid-cols-[minmax(0,1fr)] gap-4"
      data-field={`answers.${item.id}.value`}
      data-label={item.question}
    >
      {item.examples.length > 0 && <Examples item={item} />}
      {rows.length === 0 && <p>{text.noRows}</p>}
      {rows.map((row, index) => (
        <fieldset key={keys[index]} className="min-w-0 rounded-8 border border-solid-gray-420 p-4">
          <legend className="px-2 text-std-16B-170">{text.row(item.rowLabel, index + 1)}</legend>
          <RowFields item={item} index={index} row={row} onCell={setCell} />
          <div className="mt-4">
            <Button size="small" onClick={() => onChange(rows.filter((_, place) => place !== index))}>
              {text.removeRow(item.rowLabel, index + 1)}
            </Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button
          onClick={() => {
            added.current = true;
            onChange([...rows, {}]);
          }}
        >
          {text.addRow(item.rowLabel)}
        </Button>
      </div>
    </div>
  );
}

function RowFields({
  item,
  index,
  row,
  onCell,
}: {
  item: TableItem;
  index: number;
  row: AnswerRow;
  onCell: (index: number, column: string, value: AnswerRow[string]) => void;
}) {
  const values = rowValues(row);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 desktop:grid-cols-[repeat(2,minmax(0,1fr))]">
      {item.columns
        .filter((column) => isShown(column, values))
        .map((column) => (
          <ValueField
            key={column.id}
            holder={column}
            name={`answers.${item.id}.value.${index}.${column.id}`}
            label={isRequired(column, values) ? column.label : text.optional(column.label)}
            hint={column.help}
            value={row[column.id]}
            onChange={(value) => onCell(index, column.id, value)}
          />
        ))}
    </div>
  );
}

function Examples({ item }: { item: TableItem }) {
  return (
    <Disclosure summary={text.examples}>
      <ul className="list-disc ps-6">
        {item.examples.map((example) => (
          <li key={JSON.stringify(example)}>
            {item.columns
              .flatMap((column) => {
                const cell = cellInWords(column, example[column.id]);
                return cell === '' ? [] : [`${column.label}：${cell}`];
              })
              .join('、')}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
