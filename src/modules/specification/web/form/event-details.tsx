import type { ComponentType } from 'react';
import * as ui from '../../../../web/ui/index.ts';
import { kindsOf, withKinds } from './event-kinds.ts';
import type { EventProps } from './props.ts';
import { CHOSEN_BY, EVENTS } from './events.ja.ts';
import type { EventExtras } from './field.ts';
import { ByReading } from './reading-field.tsx';
import { RequirementsField } from './requirements-field.tsx';
import {
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

const text = words.event;

interface Props {
  readonly label: string;
  readonly pattern: JsonRecord;
  readonly path: string;
  readonly extras: EventExtras;
  readonly onChange: (next: JsonRecord) => void;
  /** The control of a record: handed in, because a record may be ended by another one. */
  readonly Event: ComponentType<EventProps>;
}

/** Which records of the kind are meant: further kinds, what they hold, whose they are, what they have in common. */
export function EventDetails(props: Props) {
  const { label, pattern, path, extras, onChange, Event } = props;
  const set = (name: string, next: Json | undefined): void => onChange(withField(pattern, name, next));
  const orNothing = (name: string, next: string): void => set(name, next === '' ? undefined : next);
  const party = readingIn(pattern['party']);
  return (
    <ui.Disclosure summary={text.details(label)}>
      <FurtherKinds {...props} />
      <Where {...props} />
      {party === null ? (
        <ui.Select
          name={`${path}.party`}
          label={text.party(label)}
          prompt={text.anyone}
          options={text.parties}
          value={textOf(pattern['party'])}
          onChange={({ target }) => orNothing('party', target.value)}
        />
      ) : (
        <ByReading
          label={text.party(label)}
          reading={party}
          path={`${path}.party`}
          onChange={(next) => set('party', next)}
        />
      )}
      <ui.TextArea
        name={`${path}.key`}
        label={text.key(label)}
        hint={text.keyHint}
        rows={2}
        defaultValue={(listOf(pattern['key']).length > 0 ? textsOf(pattern['key']) : [textOf(pattern['key'])]).join(
          '\n',
        )}
        onChange={({ target }) => {
          const keys = target.value
            .split('\n')
            .map((line) => line.trim())
            .filter((line) => line !== '');
          set('key', keys.length > 1 ? keys : keys[0]);
        }}
      />
      {extras.condition === true && (
        <>
          {(['validFrom', 'validTo'] as const).map((name) => (
            <ui.TextField
              key={name}
              name={`${path}.${name}`}
              label={text[name](label)}
              maxLength={80}
              value={textOf(pattern[name])}
              onChange={({ target }) => orNothing(name, target.value.trim())}
            />
          ))}
          <Event
            field={{ name: 'endedBy', label: text.endedBy(label), type: 'event' }}
            value={pattern['endedBy']}
            path={`${path}.endedBy`}
            onChange={(next) => set('endedBy', next)}
          />
        </>
      )}
      {extras.excuse === true && (
        <ui.Select
          name={`${path}.scope`}
          label={text.scope(label)}
          required
          options={text.scopes}
          value={textOf(pattern['scope']) || 'subject'}
          onChange={({ target }) => set('scope', target.value === 'engagement' ? 'engagement' : undefined)}
        />
      )}
      {extras.counted === true && (
        <ui.NumberField
          name={`${path}.min`}
          label={text.min(label)}
          min={1}
          max={1000}
          defaultValue={numberOf(pattern['min'])}
          onChange={(next) => set('min', next ?? undefined)}
        />
      )}
    </ui.Disclosure>
  );
}

/** Records of other kinds that count as well. */
function FurtherKinds({ label, pattern, path, onChange }: Props) {
  const [first = '', ...others] = kindsOf(pattern);
  const set = (next: readonly string[]): void => onChange(withKinds(pattern, [first, ...next]));
  const options = EVENTS.map(({ kind, label: name, group }) => ({ value: kind, label: name, group }));
  return (
    <fieldset className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      <legend className="mb-2">{text.also(label)}</legend>
      {others.map((kind, at) => {
        const name = text.nth(text.also(label), at + 1);
        return (
          <div key={`${at}:${others.length}`} className="flex flex-wrap items-end gap-3">
            <ui.Select
              name={`${path}.fact.${at + 1}`}
              label={name}
              required
              options={
                kind === '' || options.some(({ value }) => value === kind)
                  ? options
                  : [...options, { value: kind, label: kind, group: text.other }]
              }
              value={kind}
              onChange={({ target }) => set(others.map((one, index) => (index === at ? target.value : one)))}
            />
            <ui.Button
              size="small"
              variant="text"
              aria-label={words.removeOf(name)}
              onClick={() => set(others.filter((_, index) => index !== at))}
            >
              {words.remove}
            </ui.Button>
          </div>
        );
      })}
      <div>
        <ui.Button size="small" onClick={() => set([...others, ''])}>
          {words.add(text.alsoItem)}
        </ui.Button>
      </div>
    </fieldset>
  );
}

/** What the record holds, beside the document, meeting or qualification that is chosen above. */
function Where({ label, pattern, path, onChange }: Props) {
  const where = recordOf(pattern['where']);
  const event = EVENTS.find(({ kind }) => kind === kindsOf(pattern)[0]);
  const chosen = event?.of === undefined ? null : CHOSEN_BY[event.of];
  const kept = chosen === null || where[chosen] === undefined ? {} : { [chosen]: where[chosen] };
  const others = chosen === null ? where : withField(where, chosen, undefined);
  return (
    <RequirementsField
      field={{ name: 'where', label: text.where(label), type: 'requirements' }}
      value={others}
      path={`${path}.where`}
      onChange={(next) => {
        const changed = { ...kept, ...recordOf(next) };
        onChange(withField(pattern, 'where', Object.keys(changed).length === 0 ? undefined : changed));
      }}
    />
  );
}
