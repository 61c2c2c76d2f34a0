/** Sheets that the departments of a country might hand in: a stock of different ones, from which every sheet is taken. */
import { type AnswerSheet, scoreSelfCheck } from '../../src/core/assessment/index.ts';
import { type Questionnaire, questionnaireItems } from '../../src/core/content-schema/index.ts';
import { canonical, sha256Of } from '../../src/kernel/canonical.ts';
import { countedIn } from '../../src/modules/self-check/rules/tally.ts';
import { written } from '../../src/modules/self-check/store/tally-store.ts';

export interface StockedSheet {
  readonly answers: string;
  readonly hash: string;
  readonly points: number;
  readonly places: readonly number[];
  readonly counted: string;
}

/** The same numbers for the same seed, between 0 and 1. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const REASONS = [
  '担当者の異動に伴い、手順書を見直しているため',
  '対象となる情報システムの更新を今年度中に予定しているため',
  '施錠できる書庫が足りず、管財担当課と調整しているため',
  '委託先からの報告書の様式を改めているため',
];

export function stockSheets(form: Questionnaire, size: number): StockedSheet[] {
  const random = randomFrom(20_260_401);
  return Array.from({ length: size }, () => {
    const answers: AnswerSheet = Object.fromEntries(
      questionnaireItems(form).map(({ id }) => {
        const luck = random();
        if (luck < 0.82) return [id, { value: 'yes' }];
        const reason = REASONS[Math.floor(random() * REASONS.length)] ?? '';
        if (luck < 0.92) return [id, { value: 'no', reason }];
        return [
          id,
          luck < 0.96
            ? { value: 'no', reason, alternative: '鍵のかかる棚に保管する' }
            : { value: 'not-applicable', reason },
        ];
      }),
    );
    const text = canonical(answers);
    const places = countedIn(form, answers);
    return {
      answers: text,
      hash: sha256Of(text),
      points: scoreSelfCheck(form, answers).points,
      places,
      counted: written(places),
    };
  });
}
