import { type ItemAnswer, rowsOf, YES_NO_NA, YES_NO_NA_LABELS } from '../../../core/assessment/index.ts';
import type { FormItem, Guidance } from '../../../core/content-schema/index.ts';
import { DataList, Disclosure, RadioGroup, TextArea } from '../../../web/ui/index.ts';
import { messages } from './messages.ja.ts';
import { TableField } from './table-field.tsx';
import { type FieldValue, ValueField } from './value-field.tsx';

const text = messages.sheet;

/** One question with its answer, the words that belong to it, and the guidance that teaches. */
export function ItemField({
  item,
  answer,
  before,
  onChange,
}: {
  item: FormItem;
  answer: ItemAnswer | undefined;
  /** Last year's answer in words. */
  before: string | null;
  onChange: (answer: ItemAnswer) => void;
}) {
  const set = (change: Partial<ItemAnswer>): void => onChange({ ...answer, ...change });
  return (
    <div
      id={`item-${item.id}`}
      className="grid scroll-mt-24 grid-cols-[minmax(0,1fr)] gap-3 border-t border-solid-gray-420 pt-5"
    >
      <Control item={item} answer={answer} set={set} />
      {before !== null && <p className="text-solid-gray-700">{before}</p>}
      {item.guidance !== undefined && <GuidanceText guidance={item.guidance} />}
    </div>
  );
}

function Control({
  item,
  answer,
  set,
}: {
  item: FormItem;
  answer: ItemAnswer | undefined;
  set: (change: Partial<ItemAnswer>) => void;
}) {
  const label = `${text.question(item.number)}　${item.question}`;
  const name = `answers.${item.id}.value`;
  if (item.type === 'table')
    return (
      <fieldset className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3">
        <legend className="mb-2 text-std-16B-170">{label}</legend>
        <TableField item={item} rows={rowsOf(answer)} onChange={(value) => set({ value })} />
      </fieldset>
    );
  if (item.type !== 'yes-no-na')
    return (
      <ValueField
        holder={item}
        name={name}
        label={item.required ? label : text.optional(label)}
        value={answer?.value as FieldValue | undefined}
        onChange={(value) => set({ value: typeof value === 'boolean' ? null : value })}
      />
    );
  const choices = YES_NO_NA.filter((value) => value !== 'not-applicable' || item.allowNotApplicable);
  return (
    <>
      <RadioGroup
        name={name}
        label={label}
        inline
        options={choices.map((value) => ({ value, label: YES_NO_NA_LABELS[value] }))}
        value={typeof answer?.value === 'string' ? answer.value : ''}
        onChange={(value) => set({ value })}
      />
      {answer?.value === 'no' && item.explanation.no !== 'none' && (
        <>
          <Words name={`answers.${item.id}.reason`} label={text.reasonNo} answer={answer} part="reason" set={set} />
          {item.explanation.no === 'reason-or-alternative' && (
            <Words
              name={`answers.${item.id}.alternative`}
              label={text.alternative}
              hint={text.alternativeHelp}
              answer={answer}
              part="alternative"
              set={set}
            />
          )}
        </>
      )}
      {answer?.value === 'not-applicable' && item.explanation.notApplicable !== 'none' && (
        <Words name={`answers.${item.id}.reason`} label={text.reasonNa} answer={answer} part="reason" set={set} />
      )}
    </>
  );
}

function Words({
  name,
  label,
  hint,
  answer,
  part,
  set,
}: {
  name: string;
  label: string;
  hint?: string;
  answer: ItemAnswer;
  part: 'reason' | 'alternative';
  set: (change: Partial<ItemAnswer>) => void;
}) {
  return (
    <TextArea
      name={name}
      label={label}
      {...(hint === undefined ? {} : { hint })}
      rows={2}
      maxLength={1000}
      value={answer[part] ?? ''}
      onChange={(event) => set({ [part]: event.target.value })}
    />
  );
}

/** The texts that teach, folded away so that the questions stay close together. */
export function GuidanceText({ guidance }: { guidance: Guidance }) {
  const parts = ['good', 'why', 'howToCheck', 'askWhom', 'evidence', 'misunderstanding'] as const;
  return (
    <Disclosure summary={text.guidance}>
      <DataList
        items={parts.flatMap((part) => {
          const value = guidance[part];
          if (value === undefined) return [];
          return [{ term: text.guidanceParts[part], value: typeof value === 'string' ? value : value.join('、') }];
        })}
      />
    </Disclosure>
  );
}
