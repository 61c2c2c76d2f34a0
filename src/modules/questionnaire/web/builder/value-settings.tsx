import * as ui from '../../../../web/ui/index.ts';
import { messages } from '../messages.ja.ts';

const text = messages.builder.settings;

/** The limits of a number, of an item or a column. */
export function NumberSettings({
  name,
  settings,
  onChange,
}: {
  name: string;
  settings: { readonly unit: string; readonly min: number; readonly max: number; readonly integer: boolean };
  onChange: (part: { unit?: string; min?: number; max?: number; integer?: boolean }) => void;
}) {
  const decimals = settings.integer ? 0 : 2;
  return (
    <div className="flex flex-wrap items-start gap-4">
      <ui.TextField
        name={`${name}.unit`}
        label={text.unit}
        required
        width="short"
        maxLength={10}
        value={settings.unit}
        onChange={(event) => onChange({ unit: event.target.value })}
      />
      <ui.NumberField
        name={`${name}.min`}
        label={text.min}
        required
        decimals={decimals}
        defaultValue={settings.min}
        onChange={(min) => min !== null && onChange({ min })}
      />
      <ui.NumberField
        name={`${name}.max`}
        label={text.max}
        required
        decimals={decimals}
        defaultValue={settings.max}
        onChange={(max) => max !== null && onChange({ max })}
      />
      <ui.Checkbox
        name={`${name}.integer`}
        label={text.integer}
        checked={settings.integer}
        onChange={(integer) => onChange({ integer })}
      />
    </div>
  );
}

/** The limits of a text, of an item or a column. */
export function TextSettings({
  name,
  settings,
  onChange,
}: {
  name: string;
  settings: { readonly maxLength: number; readonly multiline: boolean };
  onChange: (part: { maxLength?: number; multiline?: boolean }) => void;
}) {
  return (
    <div className="flex flex-wrap items-start gap-4">
      <ui.NumberField
        name={`${name}.maxLength`}
        label={text.maxLength}
        required
        min={1}
        max={4000}
        defaultValue={settings.maxLength}
        onChange={(maxLength) => maxLength !== null && onChange({ maxLength })}
      />
      <ui.Checkbox
        name={`${name}.multiline`}
        label={text.multiline}
        checked={settings.multiline}
        onChange={(multiline) => onChange({ multiline })}
      />
    </div>
  );
}
