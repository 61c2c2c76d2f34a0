import { stepsOf, type ValueHolder } from '../../core/assessment/index.ts';
import { CheckboxGroup, DateField, RadioGroup, Select, TextArea, TextField } from '../ui/index.ts';
import { messages as text } from './messages.ja.ts';

/** More choices than this become a list to open. */
const RADIO_LIMIT = 5;

export type FieldValue = string | number | boolean | readonly string[] | null;

/** The control for one value of an item or a table column; `name` is its path in the submission. */
export function ValueField({
  holder,
  name,
  label,
  hint,
  value,
  onChange,
}: {
  holder: ValueHolder;
  name: string;
  label: string;
  hint?: string | undefined;
  value: FieldValue | undefined;
  onChange: (value: FieldValue) => void;
}) {
  const shared = { name, label, ...(hint === undefined ? {} : { hint }) };
  switch (holder.type) {
    case 'text':
      return holder.multiline ? (
        <TextArea
          {...shared}
          value={stringOf(value)}
          maxLength={holder.maxLength}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <TextField
          {...shared}
          value={stringOf(value)}
          maxLength={holder.maxLength}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'number':
      return (
        <TextField
          {...shared}
          label={text.withUnit(label, holder.unit)}
          inputMode={holder.integer ? 'numeric' : 'decimal'}
          width="short"
          value={stringOf(value)}
          onChange={(event) => onChange(numberOf(event.target.value))}
        />
      );
    case 'scale': {
      const { from, to, fromLabel, toLabel } = holder;
      const hints = [hint, text.scaleHint(from, fromLabel, to, toLabel)].filter((one) => one !== undefined);
      return (
        <RadioGroup
          {...shared}
          hint={hints.join(' ')}
          inline
          options={stepsOf(holder).map((step) => ({ value: String(step), label: String(step) }))}
          value={stringOf(value)}
          onChange={(chosen) => onChange(Number(chosen))}
        />
      );
    }
    case 'date':
      return <DateField {...shared} defaultValue={stringOf(value)} onChange={onChange} />;
    case 'yes-no':
      return (
        <RadioGroup
          {...shared}
          inline
          options={[
            { value: 'true', label: text.yes },
            { value: 'false', label: text.no },
          ]}
          value={typeof value === 'boolean' ? String(value) : ''}
          onChange={(chosen) => onChange(chosen === 'true')}
        />
      );
    case 'single':
      return holder.options.length > RADIO_LIMIT ? (
        <Select
          {...shared}
          options={holder.options.map(choiceOf)}
          prompt={text.empty}
          value={stringOf(value)}
          onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
        />
      ) : (
        <RadioGroup {...shared} options={holder.options.map(choiceOf)} value={stringOf(value)} onChange={onChange} />
      );
    case 'multiple':
      return (
        <CheckboxGroup
          {...shared}
          options={holder.options.map(choiceOf)}
          values={typeof value === 'object' && value !== null ? value : []}
          onChange={onChange}
        />
      );
  }
}

const choiceOf = ({ value, label, help }: { value: string; label: string; help?: string | undefined }) => ({
  value,
  label,
  ...(help === undefined ? {} : { hint: help }),
});

const stringOf = (value: FieldValue | undefined): string =>
  value === undefined || value === null || typeof value === 'object' ? '' : String(value);

/** Full-width digits and separators are understood; what is no number stays as typed, so that it is seen and corrected. */
function numberOf(typed: string): string | number | null {
  const plain = typed.normalize('NFKC').replaceAll(',', '').trim();
  if (plain === '') return null;
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : typed;
}
