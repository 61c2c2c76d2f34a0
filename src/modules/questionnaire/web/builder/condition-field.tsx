import { useEffect, useRef, useState } from 'react';
import type { Condition, FormItem, Questionnaire } from '../../../../core/content-schema/index.ts';
import * as ui from '../../../../web/ui/index.ts';
import { itemCondition } from '../../condition-words.ts';
import { itemsOf } from '../client.ts';
import { messages } from '../messages.ja.ts';
import {
  answersOf,
  type ConditionPart,
  type ConditionParts,
  conditionOf,
  type Operator,
  operatorsFor,
  partsOf,
} from './condition-parts.ts';

const text = messages.builder.condition;

/** A condition chosen from lists: which question, what about it, which answers. Nothing is typed but numbers. */
export function ConditionField({
  name,
  label,
  form,
  self,
  value,
  onChange,
}: {
  name: string;
  label: string;
  form: Questionnaire;
  /** Items that cannot be looked at: the item itself. */
  self: readonly string[];
  value: Condition | undefined;
  onChange: (condition: Condition | undefined) => void;
}) {
  // Parts that are not finished are no condition yet, but stay on the page.
  const [parts, setParts] = useState<ConditionParts | null>(() => partsOf(value));
  const box = useRef<HTMLFieldSetElement>(null);
  const added = useRef(false);
  const items = itemsOf(form).filter(({ id }) => !self.includes(id));
  const set = (next: ConditionParts): void => {
    setParts(next);
    onChange(conditionOf(next));
  };
  const count = parts?.parts.length ?? 0;
  useEffect(() => {
    if (!added.current) return;
    added.current = false;
    box.current?.querySelector<HTMLElement>('[data-part]:last-of-type select')?.focus();
  }, [count]);
  return (
    <fieldset ref={box} className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3" data-field={name} data-label={label}>
      <legend className="mb-2 text-std-16B-170">{label}</legend>
      {parts === null && value !== undefined ? (
        <>
          <p>{text.complex(itemCondition(form, value))}</p>
          <div>
            <ui.Button size="small" onClick={() => set({ mode: 'all', parts: [] })}>
              {text.clear}
            </ui.Button>
          </div>
        </>
      ) : (
        <>
          {count === 0 && <p>{text.none}</p>}
          {count > 1 && (
            <ui.RadioGroup
              name={`${name}.mode`}
              label={text.mode}
              inline
              options={[
                { value: 'all', label: text.modes.all },
                { value: 'any', label: text.modes.any },
              ]}
              value={parts?.mode ?? 'all'}
              onChange={(mode) => set({ mode: mode === 'any' ? 'any' : 'all', parts: parts?.parts ?? [] })}
            />
          )}
          {(parts?.parts ?? []).map((part, index) => (
            <PartFields
              // Parts have no identity; removing one draws the rest anew.
              key={`${count}-${index}`}
              name={`${name}.${index}`}
              number={index + 1}
              items={items}
              part={part}
              onChange={(next) => set({ mode: parts?.mode ?? 'all', parts: (parts?.parts ?? []).with(index, next) })}
              onRemove={() => {
                set({ mode: parts?.mode ?? 'all', parts: (parts?.parts ?? []).filter((one) => one !== part) });
                setTimeout(() => box.current?.querySelector<HTMLElement>('[data-add]')?.focus());
              }}
            />
          ))}
          <div>
            <ui.Button
              size="small"
              data-add=""
              onClick={() => {
                const [first] = items;
                if (first === undefined) {
                  ui.announce(text.noItems);
                  return;
                }
                added.current = true;
                set({ mode: parts?.mode ?? 'all', parts: [...(parts?.parts ?? []), startOn(first)] });
              }}
            >
              {text.add}
            </ui.Button>
          </div>
          {value !== undefined && <p className="text-solid-gray-700">{text.inWords(itemCondition(form, value))}</p>}
        </>
      )}
    </fieldset>
  );
}

const startOn = (item: FormItem): ConditionPart => ({
  item: item.id,
  operator: operatorsFor(item)[0] ?? 'answered',
  values: [],
  least: 1,
});

function PartFields({
  name,
  number,
  items,
  part,
  onChange,
  onRemove,
}: {
  name: string;
  number: number;
  items: readonly FormItem[];
  part: ConditionPart;
  onChange: (part: ConditionPart) => void;
  onRemove: () => void;
}) {
  const item = items.find(({ id }) => id === part.item);
  const answers = item === undefined ? [] : answersOf(item);
  return (
    <div data-part="" className="grid grid-cols-[minmax(0,1fr)] gap-3 border-s-4 border-solid-gray-420 ps-4">
      <ui.Select
        name={`${name}.item`}
        label={text.item(number)}
        width="full"
        {...(item === undefined ? { prompt: text.gone } : {})}
        required
        defaultValue={part.item}
        value={item === undefined ? '' : part.item}
        onChange={(event) => {
          const chosen = items.find(({ id }) => id === event.target.value);
          if (chosen !== undefined) onChange(startOn(chosen));
        }}
        options={items.map(({ id, number: place, question }) => ({
          value: id,
          label: `${messages.item.question(place)}　${question}`,
        }))}
      />
      {item !== undefined && (
        <ui.Select
          name={`${name}.operator`}
          label={text.operator(number)}
          required
          defaultValue={part.operator}
          value={part.operator}
          onChange={(event) => onChange({ ...part, operator: event.target.value as Operator })}
          options={operatorsFor(item).map((operator) => ({ value: operator, label: text.operators[operator] }))}
        />
      )}
      {(part.operator === 'is' || part.operator === 'is-not') && (
        <ui.CheckboxGroup
          name={`${name}.values`}
          label={text.values(number)}
          hint={text.valuesHint}
          options={answers.map(({ value, label }) => ({ value: String(value), label }))}
          values={part.values.map(String)}
          onChange={(chosen) =>
            onChange({
              ...part,
              values: answers.filter(({ value }) => chosen.includes(String(value))).map(({ value }) => value),
            })
          }
        />
      )}
      {part.operator === 'at-least' && (
        <ui.NumberField
          name={`${name}.least`}
          label={text.least(number)}
          defaultValue={part.least}
          decimals={2}
          onChange={(least) => least !== null && onChange({ ...part, least })}
        />
      )}
      <div>
        <ui.Button size="small" variant="text" onClick={onRemove}>
          {text.remove(number)}
        </ui.Button>
      </div>
    </div>
  );
}
