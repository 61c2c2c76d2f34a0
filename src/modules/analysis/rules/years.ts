/** Comparison over the years by the identity of items: same id, same revision, same kind. Pure. */
import { achievementOf, answerTo } from '../../../core/assessment/index.ts';
import { type Questionnaire, questionnaireItems } from '../../../core/content-schema/index.ts';
import { type Answered, itemRows, meanOf, tenth } from './distribution.ts';

export interface Year {
  readonly fiscalYear: number;
  readonly title: string;
  readonly form: Questionnaire;
  readonly sheets: readonly Answered[];
  readonly points: readonly number[];
}

export interface YearItem {
  readonly id: string;
  readonly number: number;
  readonly question: string;
  /** Rate in each year, in their order; null where it was not asked with this meaning. */
  readonly rates: readonly (number | null)[];
  /** Rate now less rate in the year before; null where one is missing. */
  readonly change: number | null;
  /** Of the respondents who answered in both of the last two years: how many got better, how many worse. */
  readonly better: number;
  readonly worse: number;
}

export interface YearComparison {
  readonly years: readonly {
    readonly fiscalYear: number;
    readonly title: string;
    readonly answered: number;
    readonly points: number | null;
  }[];
  readonly items: readonly YearItem[];
  /** Items that cannot be compared with the year before, and why. */
  readonly incomparable: readonly { readonly id: string; readonly question: string; readonly why: string }[];
  /** Items of the year before that are asked no more. */
  readonly dropped: readonly string[];
}

/** @param years the oldest first, the present one last */
export function compareYears(years: readonly Year[], smallest: number): YearComparison {
  const present = years.at(-1);
  const before = years.at(-2);
  if (present === undefined) return { years: [], items: [], incomparable: [], dropped: [] };
  const rows = years.map(({ form, sheets }) => new Map(itemRows(form, sheets, smallest).map((row) => [row.id, row])));
  const items = [...(rows.at(-1)?.values() ?? [])];
  const earlier = rows.at(-2);
  return {
    years: years.map(({ fiscalYear, title, sheets, points }) => ({
      fiscalYear,
      title,
      answered: sheets.length,
      points: sheets.length < smallest ? null : meanOf(points),
    })),
    items: items
      .filter(({ rate }) => rate !== null)
      .map((row) => {
        const rates = rows.map((year) => {
          const own = year.get(row.id);
          return own?.revision === row.revision && own.type === row.type ? own.rate : null;
        });
        const [last, now] = [rates.at(-2) ?? null, rates.at(-1) ?? null];
        const moved =
          before === undefined || last === null ? { better: 0, worse: 0 } : movedOf(row.id, before, present);
        return {
          id: row.id,
          number: row.number,
          question: row.question,
          rates,
          change: last === null || now === null ? null : tenth(now - last),
          ...moved,
        };
      }),
    incomparable:
      earlier === undefined
        ? []
        : items.flatMap((row) => {
            const own = earlier.get(row.id);
            if (own === undefined) return [{ id: row.id, question: row.question, why: '今回から尋ねた設問です。' }];
            if (own.revision === row.revision && own.type === row.type) return [];
            return [{ id: row.id, question: row.question, why: '設問の意味又は答え方を変えたため、比べられません。' }];
          }),
    dropped:
      earlier === undefined
        ? []
        : [...earlier.values()].filter(({ id }) => !items.some((row) => row.id === id)).map(({ question }) => question),
  };
}

function movedOf(itemId: string, before: Year, present: Year): { readonly better: number; readonly worse: number } {
  const [old, current] = [before, present].map((year) => {
    const item = questionnaireItems(year.form).find(({ id }) => id === itemId);
    return new Map(
      year.sheets.map((sheet) => [
        sheet.id,
        item === undefined ? null : achievementOf(item, answerTo(sheet.answers, itemId)),
      ]),
    );
  });
  let [better, worse] = [0, 0];
  for (const [id, now] of current ?? []) {
    const last = old?.get(id) ?? null;
    if (now === null || last === null) continue;
    if (now > last) better += 1;
    if (now < last) worse += 1;
  }
  return { better, worse };
}
