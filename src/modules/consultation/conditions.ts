/** What a specification says about consultations, as data. Browser-safe. */
import type { SpecificationView } from '../engagement/contract.ts';

/** Ways in which a question comes and an answer goes. 画面 is the product itself. */
export const CHANNELS = ['画面', '電子メール', '電話', '訪問', 'Web会議', '書面'] as const;
export type Channel = (typeof CHANNELS)[number];

type Given = NonNullable<SpecificationView['conditions']['consultation']>;

/** The conditions of the specification; what it is silent about is null. */
export type ConsultationConditions = Omit<Given, 'cap' | 'answerWithin'> & {
  readonly cap: NonNullable<Given['cap']> | null;
  readonly answerWithin: NonNullable<Given['answerWithin']> | null;
};

/**
 * `carryOver` says what becomes of the part of the cap that a period leaves unused; `unit` what counts as one: a
 * consultation with all its further questions, or each question.
 */
export type Cap = NonNullable<Given['cap']>;

/** The conditions of a specification; null where it says nothing about consultations. */
export function consultationConditions(
  specification: Pick<SpecificationView, 'conditions'>,
): ConsultationConditions | null {
  const given = specification.conditions.consultation;
  return given === undefined ? null : { ...given, cap: given.cap ?? null, answerWithin: given.answerWithin ?? null };
}

const isCode = (name: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name);

/** Codes of standards of which an answer cites one; other grounds are named in words. */
export const basisCodes = (conditions: ConsultationConditions | null): readonly string[] =>
  (conditions?.basis ?? []).filter(isCode);

/** Grounds in words (experience with other bodies, rules without a code), of which an answer speaks of one. */
export const basisNames = (conditions: ConsultationConditions | null): readonly string[] =>
  (conditions?.basis ?? []).filter((name) => !isCode(name));

/** Offered where the clause names no kinds of its own. */
const GENERAL_CATEGORIES = [
  'インシデント',
  '規程・基準の解釈',
  '機器・媒体・端末',
  '外部サービス・クラウド',
  '委託・調達',
  'ネットワーク・システム',
  '個人情報・マイナンバー',
] as const;

export const OTHER_CATEGORY = 'その他';

/** The kinds to choose from, in the order of the clause; the last one takes what fits nowhere. */
export function categoriesOf(conditions: ConsultationConditions | null): readonly string[] {
  const named = conditions?.categories ?? [];
  const kinds: readonly string[] = named.length === 0 ? GENERAL_CATEGORIES : named;
  return kinds.some((kind) => kind.startsWith(OTHER_CATEGORY)) ? kinds : [...kinds, OTHER_CATEGORY];
}

/** How an answer may go: as the clause says, always by the product itself; what is urgent by any way that is quick. */
export function answerChannels(conditions: ConsultationConditions | null, urgent: boolean): readonly Channel[] {
  const named = conditions?.channels ?? [];
  if (urgent || named.length === 0) return CHANNELS;
  return CHANNELS.filter((channel) => channel === '画面' || named.includes(channel));
}
