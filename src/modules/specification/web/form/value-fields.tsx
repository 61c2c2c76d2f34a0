import { useRef, useState } from 'react';
import * as ui from '../../../../web/ui/index.ts';
import { useField } from '../../../../web/ui/form-state.ts';
import { clauseOptions, optionsFrom, useSurroundings } from './context.ts';
import { EventField, EventsField } from './event-field.tsx';
import type { Field } from './field.ts';
import { RequirementsField } from './requirements-field.tsx';
import { CadenceField, DateExpressionField, SpanField } from './time-fields.tsx';
import {
  freeCode,
  type Json,
  type JsonRecord,
  listOf,
  numberOf,
  readingIn,
  recordOf,
  textOf,
  textsOf,
  withField,
} from './value.ts';
import { words } from './words.ja.ts';

export interface FieldsProps {
  readonly fields: readonly Field[];
  readonly value: JsonRecord;
  /** Path of the value in the operation's input: a refusal of the server finds its field by it. */
  readonly path: string;
  readonly onChange: (value: JsonRecord) => void;
}

/** The controls of a described form. */
export function ValueFields({ fields, value, path, onChange }: FieldsProps) {
  return (
    <>
      {fields.map((field) => (
        <OneField
          key={field.name}
          field={field}
          value={value[field.name]}
          path={`${path}.${field.name}`}
          onChange={(next) => onChange(withField(value, field.name, next))}
        />
      ))}
    </>
  );
}

export interface ControlProps {
  readonly field: Field;
  readonly value: Json | undefined;
  readonly path: string;
  readonly onChange: (next: Json | undefined) => void;
}

function OneField(props: ControlProps) {
  const { field, value, path, onChange } = props;
  const around = useSurroundings();
  const reading = readingIn(value);
  if (reading !== null) {
    return (
      <p>
        {field.label}：{words.byReading(reading)}
      </p>
    );
  }
  const shared = {
    name: path,
    label: field.label,
    required: field.required ?? false,
    ...(field.hint === undefined ? {} : { hint: field.hint }),
  };
  const orNothing = (text: string): void => onChange(text === '' && field.required !== true ? undefined : text);
  switch (field.type) {
    case 'text':
      return field.long === true ? (
        <ui.TextArea {...shared} rows={2} value={textOf(value)} onChange={(event) => orNothing(event.target.value)} />
      ) : (
        <ui.TextField
          {...shared}
          maxLength={field.max ?? 200}
          value={textOf(value)}
          onChange={(event) => orNothing(event.target.value)}
        />
      );
    case 'number':
      return (
        <ui.NumberField
          {...shared}
          {...(field.min === undefined ? {} : { min: field.min })}
          {...(field.max === undefined ? {} : { max: field.max })}
          {...(field.decimals === undefined ? {} : { decimals: field.decimals })}
          {...(field.unit === undefined ? {} : { unit: field.unit })}
          defaultValue={numberOf(value)}
          onChange={(next) => onChange(next ?? undefined)}
        />
      );
    case 'flag':
      return (
        <ui.Checkbox
          name={path}
          label={field.label}
          {...(field.hint === undefined ? {} : { hint: field.hint })}
          checked={value === true}
          onChange={(checked) => onChange(checked)}
        />
      );
    case 'choice':
    case 'pick':
    case 'clause': {
      const options =
        field.type === 'choice'
          ? field.options
          : field.type === 'pick'
            ? optionsFrom(field.from, around)
            : clauseOptions(around);
      return (
        <ui.Select
          {...shared}
          options={withCurrent(options, textOf(value))}
          value={textOf(value)}
          onChange={(event) => orNothing(event.target.value)}
        />
      );
    }
    case 'choices':
    case 'picks': {
      const options = field.type === 'choices' ? field.options : optionsFrom(field.from, around);
      const numeric = field.type === 'choices' && field.numeric === true;
      return (
        <ui.CheckboxGroup
          {...shared}
          options={textsOf(value).reduce(withCurrent, options)}
          values={textsOf(value)}
          onChange={(next) =>
            onChange(next.length === 0 && field.required !== true ? undefined : numeric ? next.map(Number) : [...next])
          }
        />
      );
    }
    case 'lines':
    case 'clauses':
      return <LinesField {...props} />;
    case 'span':
      return <SpanField {...props} />;
    case 'cadence':
      return <CadenceField {...props} />;
    case 'date':
      return <DateExpressionField {...props} />;
    case 'event':
      return <EventField {...props} condition={field.condition ?? false} />;
    case 'events':
      return <EventsField {...props} condition={field.condition ?? false} />;
    case 'requirements':
      return <RequirementsField {...props} />;
    case 'part':
      return <PartField {...props} fields={field.fields} />;
    case 'list':
      return <ItemList list={field} value={value} path={path} onChange={onChange} />;
  }
}

type Choices = readonly { value: string; label: string }[];

/** What stands there now can be chosen again, also when the list does not have it. */
function withCurrent(options: Choices, value: string): Choices {
  return value === '' || options.some((one) => one.value === value) ? options : [...options, { value, label: value }];
}

/** One text on a line. */
function LinesField({ field, value, path, onChange }: ControlProps) {
  return (
    <ui.TextArea
      name={path}
      label={field.label}
      hint={field.hint ?? words.linesHint}
      required={field.required ?? false}
      rows={3}
      defaultValue={textsOf(value).join('\n')}
      onChange={(event) => {
        const lines = event.target.value.split('\n').map((line) => line.trim());
        const texts = lines.filter((line) => line !== '');
        onChange(texts.length === 0 && field.required !== true ? undefined : texts);
      }}
    />
  );
}

/** A part with a switch: the specification says something about it, or nothing. */
function PartField({ field, value, path, onChange, fields }: ControlProps & { readonly fields: readonly Field[] }) {
  const there = value !== undefined && value !== null;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4 border-s-4 border-solid-gray-200 ps-4">
      <ui.Checkbox
        name={`${path}:there`}
        label={words.saysAbout(field.label)}
        {...(field.hint === undefined ? {} : { hint: field.hint })}
        checked={there}
        onChange={(checked) => onChange(checked ? {} : undefined)}
      />
      {there && <ValueFields fields={fields} value={recordOf(value)} path={path} onChange={onChange} />}
    </div>
  );
}

type List = Extract<Field, { type: 'list' }>;

interface ListProps {
  readonly list: List;
  readonly value: Json | undefined;
  readonly path: string;
  readonly onChange: (next: Json | undefined) => void;
}

/** Items of one kind: each can be opened, changed, moved up and taken out; a further one is added at the end. */
function ItemList({ list, value, path, onChange }: ListProps) {
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
          item={recordOf(item)}
          path={`${path}.${at}`}
          number={at + 1}
          fresh={added === numbers.current[at]}
          onChange={(changed) => change(at, changed)}
          onRemove={() => {
            numbers.current.splice(at, 1);
            onChange(items.filter((_, index) => index !== at));
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
            const coded = code === undefined ? {} : { [code.name]: freeCode(items, code.name, code.prefix) };
            setAdded(next.current + 1);
            onChange([...items, { ...list.start, ...coded }]);
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
  item,
  path,
  number,
  fresh,
  onChange,
  onRemove,
  onUp,
}: {
  readonly list: List;
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
  const title = textOf(item[list.titled]) || words.unnamed(list.item, number);
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
      {shown && <ValueFields fields={list.fields} value={item} path={path} onChange={onChange} />}
    </div>
  );
}
