import type { FormItem, YesNoNaItem } from '../../../../core/content-schema/index.ts';
import * as ui from '../../../../web/ui/index.ts';
import { messages } from '../messages.ja.ts';
import { OptionsField, RowsField } from './lines-field.tsx';
import { ITEM } from './paths.ts';
import { TableSettings } from './table-settings.tsx';
import { NumberSettings, TextSettings } from './value-settings.tsx';

const text = messages.builder.settings;

/** What belongs to one way of answering only. */
export function TypeSettings({ item, onChange }: { item: FormItem; onChange: (item: FormItem) => void }) {
  switch (item.type) {
    case 'yes-no-na':
      return <YesNoNaSettings item={item} onChange={onChange} />;
    case 'single':
    case 'multiple':
      return (
        <OptionsField
          name={`${ITEM}.options`}
          options={item.options}
          scored
          onChange={(options) => onChange({ ...item, options })}
        />
      );
    case 'matrix':
      return (
        <>
          <RowsField name={`${ITEM}.rows`} rows={item.rows} onChange={(rows) => onChange({ ...item, rows })} />
          <OptionsField
            name={`${ITEM}.options`}
            options={item.options}
            scored
            onChange={(options) => onChange({ ...item, options })}
          />
        </>
      );
    case 'scale':
      return <ScaleSettings item={item} onChange={onChange} />;
    case 'number':
      return <NumberSettings name={ITEM} settings={item} onChange={(part) => onChange({ ...item, ...part })} />;
    case 'text':
      return <TextSettings name={ITEM} settings={item} onChange={(part) => onChange({ ...item, ...part })} />;
    case 'file':
      return (
        <ui.NumberField
          name={`${ITEM}.maxFiles`}
          label={text.maxFiles}
          required
          min={1}
          max={10}
          defaultValue={item.maxFiles}
          onChange={(maxFiles) => maxFiles !== null && onChange({ ...item, maxFiles })}
        />
      );
    case 'table':
      return <TableSettings item={item} onChange={onChange} />;
    case 'date':
      return null;
  }
}

function YesNoNaSettings({ item, onChange }: { item: YesNoNaItem; onChange: (item: FormItem) => void }) {
  const { explanation } = item;
  return (
    <>
      <ui.RadioGroup
        name={`${ITEM}.explanation.no`}
        label={text.explainNo}
        options={(['reason-or-alternative', 'reason', 'none'] as const).map((rule) => ({
          value: rule,
          label: text.explanations[rule],
        }))}
        value={explanation.no}
        onChange={(rule) => {
          const no = (['reason-or-alternative', 'reason', 'none'] as const).find((one) => one === rule);
          if (no !== undefined) onChange({ ...item, explanation: { ...explanation, no } });
        }}
      />
      <ui.Checkbox
        name={`${ITEM}.allowNotApplicable`}
        label={text.allowNotApplicable}
        checked={item.allowNotApplicable}
        onChange={(allowNotApplicable) => onChange({ ...item, allowNotApplicable })}
      />
      {item.allowNotApplicable && (
        <ui.Checkbox
          name={`${ITEM}.explanation.notApplicable`}
          label={text.explainNotApplicable}
          checked={explanation.notApplicable === 'reason'}
          onChange={(asked) =>
            onChange({ ...item, explanation: { ...explanation, notApplicable: asked ? 'reason' : 'none' } })
          }
        />
      )}
    </>
  );
}

function ScaleSettings({
  item,
  onChange,
}: {
  item: Extract<FormItem, { type: 'scale' }>;
  onChange: (item: FormItem) => void;
}) {
  return (
    <>
      <ui.NumberField
        name={`${ITEM}.to`}
        label={text.steps(item.from)}
        required
        min={2}
        max={10}
        defaultValue={item.to}
        onChange={(to) => to !== null && onChange({ ...item, to })}
      />
      <ui.TextField
        name={`${ITEM}.fromLabel`}
        label={text.fromLabel(item.from)}
        hint={text.labelHint}
        required
        maxLength={30}
        value={item.fromLabel}
        onChange={(event) => onChange({ ...item, fromLabel: event.target.value })}
      />
      <ui.TextField
        name={`${ITEM}.toLabel`}
        label={text.toLabel(item.to)}
        required
        maxLength={30}
        value={item.toLabel}
        onChange={(event) => onChange({ ...item, toLabel: event.target.value })}
      />
      <ui.Select
        name={`${ITEM}.achievement`}
        label={text.achievement}
        prompt={text.notCounted}
        value={item.achievement ?? ''}
        onChange={({ target }) => {
          const { achievement: _before, ...rest } = item;
          const achievement = (['rising', 'falling'] as const).find((one) => one === target.value);
          onChange(achievement === undefined ? rest : { ...rest, achievement });
        }}
        options={(['rising', 'falling'] as const).map((one) => ({ value: one, label: text.achievements[one] }))}
      />
    </>
  );
}
