/** The kinds of item a form may hold. */
import * as z from 'zod';
import { contentId, question, readableText, reference, sentence, severity, suitability } from './common.ts';
import { condition } from './condition.ts';

/** One choice. `score` feeds the risk value: the higher, the greater the exposure. */
export const option = z.strictObject({
  value: contentId,
  label: readableText.max(60),
  help: sentence.optional(),
  score: z.number().min(0).optional(),
});
export type Option = z.infer<typeof option>;

/** Texts that teach while one answers. Items of a self-check carry all six, other items what is useful. */
const guidance = z
  .strictObject({
    good: sentence.max(200).optional(),
    why: sentence.max(200).optional(),
    howToCheck: sentence.max(200).optional(),
    askWhom: sentence.max(120).optional(),
    evidence: z.array(readableText.max(60)).min(1).optional(),
    misunderstanding: sentence.max(200).optional(),
  })
  .refine((texts) => Object.keys(texts).length > 0, '解説を一つ以上書いてください');
export type Guidance = z.infer<typeof guidance>;

const completeGuidance = z.strictObject({
  good: sentence.max(200),
  why: sentence.max(200),
  howToCheck: sentence.max(200),
  askWhom: sentence.max(120),
  evidence: z.array(readableText.max(60)).min(1),
  misunderstanding: sentence.max(200),
});
/** Guidance of a はい/いいえ/対象外 item: nothing may be missing. */
export type CompleteGuidance = z.infer<typeof completeGuidance>;

const base = {
  id: contentId,
  number: z.number().int().positive(),
  /** Raised when the meaning changes; answers of two years compare only where id and revision agree. */
  revision: z.number().int().positive().default(1),
  question: question.max(120),
  required: z.boolean().default(true),
  requiredIf: condition.optional(),
  visibleIf: condition.optional(),
  references: z.array(reference).default([]),
  /** Share of the item in the risk value, relative to 1. */
  weight: z.number().positive().max(5).default(1),
  segments: z.array(suitability).min(1).default(['all']),
};
const explained = { guidance: guidance.optional(), severity: severity.default(1) };

/**
 * Achievement per answer between 0 and 1; null takes the item out of the calculation.
 * `noWithAlternative` applies to いいえ with an alternative measure that has been written down.
 */
const scores = z
  .strictObject({
    yes: z.number().min(0).max(1).nullable(),
    no: z.number().min(0).max(1).nullable(),
    noWithAlternative: z.number().min(0).max(1).nullable(),
    notApplicable: z.number().min(0).max(1).nullable(),
  })
  .default({ yes: 1, no: 0, noWithAlternative: 0.5, notApplicable: null });

const yesNoNa = z.strictObject({
  ...base,
  type: z.literal('yes-no-na'),
  guidance: completeGuidance,
  severity,
  scores,
  allowNotApplicable: z.boolean().default(true),
  /** What must be written beside the answer: いいえ a reason or an alternative measure, 対象外 a reason. */
  explanation: z
    .strictObject({
      no: z.enum(['reason-or-alternative', 'reason', 'none']),
      notApplicable: z.enum(['reason', 'none']),
    })
    .default({ no: 'reason-or-alternative', notApplicable: 'reason' }),
});

const choice = { options: z.array(option).min(2).optional(), optionSet: contentId.optional() };
const numeric = {
  integer: z.boolean().default(true),
  min: z.number().default(0),
  max: z.number().default(10_000_000),
  unit: readableText.max(10),
};
const textual = {
  maxLength: z.number().int().positive().max(4000).default(200),
  multiline: z.boolean().default(false),
};

const column = {
  id: contentId,
  label: readableText.max(30),
  help: sentence.optional(),
  required: z.boolean().default(true),
  requiredIf: condition.optional(),
  visibleIf: condition.optional(),
};
const tableColumn = z.discriminatedUnion('type', [
  z.strictObject({ ...column, type: z.literal('text'), ...textual }),
  z.strictObject({ ...column, type: z.literal('number'), ...numeric }),
  z.strictObject({ ...column, type: z.literal('date') }),
  z.strictObject({
    ...column,
    type: z.literal('yes-no'),
    scores: z.strictObject({ yes: z.number().min(0), no: z.number().min(0) }).optional(),
  }),
  z.strictObject({ ...column, type: z.literal('single'), ...choice }),
  z.strictObject({ ...column, type: z.literal('multiple'), ...choice }),
]);

export const formItem = z.discriminatedUnion('type', [
  yesNoNa,
  z.strictObject({ ...base, ...explained, type: z.literal('single'), ...choice }),
  z.strictObject({ ...base, ...explained, type: z.literal('multiple'), ...choice }),
  z.strictObject({ ...base, ...explained, type: z.literal('number'), ...numeric }),
  z.strictObject({ ...base, ...explained, type: z.literal('text'), ...textual }),
  z.strictObject({ ...base, ...explained, type: z.literal('date') }),
  z.strictObject({
    ...base,
    ...explained,
    type: z.literal('table'),
    rowLabel: readableText.max(20),
    minRows: z.number().int().min(0).default(0),
    maxRows: z.number().int().positive().max(500).default(100),
    columns: z.array(tableColumn).min(1),
    /** Rows shown as help on how to fill the table in; never part of an answer. */
    examples: z.array(z.record(contentId, z.union([z.string(), z.number(), z.boolean()]))).default([]),
  }),
]);

/** An item as written in the file, before shared lists of choices are resolved. */
export type RawFormItem = z.output<typeof formItem>;
export type RawTableColumn = z.output<typeof tableColumn>;

type Resolved<Raw> = Raw extends { type: 'single' | 'multiple' } ? Omit<Raw, 'options'> & { options: Option[] } : Raw;
/** A typed column of a table item; choices are resolved. */
export type TableColumn = Resolved<RawTableColumn>;
/** Any item of a form, told apart by `type`; choices are resolved. */
export type FormItem =
  | Exclude<Resolved<RawFormItem>, { type: 'table' }>
  | (Omit<Extract<RawFormItem, { type: 'table' }>, 'columns'> & { columns: TableColumn[] });
/** A はい/いいえ/対象外 item. */
export type YesNoNaItem = Extract<FormItem, { type: 'yes-no-na' }>;
/** An item answered in repeated rows. */
export type TableItem = Extract<FormItem, { type: 'table' }>;
