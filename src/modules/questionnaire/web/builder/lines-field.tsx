import { type ReactNode, useEffect, useRef } from 'react';
import type { Option } from '../../../../core/content-schema/index.ts';
import * as ui from '../../../../web/ui/index.ts';
import { messages } from '../messages.ja.ts';
import { freeId } from './blank-item.ts';

const text = messages.builder.lines;

/** Choices, one a line, with what each counts where the item is counted in points. */
export function OptionsField({
  name,
  options,
  scored,
  onChange,
}: {
  name: string;
  options: readonly Option[];
  scored: boolean;
  onChange: (options: Option[]) => void;
}) {
  return (
    <Lines
      name={name}
      label={text.options}
      one={text.option}
      lines={options.map(({ value, label }) => ({ id: value, label }))}
      least={2}
      prefix="c"
      onLabel={(index, label) => onChange(options.map((option, at) => (at === index ? { ...option, label } : option)))}
      onAdd={(id) => onChange([...options, { value: id, label: '' }])}
      onRemove={(index) => onChange(options.filter((_, at) => at !== index))}
      extras={
        scored
          ? options.map((option, index) => (
              <OptionCounting
                key={option.value}
                name={`${name}.${index}`}
                number={index + 1}
                option={option}
                onChange={(next) => onChange(options.map((one, at) => (at === index ? next : one)))}
              />
            ))
          : []
      }
    />
  );
}

const SHARES = [1, 0.75, 0.5, 0.25, 0] as const;
const SEVERITIES = [1, 2, 3] as const;

/** How far the choice achieves what is asked for, and how grave it is; folded away, since most forms need neither. */
function OptionCounting({
  name,
  number,
  option,
  onChange,
}: {
  name: string;
  number: number;
  option: Option;
  onChange: (option: Option) => void;
}) {
  const { achievement, severity, ...plain } = option;
  const withSeverity = severity === undefined ? plain : { ...plain, severity };
  const withAchievement = achievement === undefined ? plain : { ...plain, achievement };
  return (
    <ui.Disclosure summary={text.counting(number)}>
      <ui.Select
        name={`${name}.achievement`}
        label={text.achievement(number)}
        prompt={text.notCounted}
        width="medium"
        value={achievement === undefined || achievement === null ? '' : String(achievement)}
        onChange={({ target }) =>
          onChange(target.value === '' ? withSeverity : { ...withSeverity, achievement: Number(target.value) })
        }
        options={SHARES.map((share) => ({ value: String(share), label: text.share(share * 100) }))}
      />
      <ui.Select
        name={`${name}.severity`}
        label={text.severity(number)}
        prompt={text.asItem}
        width="medium"
        value={severity === undefined ? '' : String(severity)}
        onChange={({ target }) => {
          const chosen = SEVERITIES.find((one) => String(one) === target.value);
          onChange(chosen === undefined ? withAchievement : { ...withAchievement, severity: chosen });
        }}
        options={SEVERITIES.map((one) => ({ value: String(one), label: messages.item.severities[one] }))}
      />
    </ui.Disclosure>
  );
}

/** The rows of a matrix, one a line. */
export function RowsField({
  name,
  rows,
  onChange,
}: {
  name: string;
  rows: readonly { readonly id: string; readonly label: string }[];
  onChange: (rows: { id: string; label: string }[]) => void;
}) {
  return (
    <Lines
      name={name}
      label={text.rows}
      one={text.row}
      lines={rows}
      least={1}
      prefix="r"
      onLabel={(index, label) => onChange(rows.map((row, at) => (at === index ? { ...row, label } : row)))}
      onAdd={(id) => onChange([...rows, { id, label: '' }])}
      onRemove={(index) => onChange(rows.filter((_, at) => at !== index))}
    />
  );
}

function Lines({
  name,
  label,
  one,
  lines,
  least,
  prefix,
  onLabel,
  onAdd,
  onRemove,
  extras = [],
}: {
  name: string;
  label: string;
  one: (number: number) => string;
  lines: readonly { readonly id: string; readonly label: string }[];
  least: number;
  prefix: string;
  onLabel: (index: number, label: string) => void;
  onAdd: (id: string) => void;
  onRemove: (index: number) => void;
  extras?: readonly ReactNode[];
}) {
  const box = useRef<HTMLFieldSetElement>(null);
  const added = useRef(false);
  useEffect(() => {
    if (!added.current) return;
    added.current = false;
    box.current?.querySelector<HTMLElement>('[data-line]:last-of-type input')?.focus();
  }, [lines.length]);
  return (
    <fieldset ref={box} className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4" data-field={name} data-label={label}>
      <legend className="mb-2 text-std-16B-170">{label}</legend>
      {lines.map((line, index) => (
        <div key={line.id} data-line="" className="grid grid-cols-[minmax(0,1fr)] gap-2">
          <ui.TextField
            name={`${name}.${index}.label`}
            label={one(index + 1)}
            required
            maxLength={60}
            value={line.label}
            onChange={(event) => onLabel(index, event.target.value)}
          />
          {extras[index]}
          {lines.length > least && (
            <div>
              <ui.Button
                size="small"
                variant="text"
                onClick={() => {
                  onRemove(index);
                  setTimeout(() => box.current?.querySelector<HTMLElement>('[data-add]')?.focus());
                }}
              >
                {text.remove(one(index + 1))}
              </ui.Button>
            </div>
          )}
        </div>
      ))}
      <div>
        <ui.Button
          size="small"
          data-add=""
          onClick={() => {
            added.current = true;
            onAdd(
              freeId(
                prefix,
                lines.map(({ id }) => id),
              ),
            );
          }}
        >
          {text.add(label)}
        </ui.Button>
      </div>
    </fieldset>
  );
}
