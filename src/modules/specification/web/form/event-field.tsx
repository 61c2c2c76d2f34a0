import { useId, useState } from 'react';
import * as ui from '../../../../web/ui/index.ts';
import { optionsFrom, useSurroundings } from './context.ts';
import { CHOSEN_BY, EVENTS, type EventKind } from './events.ja.ts';
import { EventDetails } from './event-details.tsx';
import { kindsOf, withKinds } from './event-kinds.ts';
import type { Option } from './field.ts';
import { ByReading } from './reading-field.tsx';
import { type Json, type JsonRecord, listOf, readingIn, recordOf, textOf, textsOf, withField } from './value.ts';
import { words } from './words.ja.ts';
import type { EventProps } from './props.ts';

const text = words.event;

/** Records of one kind, of one document or meeting where the kind has such; further conditions can be opened. */
export function EventField({ field, value, path, extras = {}, onChange }: EventProps) {
  const pattern = recordOf(value);
  const kinds = kindsOf(pattern);
  const [kind = ''] = kinds;
  const event = EVENTS.find((one) => one.kind === kind);
  // A kind that the list does not have is written by its name.
  const [other, setOther] = useState(kind !== '' && event === undefined);
  const known = EVENTS.map(({ kind: id, label, group }) => ({ value: id, label, group }));
  const reading = readingIn(pattern['fact']);
  if (reading !== null) {
    return (
      <ByReading
        label={field.label}
        reading={reading}
        path={`${path}.fact`}
        onChange={(next) => onChange({ ...pattern, fact: next ?? '' })}
      />
    );
  }
  const choose = (next: string): void =>
    onChange(
      patternOf(
        EVENTS.find((one) => one.kind === next),
        next,
        extras.condition ?? false,
      ),
    );
  return (
    <div className="grid w-full grid-cols-[minmax(0,1fr)] gap-2">
      <div className="flex w-full flex-wrap items-start gap-4">
        <ui.Select
          name={path}
          label={field.label}
          required={field.required ?? false}
          {...(field.hint === undefined ? {} : { hint: field.hint })}
          options={[...known, { value: OTHER, label: text.other, group: text.other }]}
          value={other ? OTHER : kind}
          onChange={({ target }) => {
            setOther(target.value === OTHER);
            if (target.value === OTHER) choose('');
            else if (target.value === '') onChange(field.required === true ? { fact: '' } : undefined);
            else choose(target.value);
          }}
        />
        {other && (
          <ui.TextField
            name={`${path}.fact`}
            label={`${field.label}：${text.name}`}
            hint={text.nameHint}
            required
            maxLength={80}
            value={kind}
            onChange={({ target }) => onChange(withKinds(pattern, [target.value.trim(), ...kinds.slice(1)]))}
          />
        )}
        {event?.of !== undefined && (
          <Chosen event={event} label={field.label} pattern={pattern} path={path} onChange={onChange} />
        )}
      </div>
      {value !== undefined && (
        <EventDetails
          label={field.label}
          pattern={pattern}
          path={path}
          extras={extras}
          onChange={onChange}
          Event={EventField}
        />
      )}
    </div>
  );
}

/** No kind of record is called so. */
const OTHER = '*';

function patternOf(event: EventKind | undefined, kind: string, condition: boolean): JsonRecord {
  const { key, ...validity } = event?.holds ?? {};
  return {
    fact: kind,
    ...(condition && key !== undefined ? { key } : {}),
    ...(condition ? validity : {}),
  };
}

/** Which document, meeting or qualification; all of them where nothing is chosen. */
function Chosen({
  event,
  label,
  pattern,
  path,
  onChange,
}: {
  readonly event: EventKind;
  readonly label: string;
  readonly pattern: JsonRecord;
  readonly path: string;
  readonly onChange: (next: JsonRecord) => void;
}) {
  const around = useSurroundings();
  const of = event.of ?? 'deliverable';
  const name = CHOSEN_BY[of];
  const where = recordOf(pattern['where']);
  const chosen = where[name];
  const reading = readingIn(chosen) ?? readingIn(recordOf(chosen)['in']);
  const set = (next: Json | undefined): void => {
    const changed = withField(where, name, next);
    onChange(withField(pattern, 'where', Object.keys(changed).length === 0 ? undefined : changed));
  };
  if (reading !== null) {
    return (
      <ByReading
        label={`${label}：${text.of[of]}`}
        reading={reading}
        path={`${path}.where.${name}`}
        onChange={(next) => set(next === undefined || readingIn(chosen) !== null ? next : { in: next })}
      />
    );
  }
  const options: readonly Option[] =
    of === 'deliverable'
      ? around.draft.deliverables.map((one) => ({ value: one.type, label: one.name }))
      : optionsFrom(of === 'meeting' ? 'meetings' : 'qualifications', around);
  if (of === 'qualification') {
    const among = typeof chosen === 'string' ? [chosen] : textsOf(recordOf(chosen)['in']);
    return (
      <ui.CheckboxGroup
        name={`${path}.${name}`}
        label={`${label}：${text.of[of]}`}
        hint={text.anyOf}
        options={options}
        values={among}
        onChange={(next) => set(next.length === 0 ? undefined : { in: [...next] })}
      />
    );
  }
  return (
    <ui.Select
      name={`${path}.${name}`}
      label={`${label}：${text.of[of]}`}
      prompt={text.all}
      options={options}
      value={textOf(chosen)}
      onChange={({ target }) => set(target.value === '' ? undefined : target.value)}
    />
  );
}

/** Several kinds of records, each of which counts. */
export function EventsField({ field, value, path, extras = {}, onChange }: EventProps) {
  const id = useId();
  const items = listOf(value);
  const set = (next: readonly Json[]): void =>
    onChange(next.length === 0 && field.required !== true ? undefined : [...next]);
  return (
    <fieldset className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3" data-field={path} data-label={field.label}>
      <legend className="mb-2 text-std-16B-170">{field.label}</legend>
      {field.hint !== undefined && <p className="text-solid-gray-700">{field.hint}</p>}
      {items.map((item, at) => (
        <div key={`${id}-${at}`} className="grid grid-cols-[minmax(0,1fr)] gap-2">
          <EventField
            field={{ ...field, label: text.nth(field.label, at + 1), required: true, type: 'event' }}
            value={item}
            path={`${path}.${at}`}
            extras={extras}
            onChange={(next) => set(items.map((one, index) => (index === at ? (next ?? { fact: '' }) : one)))}
          />
          <div>
            <ui.Button
              size="small"
              variant="text"
              aria-label={words.removeOf(text.nth(field.label, at + 1))}
              onClick={() => set(items.filter((_, index) => index !== at))}
            >
              {words.remove}
            </ui.Button>
          </div>
        </div>
      ))}
      <div>
        <ui.Button size="small" onClick={() => set([...items, { fact: '' }])}>
          {words.add(text.record)}
        </ui.Button>
      </div>
    </fieldset>
  );
}
