/** Sheets whose answers are all alike: not wrong, but worth a look. The criteria stand in the report. Pure. */
import { type AnswerSheet, answerTo, matrixOf, saysSomething, visibleItems } from '../../../core/assessment/index.ts';
import type { Questionnaire } from '../../../core/content-schema/index.ts';
import { normalise } from '../../../core/text/index.ts';

export interface Sheet {
  readonly id: string;
  readonly answers: AnswerSheet;
}

export type UniformKind = 'all-yes' | 'same-step' | 'same-text';

export interface Uniform {
  readonly id: string;
  readonly kind: UniformKind;
  /** How many answers are alike. */
  readonly count: number;
  /** Of `all-yes`: how probable it is when every item is answered as the others did, 0 to 1; null otherwise. */
  readonly chance: number | null;
  readonly message: string;
}

/** The same explanation so many times is no explanation of each. */
export const SAME_TEXTS = 5;
/** Below this the pattern is called unusual. */
export const UNUSUAL = 0.05;
/** Shorter texts (該当なし) are alike by nature. */
const SHORTEST_TEXT = 8;

/** How the criteria are told in reports. */
export const criteria = (leastItems: number): string[] => [
  `全て「はい」：尋ねた「はい・いいえ・対象外」の設問が${leastItems}問以上あり、その全てに「はい」と答えたもの。`,
  `同じ段階：段階で答える設問（表の行を含む。）が${leastItems}問以上あり、その全てに同じ段階又は選択肢を選んだもの。`,
  `同じ文章：理由又は代わりの対策に、${SHORTEST_TEXT}字以上の同じ文章を${SAME_TEXTS}問以上で書いたもの。`,
];

/** @param leastItems fewer answers than this say nothing about a pattern */
export function uniformSheets(form: Questionnaire, sheets: readonly Sheet[], leastItems: number): Uniform[] {
  const rates = yesRates(form, sheets);
  return sheets.flatMap((sheet) => [
    ...allYes(form, sheet, leastItems, rates),
    ...sameStep(form, sheet, leastItems),
    ...sameText(form, sheet),
  ]);
}

interface Rate {
  readonly yes: number;
  readonly all: number;
}

const yesNoItems = (form: Questionnaire, answers: AnswerSheet) =>
  visibleItems(form, answers).filter(({ type }) => type === 'yes-no-na');

function yesRates(form: Questionnaire, sheets: readonly Sheet[]): ReadonlyMap<string, Rate> {
  const rates = new Map<string, Rate>();
  for (const { answers } of sheets) {
    for (const { id } of yesNoItems(form, answers)) {
      const value = answerTo(answers, id)?.value;
      if (value === undefined || value === null) continue;
      const before = rates.get(id) ?? { yes: 0, all: 0 };
      rates.set(id, { yes: before.yes + (value === 'yes' ? 1 : 0), all: before.all + 1 });
    }
  }
  return rates;
}

function allYes(
  form: Questionnaire,
  { id, answers }: Sheet,
  leastItems: number,
  rates: ReadonlyMap<string, Rate>,
): Uniform[] {
  const items = yesNoItems(form, answers);
  if (items.length < leastItems || items.some((item) => answerTo(answers, item.id)?.value !== 'yes')) return [];
  // The others' rates with one はい and one other answer added, so that a few sheets do not make anything certain.
  const chance = items.reduce((product, item) => {
    const { yes, all } = rates.get(item.id) ?? { yes: 1, all: 1 };
    return product * (yes / (all + 1));
  }, 1);
  const share = chance < 0.001 ? '0.1%未満' : `約${Math.round(chance * 1000) / 10}%`;
  return [
    {
      id,
      kind: 'all-yes',
      count: items.length,
      chance,
      message: `${items.length}問の全てに「はい」と答えています。ほかの所属が設問ごとに「はい」と答えた割合から見積もると、全てが「はい」になる見込みは${share}です。${chance < UNUSUAL ? '幾つかの設問について、証拠となる資料を確かめてください。' : '珍しい回答とはいえません。'}`,
    },
  ];
}

function sameStep(form: Questionnaire, { id, answers }: Sheet, leastItems: number): Uniform[] {
  const values = visibleItems(form, answers).flatMap((item): (string | number)[] => {
    const answer = answerTo(answers, item.id);
    if (item.type === 'scale') return typeof answer?.value === 'number' ? [answer.value] : [];
    return item.type === 'matrix' ? Object.values(matrixOf(answer)) : [];
  });
  if (values.length < leastItems || new Set(values).size > 1) return [];
  const message = `段階で答える${values.length}問の全てに、同じ答えを選んでいます。設問ごとに考えて答えたかを確かめてください。`;
  return [{ id, kind: 'same-step', count: values.length, chance: null, message }];
}

function sameText(form: Questionnaire, { id, answers }: Sheet): Uniform[] {
  const texts = visibleItems(form, answers).flatMap((item) => {
    const { reason, alternative } = answerTo(answers, item.id) ?? {};
    return [...new Set([reason, alternative].filter(saysSomething).map((text) => normalise(text ?? '')))];
  });
  const most = Math.max(
    0,
    ...[...Map.groupBy(texts, (text) => text)]
      .filter(([text]) => text.length >= SHORTEST_TEXT)
      .map(([, same]) => same.length),
  );
  if (most < SAME_TEXTS) return [];
  const message = `${most}問の理由又は代わりの対策に、同じ文章を書いています。設問ごとの事情を確かめてください。`;
  return [{ id, kind: 'same-text', count: most, chance: null, message }];
}
