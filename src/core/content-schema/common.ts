/** Building blocks that questionnaires, standards and checklists share. */
import * as z from 'zod';

/** Stable identifier of a piece of content: lower-case words joined by hyphens, digits and dots allowed. */
export const contentId = z
  .string()
  .regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, '識別子は小文字の英数字とハイフンで書いてください');

/** Text a person reads: trimmed, not empty, free of half-width katakana, at most 400 characters. */
export const readableText = z
  .string()
  .min(1, '文章が空です')
  .max(400, '文章は400字以内にしてください')
  .refine((text) => text === text.trim(), '前後の空白を取り除いてください')
  .refine((text) => !/[\uFF61-\uFF9F]/u.test(text), '半角カタカナは使えません');

/** A sentence or several, closed by 「。」. */
export const sentence = readableText.refine((text) => text.endsWith('。'), '文末を「。」にしてください');

/** A question in the form of a municipal check sheet, closed by 「か。」. */
export const question = readableText.refine((text) => text.endsWith('か。'), '設問の文末を「か。」にしてください');

/** Pointer to a provision of a catalogue: the catalogue's code and the id of its group or control. */
export const reference = z.strictObject({ standard: contentId, provision: contentId });
export type Reference = z.infer<typeof reference>;

/** How grave it is when the point is not met: 1 slight, 2 considerable, 3 grave. */
export const severity = z.union([z.literal(1), z.literal(2), z.literal(3)]);
export type Severity = z.infer<typeof severity>;

/** Kinds of department an item suits. `all` means every department. */
export const suitability = z.enum(['all', 'visitor-counter', 'server-room', 'external-service']);
export type Suitability = z.infer<typeof suitability>;

/** Japanese names of {@link Suitability}. */
export const SUITABILITY_LABELS: Readonly<Record<Suitability, string>> = {
  all: '全ての課',
  'visitor-counter': '来客の多い窓口のある課',
  'server-room': 'サーバ室を管理する課',
  'external-service': '外部サービスを利用する課',
};

/** Replaceable words of a file and their default values; see `parseContent`. */
export const terms = z.record(z.string(), readableText).default({});

/** Adds a fault for each value that occurs more than once. */
export function refuseDuplicates(
  entries: ReadonlyArray<{ value: string; path: PropertyKey[] }>,
  what: string,
  context: z.RefinementCtx,
): void {
  const seen = new Set<string>();
  for (const { value, path } of entries) {
    if (seen.has(value)) context.addIssue({ code: 'custom', path, message: `${what}「${value}」が重複しています` });
    seen.add(value);
  }
}
