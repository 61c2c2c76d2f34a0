/** The meaning of what was typed into a cell, a box of the page or from paper: words, numbers of choices, 和暦, full-width digits. */
import { CalendarError } from '../../../core/calendar/day.ts';
import { readCell, readDay } from '../../../core/exchange/read-cell.ts';
import type { CellContent } from '../../../core/exchange/sheet.ts';
import { cellText, plain } from '../../../core/exchange/text.ts';
import { choicesOf, type HeldValue, type Holder, type HolderChoice } from './holder.ts';

export type Typed = { readonly value: HeldValue } | { readonly refused: string };

/**
 * @param name how the place is called in a refusal
 * Whether a number or a text is too large is left to the check of the sheet, which every way of answering passes.
 */
export function readTyped(holder: Holder, cell: CellContent | null, name: string): Typed {
  const text = cellText(cell);
  if (plain(text) === '') return { value: null };
  switch (holder.type) {
    case 'text':
      return { value: text };
    case 'number': {
      const typed = plain(text).endsWith(plain(holder.unit)) ? plain(text).slice(0, -plain(holder.unit).length) : text;
      return readCell({ key: 'value', title: name, kind: 'number', width: 0, decimals: holder.integer ? 0 : 6 }, typed);
    }
    case 'date': {
      const day = typeof cell === 'object' && cell !== null ? cell.day : dayOf(text);
      return day === null
        ? {
            refused: `「${shortened(text)}」を日付として読み取れません。「令和8年10月1日」「R8.10.1」「2026/10/1」のように入れてください。`,
          }
        : { value: day };
    }
    case 'yes-no-na':
    case 'yes-no':
    case 'single':
    case 'scale':
      return readOne(choicesOf(holder), text);
    case 'multiple':
      return readSeveral(choicesOf(holder), text);
  }
}

function dayOf(text: string): string | null {
  try {
    return readDay(text);
  } catch (error) {
    if (error instanceof CalendarError) return null;
    throw error;
  }
}

/** Width and case do not count, nor blanks; several things are set off by commas of any kind or by lines. */
const folded = (text: string): string =>
  text
    .trim()
    .replaceAll(/\s*\n\s*/gu, '、')
    .normalize('NFKC')
    .replaceAll(/[,;､]/gu, '、')
    .replaceAll(/\s/gu, '')
    .toLowerCase();

const TICKS: Readonly<Record<string, boolean>> = {
  ...Object.fromEntries(['○', '〇', '◯', '有', 'あり', 'yes', 'y', 'true', 'レ', '✓', '✔'].map((mark) => [mark, true])),
  ...Object.fromEntries(['×', '✕', '✗', '無', 'なし', 'no', 'n', 'false'].map((mark) => [mark, false])),
};

function find(choices: readonly HolderChoice[], token: string): HolderChoice | undefined {
  const named = choices.find(({ label }) => folded(label) === token);
  if (named !== undefined) return named;
  if (/^\d{1,2}$/u.test(token)) return choices.find(({ code }) => code === String(Number(token)));
  const coded = choices.find(({ value }) => typeof value === 'string' && value === token);
  if (coded !== undefined) return coded;
  const tick = Object.hasOwn(TICKS, token) ? TICKS[token] : undefined;
  const [yes, no] = ['はい', 'いいえ'].map((label) => choices.find((choice) => choice.label === label));
  return tick === undefined ? undefined : tick ? yes : no;
}

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

function unknown(choices: readonly HolderChoice[], text: string): Typed {
  const named =
    choices.length > 6
      ? `${choices[0]?.code}から${choices.at(-1)?.code}までの番号か選択肢の言葉`
      : choices.map(({ label }) => `「${label}」`).join('');
  return { refused: `「${shortened(text)}」は選択肢にありません。${named}から選んでください。` };
}

function readOne(choices: readonly HolderChoice[], text: string): Typed {
  const found = find(choices, folded(text));
  return found === undefined ? unknown(choices, text) : { value: found.value };
}

function readSeveral(choices: readonly HolderChoice[], text: string): Typed {
  const chosen = new Set<HolderChoice>();
  let rest = folded(text);
  while (rest !== '') {
    // A label may itself hold a comma: the longest one that stands here counts.
    const here = choices
      .filter(({ label }) => rest === folded(label) || rest.startsWith(`${folded(label)}、`))
      .toSorted((a, b) => b.label.length - a.label.length)[0];
    const token = here === undefined ? (rest.split('、')[0] ?? '') : folded(here.label);
    rest = rest.slice(token.length + 1);
    if (token === '') continue;
    // Digits in a row are several choices where one digit names each.
    const tokens = choices.length < 10 && /^\d{2,}$/u.test(token) ? [...token] : [token];
    for (const one of tokens) {
      const found = here ?? find(choices, one);
      if (found === undefined) return unknown(choices, one);
      chosen.add(found);
    }
  }
  return {
    value: choices
      .filter((choice) => chosen.has(choice))
      .flatMap(({ value }) => (typeof value === 'string' ? [value] : [])),
  };
}
