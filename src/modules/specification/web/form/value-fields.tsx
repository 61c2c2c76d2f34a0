import * as ui from '../../../../web/ui/index.ts';
import { NamedField, ReadingValueField } from './any-field.tsx';
import { clauseOptions, optionsFrom, useSurroundings } from './context.ts';
import { EventField, EventsField } from './event-field.tsx';
import type { Field } from './field.ts';
import { ItemList } from './item-list.tsx';
import { ByReading, OrByReading } from './reading-field.tsx';
import { RequirementsField } from './requirements-field.tsx';
import { CadenceField, DateExpressionField, SpanField } from './time-fields.tsx';
import { type JsonRecord, listOf, numberOf, readingIn, recordOf, textOf, textsOf, withField } from './value.ts';
import { words } from './words.ja.ts';
import type { ControlProps, FieldsProps } from './props.ts';

/** The controls of a described form. */
export function ValueFields({ fields, value, path, onChange, bare }: FieldsProps) {
  return (
    <>
      {fields.map((field) => (
        <OneField
          key={field.name}
          field={field}
          value={value[field.name]}
          path={isWhole(field, bare) ? path : `${path}.${field.name}`}
          onChange={(next) => onChange(withField(value, field.name, next))}
          record={value}
          onRecord={onChange}
        />
      ))}
    </>
  );
}

const isWhole = (field: Field, bare: string | undefined): boolean =>
  field.name === bare || field.type === 'named' || (field.type === 'list' && field.whole === true);

type OneProps = ControlProps & { readonly record: JsonRecord; readonly onRecord: (value: JsonRecord) => void };

/** What stands in a list of its own is never the value of a reading as a whole; each of its fields may be. */
const WHOLE = new Set<Field['type']>(['part', 'list', 'events', 'requirements', 'named', 'reading-value', 'own-pick']);

function OneField(props: OneProps) {
  const { field, value, path, onChange } = props;
  const reading = readingIn(value);
  if (reading !== null) return <ByReading label={field.label} reading={reading} path={path} onChange={onChange} />;
  if (WHOLE.has(field.type)) return <Control {...props} />;
  return (
    <OrByReading label={field.label} onChange={onChange}>
      <Control {...props} />
    </OrByReading>
  );
}

function Control(props: OneProps) {
  const { field, value, path, onChange, record, onRecord } = props;
  const around = useSurroundings();
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
    case 'own-pick':
    case 'clause': {
      const options = choicesOf(field, around, record);
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
      return <EventField {...props} extras={field} />;
    case 'events':
      return <EventsField {...props} extras={field} />;
    case 'requirements':
      return <RequirementsField {...props} />;
    case 'named':
      return <NamedField label={field.label} value={value} path={path} onChange={onChange} />;
    case 'reading-value':
      return <ReadingValueField label={field.label} record={record} path={path} onRecord={onRecord} />;
    case 'part':
      return <PartField {...props} fields={field.fields} />;
    case 'list':
      return <ItemList list={field} value={value} path={path} onChange={onChange} Fields={ValueFields} />;
  }
}

type Choices = readonly { value: string; label: string }[];

function choicesOf(
  field: Extract<Field, { type: 'choice' | 'pick' | 'own-pick' | 'clause' }>,
  around: ReturnType<typeof useSurroundings>,
  record: JsonRecord,
): Choices {
  switch (field.type) {
    case 'choice':
      return field.options;
    case 'pick':
      return optionsFrom(field.from, around);
    case 'own-pick':
      return listOf(record[field.list]).map((one) => {
        const item = recordOf(one);
        const value = textOf(item[field.code]);
        return { value, label: textOf(item[field.titled]) || value };
      });
    case 'clause':
      return clauseOptions(around);
  }
}

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
