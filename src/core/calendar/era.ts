import { CalendarError, dayFromParts, dayParts, type Day } from './day.ts';

/** A Japanese era; `from` is its first day. The day of a change belongs to the new era. */
export type Era = { name: string; kanji: string; letter: string; from: Day };

/**
 * Newest first. Meiji starts at 1868-10-23 (the day of the proclamation), but Japan used the lunar calendar up to the end
 * of Meiji 5, so days before 1873-01-01 are refused instead of being given a number that no document of the time has.
 */
export const ERAS: readonly Era[] = [
  { name: 'Reiwa', kanji: '令和', letter: 'R', from: '2019-05-01' },
  { name: 'Heisei', kanji: '平成', letter: 'H', from: '1989-01-08' },
  { name: 'Showa', kanji: '昭和', letter: 'S', from: '1926-12-25' },
  { name: 'Taisho', kanji: '大正', letter: 'T', from: '1912-07-30' },
  { name: 'Meiji', kanji: '明治', letter: 'M', from: '1868-10-23' },
];

const FIRST_SOLAR_DAY: Day = '1873-01-01';
const ONE_CHARACTER_ERAS: Readonly<Record<string, string>> = {
  '㋿': '令和',
  '㍻': '平成',
  '㍼': '昭和',
  '㍽': '大正',
  '㍾': '明治',
};

export type EraDate = { era: Era; year: number; month: number; date: number };

/** @throws CalendarError `outside-eras` before 1873-01-01. */
export function eraDate(day: Day): EraDate {
  const { year, month, date } = dayParts(day);
  const era = day < FIRST_SOLAR_DAY ? undefined : ERAS.find((candidate) => candidate.from <= day);
  if (!era) {
    throw new CalendarError('outside-eras', `${day} は和暦で表せません。明治6年1月1日以降の日付を指定してください。`);
  }
  return { era, year: year - dayParts(era.from).year + 1, month, date };
}

/** 2026-10-01 → 令和8年10月1日; the first year of an era is 元年. */
export function formatEra(day: Day): string {
  const { era, year, month, date } = eraDate(day);
  return `${era.kanji}${eraYearText(year)}年${month}月${date}日`;
}

/** 2026-10-01 → R8.10.1, the short form of tables. */
export function formatEraShort(day: Day): string {
  const { era, year, month, date } = eraDate(day);
  return `${era.letter}${year}.${month}.${date}`;
}

/** 2026-10-01 → 令和8年10月. */
export function formatEraMonth(day: Day): string {
  const { era, year, month } = eraDate(day);
  return `${era.kanji}${eraYearText(year)}年${month}月`;
}

export function eraYearText(year: number): string {
  return year === 1 ? '元' : String(year);
}

/**
 * Reads the ways in which offices write a day: `令和8年10月1日`, `R8.10.1`, `r8/10/1`, `㋿元年5月1日`, `2026/10/1`,
 * `2026年10月1日`, `2026-10-01`, `20261001`, `令和八年十月一日`, with full-width digits, spaces and a trailing
 * weekday such as `（木）`.
 * A day that lies outside the named era (`昭和64年2月1日`) is refused.
 * @throws CalendarError `invalid-date-text` with a sentence that names the text.
 */
export function parseDay(text: string): Day {
  // NFKC turns ㋿ into 令和 on recent runtimes only, so the one-character eras are replaced first.
  const plain = [...text]
    .map((character) => ONE_CHARACTER_ERAS[character] ?? character)
    .join('')
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/\([日月火水木金土]\)$/, '')
    .replace(/[〇一二三四五六七八九十]+(?=[年月日])/gu, kanjiNumber);
  return parseWestern(plain) ?? parseJapanese(plain) ?? refuse(text);
}

/** 二十五 → 25, 二〇二六 → 2026. What is no such number stays as it is. */
function kanjiNumber(written: string): string {
  const digits = [...written].map((sign) => '〇一二三四五六七八九'.indexOf(sign));
  if (!written.includes('十')) return digits.join('');
  const match = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/u.exec(written);
  if (match === null) return written;
  const [tens, ones] = [match[1] ?? '', match[2] ?? ''].map((sign) => '〇一二三四五六七八九'.indexOf(sign));
  return String((match[1] === '' ? 1 : (tens ?? 0)) * 10 + (match[2] === '' ? 0 : (ones ?? 0)));
}

function parseWestern(plain: string): Day | undefined {
  const match =
    /^(?:西暦)?(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(plain) ??
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  return match ? build(Number(match[1]), match[2], match[3]) : undefined;
}

function parseJapanese(plain: string): Day | undefined {
  const match =
    /^(\D{1,2})(\d{1,2}|元)年(\d{1,2})月(\d{1,2})日$/.exec(plain) ??
    /^(\D{1,2})(\d{1,2}|元)[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain);
  const mark = match?.[1];
  const era = ERAS.find((candidate) => candidate.kanji === mark || candidate.letter === mark?.toUpperCase());
  if (!match || !era) return undefined;
  const year = match[2] === '元' ? 1 : Number(match[2]);
  const day = year < 1 ? undefined : build(dayParts(era.from).year + year - 1, match[3], match[4]);
  return day !== undefined && day >= FIRST_SOLAR_DAY && eraDate(day).era === era ? day : undefined;
}

function build(year: number, month: string | undefined, date: string | undefined): Day | undefined {
  try {
    return dayFromParts({ year, month: Number(month), date: Number(date) });
  } catch {
    return undefined;
  }
}

function refuse(text: string): never {
  throw new CalendarError(
    'invalid-date-text',
    `「${text}」を日付として読み取れません。「令和8年10月1日」「R8.10.1」「2026/10/1」のように入力してください。`,
  );
}
