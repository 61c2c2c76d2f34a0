const DIGITS = '〇一二三四五六七八九';
const POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** A number written in kanji (二十五, 三百, 一〇); NaN for anything else. */
export function readKanji(text: string): number {
  if (text === '' || /[^〇一二三四五六七八九十百千]/.test(text)) return Number.NaN;
  if (!/[十百千]/.test(text)) return Number([...text].map((one) => DIGITS.indexOf(one)).join(''));
  let sum = 0;
  let digit = 0;
  for (const character of text) {
    const power = POWERS[character];
    if (power === undefined) digit = DIGITS.indexOf(character);
    else {
      sum += (digit === 0 ? 1 : digit) * power;
      digit = 0;
    }
  }
  return sum + digit;
}

/** A number as written after folding: 30,000 · 10 · 二十五 · 元. */
export function readNumber(text: string): number {
  const plain = text.replaceAll(',', '').replace(/\s/g, '');
  if (plain === '元') return 1;
  return /^\d/.test(plain) ? Number(plain) : readKanji(plain);
}

const FIRST_YEAR: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925, R: 2018, H: 1988 };

/** The Western year of 令和8年; a year without an era is Western. */
export function westernYear(era: string | undefined, year: string): number {
  return (era === undefined ? 0 : (FIRST_YEAR[era] ?? 0)) + readNumber(year);
}

/** The last day of a month as `YYYY-MM-DD`. */
export function monthEnd(year: number, month: number): string {
  return day(year, month, new Date(Date.UTC(year, month, 0)).getUTCDate());
}

/** A day, or null where the calendar has none such. */
export function existingDay(year: number, month: number, date: number): string | null {
  const written = day(year, month, date);
  const read = new Date(`${written}T00:00:00Z`);
  return Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== written ? null : written;
}

function day(year: number, month: number, date: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
