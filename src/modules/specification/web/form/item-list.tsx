import { type ComponentType, useRef, useState } from 'react';
import * as ui from '../../../../web/ui/index.ts';
import { useField } from '../../../../web/ui/form-state.ts';
import { pointsOf, useSurroundings } from './context.ts';
import type { ListField } from './field.ts';
import type { FieldsProps } from './props.ts';
import { freeCode, type Json, type JsonRecord, listOf, recordOf, textOf } from './value.ts';
import { words } from './words.ja.ts';

interface ListProps {
  readonly list: ListField;
  readonly value: Json | undefined;
  readonly path: string;
  readonly onChange: (next: Json | undefined) => void;
  /** The controls of an item: handed in, because an item may hold lists itself. */
  readonly Fields: ComponentType<FieldsProps>;
}

/** Items of one kind: each can be opened, changed, moved up and taken out; a further one is added at the end. */
export function ItemList({ list, value, path, onChange, Fields }: ListProps) {
  const around = useSurroundings();
  const { bare } = list;
  const items = listOf(value);
  // Rows keep their state when another one is taken out: each has a number of its own.
  const numbers = useRef<number[]>([]);
  const next = useRef(0);
  while (numbers.current.length < items.length) numbers.current.push((next.current += 1));
  const [added, setAdded] = useState<number | null>(null);
  const change = (at: number, item: Json): void => onChange(items.map((one, index) => (index === at ? item : one)));
  return (
    <fieldset className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3" data-field={path} data-label={list.label}>
      <legend className="mb-2 text-std-16B-170">{list.label}</legend>
      {list.hint !== undefined && <p className="text-solid-gray-700">{list.hint}</p>}
      {items.length === 0 && <p>{words.none(list.item)}</p>}
      {items.map((item, at) => (
        <Item
          key={numbers.current[at]}
          list={list}
          Fields={Fields}
          item={bare === undefined ? recordOf(item) : { [bare]: item }}
          path={`${path}.${at}`}
          number={at + 1}
          fresh={added === numbers.current[at]}
          onChange={(changed) => change(at, bare === undefined ? changed : (changed[bare] ?? null))}
          onRemove={() => {
            numbers.current.splice(at, 1);
            const left = items.filter((_, index) => index !== at);
            onChange(left.length === 0 && list.required !== true && list.whole !== true ? undefined : left);
          }}
          onUp={
            at === 0
              ? null
              : () => {
                  const [own] = numbers.current.splice(at, 1);
                  if (own !== undefined) numbers.current.splice(at - 1, 0, own);
                  onChange([...items.slice(0, at - 1), item, ...items.slice(at - 1, at), ...items.slice(at + 1)]);
                }
          }
        />
      ))}
      <div>
        <ui.Button
          size="small"
          onClick={() => {
            const { code } = list;
            const taken = code?.among === 'points' ? [...pointsOf(around.draft), ...items] : items;
            const coded = code === undefined ? {} : { [code.name]: freeCode(taken, code.name, code.prefix) };
            setAdded(next.current + 1);
            onChange([...items, bare === undefined ? { ...list.start, ...coded } : (list.start?.[bare] ?? null)]);
          }}
        >
          {words.add(list.item)}
        </ui.Button>
      </div>
    </fieldset>
  );
}

function Item({
  list,
  Fields,
  item,
  path,
  number,
  fresh,
  onChange,
  onRemove,
  onUp,
}: {
  readonly list: ListField;
  readonly Fields: ComponentType<FieldsProps>;
  readonly item: JsonRecord;
  readonly path: string;
  readonly number: number;
  readonly fresh: boolean;
  readonly onChange: (item: JsonRecord) => void;
  readonly onRemove: () => void;
  readonly onUp: (() => void) | null;
}) {
  const [open, setOpen] = useState(fresh);
  // What the server refuses is shown, whether the item was open or not.
  const { problem } = useField(path);
  const shown = open || problem !== undefined;
  const title = titleOf(list, item) || words.unnamed(list.item, number);
  return (
    <div
      role="group"
      aria-label={title}
      className="grid grid-cols-[minmax(0,1fr)] gap-4 rounded-8 border border-solid-gray-420 p-4"
    >
      <div className="flex flex-wrap items-center gap-2">
        <span className="grow text-std-16B-170 wrap-anywhere">{title}</span>
        <ui.Button
          size="small"
          aria-expanded={shown}
          aria-label={words.openOf(title, shown)}
          onClick={() => setOpen(!shown)}
        >
          {shown ? words.close : words.open}
        </ui.Button>
        {onUp !== null && (
          <ui.Button size="small" variant="text" aria-label={words.upOf(title)} onClick={onUp}>
            {words.up}
          </ui.Button>
        )}
        <ui.Button size="small" variant="text" aria-label={words.removeOf(title)} onClick={onRemove}>
          {words.remove}
        </ui.Button>
      </div>
      {shown && (
        <Fields
          fields={list.fields}
          value={item}
          path={path}
          onChange={onChange}
          {...(list.bare === undefined ? {} : { bare: list.bare })}
        />
      )}
    </div>
  );
}

/** A choice is named by its label, not by what the file holds. */
function titleOf({ fields, titled }: ListField, item: JsonRecord): string {
  const value = textOf(item[titled]);
  const field = fields.find(({ name }) => name === titled);
  return (field?.type === 'choice' ? field.options.find((one) => one.value === value)?.label : undefined) ?? value;
}
