/** The kinds of item a form may hold. */
import * as z from 'zod';
import { contentId, question, readableText, reference, refuseDuplicates, sentence, severity } from './common.ts';
import { condition } from './condition.ts';

/**
 * One choice. `score` feeds the exposure of the risk value: the higher, the greater. `achievement` and `severity` make the
 * choice count in the points of a self-check: how far the point is met (null: the item is not counted), and how grave this
 * very answer is where that differs from the item.
 */
export const option = z.strictObject({
  value: contentId,
  label: readableText.max(60),
  help: sentence.optional(),
  score: z.number().min(0).optional(),
  achievement: z.number().min(0).max(1).nullable().optional(),
  severity: severity.optional(),
});
export type Option = z.infer<typeof option>;

/** Texts that teach while one answers. Items of a self-check should carry all six (`checkForm` says where not). */
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
  /**
   * Whom the item suits: `all`, or ids of segments of the form. In a form that asks for the segment (`segmentItem`) the item
   * is shown to these segments only; in other forms it is a remark.
   */
  segments: z.array(contentId).min(1).max(30).default(['all']),
  /** What the answer measures: a subject of the form. Clause 1(2)ア (tokubetsuku). */
  subject: contentId.optional(),
  /**
   * The answer measures how well a risk is understood: some choices are right, others wrong. The lesson is shown to those
   * who have answered. Clause 1(2)ア-p1 (tokubetsuku).
   */
  risk: z.strictObject({ lesson: sentence.max(300).optional() }).optional(),
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
  guidance: guidance.optional(),
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

const choice = { options: z.array(option).min(2).max(60).optional(), optionSet: contentId.optional() };
/** Most steps of a scale. */
const STEPS = 10;
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

const anyItem = z.discriminatedUnion('type', [
  yesNoNa,
  z.strictObject({ ...base, ...explained, type: z.literal('single'), ...choice }),
  z.strictObject({ ...base, ...explained, type: z.literal('multiple'), ...choice }),
  z.strictObject({ ...base, ...explained, type: z.literal('number'), ...numeric }),
  z.strictObject({ ...base, ...explained, type: z.literal('text'), ...textual }),
  z.strictObject({ ...base, ...explained, type: z.literal('date') }),
  z.strictObject({
    ...base,
    ...explained,
    type: z.literal('scale'),
    /** The first and the last step; all whole numbers between them can be chosen. */
    from: z.number().int().min(0).max(1).default(1),
    to: z.number().int().min(2).max(STEPS).default(5),
    fromLabel: readableText.max(30),
    toLabel: readableText.max(30),
    /** Whether a higher step means more or less achieved; absent: the item is not counted in points. */
    achievement: z.enum(['rising', 'falling']).optional(),
  }),
  z.strictObject({
    ...base,
    ...explained,
    type: z.literal('matrix'),
    /** Questions answered from one list of choices each. */
    rows: z
      .array(z.strictObject({ id: contentId, label: readableText.max(60) }))
      .min(1)
      .max(30),
    ...choice,
  }),
  z.strictObject({
    ...base,
    ...explained,
    type: z.literal('file'),
    maxFiles: z.number().int().min(1).max(10).default(5),
  }),
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

/** What an item must hold within itself. */
export const formItem = anyItem.superRefine((item, context) => {
  const unique = (values: readonly string[], path: string, what: string): void =>
    refuseDuplicates(
      values.map((value, index) => ({ value, path: [path, index] })),
      what,
      context,
    );
  if ('options' in item)
    unique(
      (item.options ?? []).map(({ value }) => value),
      'options',
      '選択肢の識別子',
    );
  if (item.type === 'matrix')
    unique(
      item.rows.map(({ id }) => id),
      'rows',
      '行の識別子',
    );
  if (item.type === 'table')
    unique(
      item.columns.map(({ id }) => id),
      'columns',
      '列の識別子',
    );
  if (item.type === 'number' && item.min > item.max)
    context.addIssue({ code: 'custom', path: ['max'], message: '最大は最小以上にしてください' });
  if (item.type === 'table' && item.minRows > item.maxRows)
    context.addIssue({ code: 'custom', path: ['maxRows'], message: '行の上限は下限以上にしてください' });
});

/** An item as written in the file, before shared lists of choices are resolved. */
export type RawFormItem = z.output<typeof anyItem>;
export type RawTableColumn = z.output<typeof tableColumn>;

type Resolved<Raw> = Raw extends { type: 'single' | 'multiple' | 'matrix' }
  ? Omit<Raw, 'options'> & { options: Option[] }
  : Raw;
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
/** Several questions with the same choices. */
export type MatrixItem = Extract<FormItem, { type: 'matrix' }>;
