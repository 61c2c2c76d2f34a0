import { useState } from 'react';
import type { Condition, FormItem, Guidance } from '../../../../core/content-schema/index.ts';
import * as ui from '../../../../web/ui/index.ts';
import { segmentsOf } from '../../../../core/assessment/index.ts';
import { GUIDANCE_PARTS } from '../guidance-parts.ts';
import type { FormEdit } from '../client.ts';
import { messages } from '../messages.ja.ts';
import { ConditionField } from './condition-field.tsx';
import { MeasuringFields } from './measuring-fields.tsx';
import { ITEM } from './paths.ts';
import { TypeSettings } from './type-settings.tsx';
import type { Builder } from './use-build.ts';

const text = messages.builder.item;
const LENGTHS = { question: 120, guidance: 200, askWhom: 120 } as const;

/** Everything about one item. What is typed shows at once in the preview, and is kept with the button. */
export function ItemEditor({
  builder,
  item: first,
  isNew,
  onDraft,
  save,
  onClose,
}: {
  builder: Builder;
  item: FormItem;
  isNew: boolean;
  /** Shows the item as it stands in the preview. */
  onDraft: (item: FormItem | null) => void;
  save: (item: FormItem, meaningChanged: boolean) => FormEdit[];
  onClose: () => void;
}) {
  const [item, setItem] = useState<FormItem>(first);
  const { form } = builder.detail;
  const segments = form.segmentItem === undefined || form.segmentItem === item.id ? [] : segmentsOf(form);
  const change = (next: FormItem): void => {
    setItem(next);
    onDraft(next);
  };
  const set = (part: Partial<Pick<FormItem, 'question' | 'required' | 'segments' | 'severity' | 'weight'>>): void =>
    change({ ...item, ...part });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4 border-t border-solid-gray-420 pt-4">
      <h3 className="text-std-16B-170">
        {isNew ? text.newTitle(text.types[item.type]) : text.changeLabel(item.number)}
      </h3>
      <ui.Form
        submitLabel={isNew ? text.add : messages.builder.save}
        done={isNew ? text.added : text.saved}
        submit={(reader) => builder.save(save(finished(item), reader.flag('edits.0.meaningChanged')), reader.options)}
        onDone={onClose}
        actions={
          <ui.Button variant="text" onClick={onClose}>
            {messages.builder.close}
          </ui.Button>
        }
      >
        <ui.TextArea
          name={`${ITEM}.question`}
          label={text.question}
          hint={text.questionHint}
          required
          rows={2}
          maxLength={LENGTHS.question}
          value={item.question}
          onChange={(event) => set({ question: event.target.value })}
        />
        <TypeSettings item={item} onChange={change} />
        <Requirement builder={builder} item={item} onChange={change} />
        {segments.length > 0 && (
          <ui.CheckboxGroup
            name={`${ITEM}.segments`}
            label={text.segments}
            hint={text.segmentsHint}
            options={segments.map(({ id, label }) => ({ value: id, label }))}
            values={item.segments.filter((segment) => segment !== 'all')}
            onChange={(chosen) => set({ segments: chosen.length === 0 ? ['all'] : [...chosen] })}
          />
        )}
        <ConditionField
          name={`${ITEM}.visibleIf`}
          label={text.visibleIf}
          form={form}
          self={[item.id]}
          value={item.visibleIf}
          onChange={(rule) => change(withRule(item, 'visibleIf', rule))}
        />
        <GuidanceFields item={item} onChange={change} />
        <MeasuringFields item={item} subjects={form.subjects ?? []} onChange={change} />
        <ui.Disclosure summary={text.counting}>
          <ui.Select
            name={`${ITEM}.severity`}
            label={messages.item.severity}
            required
            value={String(item.severity)}
            defaultValue={String(item.severity)}
            onChange={({ target }) => {
              const severity = ([1, 2, 3] as const).find((one) => String(one) === target.value);
              if (severity !== undefined) set({ severity });
            }}
            options={([1, 2, 3] as const).map((one) => ({ value: String(one), label: messages.item.severities[one] }))}
          />
          <ui.NumberField
            name={`${ITEM}.weight`}
            label={messages.item.weight}
            hint={text.weightHint}
            decimals={2}
            max={5}
            defaultValue={item.weight}
            onChange={(weight) => weight !== null && set({ weight })}
          />
        </ui.Disclosure>
        {!isNew && (
          <ui.Checkbox
            name="edits.0.meaningChanged"
            label={messages.edit.meaningChanged}
            hint={messages.edit.meaningHint}
          />
        )}
      </ui.Form>
    </div>
  );
}

/** Must it be answered: always, never, or under a condition. */
function Requirement({
  builder,
  item,
  onChange,
}: {
  builder: Builder;
  item: FormItem;
  onChange: (item: FormItem) => void;
}) {
  const [conditional, setConditional] = useState(!item.required && item.requiredIf !== undefined);
  const kind = item.required ? 'always' : conditional ? 'condition' : 'never';
  return (
    <>
      <ui.RadioGroup
        name={`${ITEM}.required`}
        label={text.required}
        inline
        options={(['always', 'never', 'condition'] as const).map((one) => ({
          value: one,
          label: text.requirements[one],
        }))}
        value={kind}
        onChange={(chosen) => {
          setConditional(chosen === 'condition');
          const next = chosen === 'condition' ? item : withRule(item, 'requiredIf', undefined);
          onChange({ ...next, required: chosen === 'always' });
        }}
      />
      {kind === 'condition' && (
        <ConditionField
          name={`${ITEM}.requiredIf`}
          label={text.requiredIf}
          form={builder.detail.form}
          self={[item.id]}
          value={item.requiredIf}
          onChange={(rule) => onChange(withRule(item, 'requiredIf', rule))}
        />
      )}
    </>
  );
}

function GuidanceFields({ item, onChange }: { item: FormItem; onChange: (item: FormItem) => void }) {
  const guidance: Guidance = item.guidance ?? {};
  const set = (part: keyof Guidance, value: string): void => {
    const { [part]: _before, ...rest } = guidance;
    const kept = part === 'evidence' ? { evidence: value.split('\n') } : { [part]: value };
    onChange({ ...item, guidance: value === '' ? rest : { ...rest, ...kept } });
  };
  return (
    <ui.Disclosure summary={text.guidance}>
      <p className="text-solid-gray-700">{text.guidanceHint}</p>
      {GUIDANCE_PARTS.map((part) => (
        <ui.TextArea
          key={part}
          name={`${ITEM}.guidance.${part}`}
          label={messages.item.guidanceParts[part]}
          {...(part === 'evidence'
            ? { hint: messages.edit.evidenceHint }
            : { maxLength: part === 'askWhom' ? LENGTHS.askWhom : LENGTHS.guidance })}
          rows={2}
          value={part === 'evidence' ? (guidance.evidence ?? []).join('\n') : (guidance[part] ?? '')}
          onChange={(event) => set(part, event.target.value)}
        />
      ))}
      <ui.TextArea
        name={`${ITEM}.references`}
        label={messages.item.references}
        hint={text.referencesHint}
        rows={2}
        value={item.references.map(({ standard, provision }) => `${standard}/${provision}`).join('\n')}
        onChange={(event) =>
          onChange({
            ...item,
            references: event.target.value === '' ? [] : event.target.value.split('\n').map(referenceOf),
          })
        }
      />
    </ui.Disclosure>
  );
}

function referenceOf(line: string): { standard: string; provision: string } {
  const [standard = '', ...rest] = line.split('/');
  return { standard, provision: rest.join('/') };
}

function withRule(item: FormItem, part: 'visibleIf' | 'requiredIf', rule: Condition | undefined): FormItem {
  const { [part]: _before, ...rest } = item;
  return rule === undefined ? rest : { ...rest, [part]: rule };
}

/** The item without what was only begun: empty lines, spaces around texts, empty guidance. */
function finished(item: FormItem): FormItem {
  const { guidance, risk, ...rest } = item;
  const lesson = risk?.lesson?.trim() ?? '';
  const entries = Object.entries(guidance ?? {}).flatMap(([part, value = '']) => {
    const kept =
      typeof value === 'string' ? value.trim() : value.map((line) => line.trim()).filter((line) => line !== '');
    return kept.length === 0 ? [] : [[part, kept] as const];
  });
  const references = item.references
    .map(({ standard, provision }) => ({ standard: standard.trim(), provision: provision.trim() }))
    .filter(({ standard, provision }) => standard !== '' || provision !== '');
  const trimmed = {
    ...rest,
    question: item.question.trim(),
    references,
    ...(risk === undefined ? {} : { risk: lesson === '' ? {} : { lesson } }),
  };
  return entries.length === 0 ? trimmed : { ...trimmed, guidance: Object.fromEntries(entries) };
}
