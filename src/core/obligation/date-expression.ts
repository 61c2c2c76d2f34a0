import { z } from 'zod';
import { CalendarError, formatEra, isDay, type Calendar, type Day, type Span } from '../calendar/index.ts';
import type { Fact } from './fact.ts';
import { factDay } from './fact.ts';
import { DaySchema, PatternSchema, type Pattern } from './pattern.ts';

/** A length of time; see the calendar's `Span` for what each field does. */
export const SpanSchema = z.strictObject({
  n: z.int(),
  unit: z.enum(['days', 'business-days', 'opening-days', 'months']),
  first: z.enum(['inclusive', 'exclusive']).default('exclusive'),
  roll: z.enum(['none', 'next', 'previous']).default('none'),
});

export const ANCHOR_NAMES = ['contractDate', 'periodFrom', 'periodTo'] as const;
export type AnchorName = (typeof ANCHOR_NAMES)[number];
/** The dates that an engagement gives to its duties. */
export type Anchors = Partial<Record<AnchorName, Day>>;

/**
 * A date in a rule: a literal day, a date of the engagement (`from`) or the day of the first or last fact of a kind
 * (`fact`), each optionally plus a span.
 */
export const DateExpressionSchema = z.union([
  DaySchema,
  z.strictObject({ from: z.union([z.enum(ANCHOR_NAMES), DaySchema]), span: SpanSchema.optional() }),
  z.strictObject({
    after: PatternSchema,
    which: z.enum(['first', 'last']).default('first'),
    span: SpanSchema.optional(),
  }),
]);
export type DateExpression = z.output<typeof DateExpressionSchema>;

/** A computed date: `day` null while the fact or the date of the engagement it depends on is missing. */
export type ResolvedDate = { day: Day | null; derivation: string };

export type DateSources = { calendar: Calendar; anchors: Anchors; find(pattern: Pattern): readonly Fact[] };

const ANCHOR_TEXT: Record<AnchorName, string> = {
  contractDate: '契約締結日',
  periodFrom: '委託期間の初日',
  periodTo: '委託期間の末日',
};

/** @throws CalendarError when the calendar cannot count that far. */
export function resolveDate(expression: DateExpression, sources: DateSources): ResolvedDate {
  if (typeof expression === 'string') return { day: expression, derivation: `仕様書の期日：${formatEra(expression)}` };
  if ('from' in expression) {
    const isAnchor = !isDay(expression.from);
    const name = isAnchor ? ANCHOR_TEXT[expression.from as AnchorName] : '基準日';
    const day = isAnchor ? sources.anchors[expression.from as AnchorName] : expression.from;
    if (day === undefined) return { day: null, derivation: `${name}がまだ登録されていません。` };
    return plusSpan(name, day, expression.span, sources.calendar);
  }
  const facts = sources.find(expression.after);
  const fact = expression.which === 'first' ? facts[0] : facts.at(-1);
  if (!fact) return { day: null, derivation: '起算の基になる記録がまだありません。' };
  return plusSpan('起算の基になる記録の日', factDay(fact), expression.span, sources.calendar);
}

/** The end of a span with the sentence that explains it. */
export function plusSpan(
  name: string,
  day: Day,
  span: Span | undefined,
  calendar: Calendar,
): { day: Day; derivation: string } {
  if (!span) return { day, derivation: `${name}：${formatEra(day)}` };
  const end = calendar.addSpan(day, span);
  const unrolled = span.roll === 'none' ? end : calendar.addSpan(day, { ...span, roll: 'none' });
  const rolled =
    end === unrolled ? '' : `（${formatEra(unrolled)}は閉庁日のため${end > unrolled ? '翌' : '前'}開庁日とします）`;
  return { day: end, derivation: `${name}（${formatEra(day)}）${spanText(span)}：${formatEra(end)}${rolled}` };
}

/** 「の翌日から起算して5営業日目」 and the like. */
export function spanText(span: Span): string {
  const unit = { days: '日', 'business-days': '営業日', 'opening-days': '開庁日', months: 'か月' }[span.unit];
  const start = span.first === 'inclusive' ? 'を初日に算入して' : 'の翌日から起算して';
  return span.unit === 'months' ? `${start}${span.n}か月の期間の末日` : `${start}${span.n}${unit}目`;
}

/** Runs a date computation; the calendar's complaint becomes the text of an `unknown` obligation. */
export function orReason<T>(run: () => T): { value: T } | { reason: string } {
  try {
    return { value: run() };
  } catch (error) {
    if (error instanceof CalendarError) return { reason: error.message };
    throw error;
  }
}
