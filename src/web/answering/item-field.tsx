import {
  EXPLANATION_LIMIT,
  type ItemAnswer,
  matrixOf,
  rowsOf,
  textsOf,
  YES_NO_NA,
  YES_NO_NA_LABELS,
} from '../../core/assessment/index.ts';
import type { FormItem, YesNoNaItem } from '../../core/content-schema/index.ts';
import { RadioGroup, TextArea } from '../ui/index.ts';
import { FileAnswer, type SheetFiles } from './file-answer.tsx';
import { GuidanceText } from './guidance-text.tsx';
import { MatrixField } from './matrix-field.tsx';
import { messages as text } from './messages.ja.ts';
import { TableField } from './table-field.tsx';
import { type FieldValue, ValueField } from './value-field.tsx';

export interface ItemFieldProps {
  readonly item: FormItem;
  readonly answer: ItemAnswer | undefined;
  /** Whether it must be answered as the other answers stand. */
  readonly required: boolean;
  /** Last year's answer in words. */
  readonly before?: string | null;
  /** Null where the form is only looked at. */
  readonly files: SheetFiles | null;
  readonly onChange: (answer: ItemAnswer) => void;
}

/** One question with its answer, the words that belong to it, and the guidance that teaches. */
export function ItemField({ before = null, ...props }: ItemFieldProps) {
  const { item } = props;
  return (
    <div
      id={`item-${item.id}`}
      className="grid scroll-mt-24 grid-cols-[minmax(0,1fr)] gap-3 border-t border-solid-gray-420 pt-5"
    >
      <Control {...props} />
      {before !== null && <p className="text-solid-gray-700">{before}</p>}
      {(item.guidance !== undefined || item.references.length > 0) && (
        <GuidanceText guidance={item.guidance ?? {}} references={item.references} />
      )}
    </div>
  );
}

type SetAnswer = (change: Partial<ItemAnswer>) => void;

function Control({ item, answer, required, files, onChange }: Omit<ItemFieldProps, 'before'>) {
  const set: SetAnswer = (change) => onChange({ ...answer, ...change });
  const question = `${text.question(item.number)}　${item.question}`;
  const label = required ? question : text.optional(question);
  const name = `answers.${item.id}.value`;
  switch (item.type) {
    case 'table':
      return (
        <fieldset className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3">
          <legend className="mb-2 text-std-16B-170">{label}</legend>
          <TableField item={item} rows={rowsOf(answer)} onChange={(value) => set({ value })} />
        </fieldset>
      );
    case 'matrix':
      return (
        <MatrixField
          item={item}
          name={name}
          label={label}
          rows={matrixOf(answer)}
          onChange={(value) => set({ value })}
        />
      );
    case 'file':
      return (
        <FileAnswer
          item={item}
          name={name}
          label={label}
          fileIds={textsOf(answer)}
          files={files}
          onChange={(value) => set({ value })}
        />
      );
    case 'yes-no-na':
      return <YesNoNaField item={item} name={name} label={label} answer={answer} set={set} />;
    case 'single':
    case 'multiple':
    case 'scale':
    case 'number':
    case 'text':
    case 'date':
      return (
        <ValueField
          holder={item}
          name={name}
          label={label}
          value={answer?.value as FieldValue | undefined}
          onChange={(value) => set({ value: typeof value === 'boolean' ? null : value })}
        />
      );
  }
}

function YesNoNaField({
  item,
  name,
  label,
  answer,
  set,
}: {
  item: YesNoNaItem;
  name: string;
  label: string;
  answer: ItemAnswer | undefined;
  set: SetAnswer;
}) {
  const path = `answers.${item.id}`;
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
          <Words name={`${path}.reason`} label={text.reasonNo} answer={answer} part="reason" set={set} />
          {item.explanation.no === 'reason-or-alternative' && (
            <Words
              name={`${path}.alternative`}
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
        <Words name={`${path}.reason`} label={text.reasonNa} answer={answer} part="reason" set={set} />
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
  set: SetAnswer;
}) {
  return (
    <TextArea
      name={name}
      label={label}
      {...(hint === undefined ? {} : { hint })}
      rows={2}
      maxLength={EXPLANATION_LIMIT}
      value={answer[part] ?? ''}
      onChange={(event) => set({ [part]: event.target.value })}
    />
  );
}
