import type { FoundDay, FoundDeadline, SpanUnit } from './finding.ts';
import { existingDay, monthEnd, readNumber, westernYear } from './numeral.ts';

const NUMBER = '\\d{1,4}|元|[一二三四五六七八九十]{1,3}';
const YEAR = `(?:(令和|平成|昭和|[RH](?=\\d)) ?(${NUMBER})|((?:19|20)\\d{2})) ?年 ?(?:\\((?:19|20)\\d{2}年?\\) ?)?`;
const DATE = new RegExp(
  `(?:${YEAR}|(?<=[^\\d月年]|^))(?:(${NUMBER}) ?月 ?)(?:(末日?|上旬|中旬|下旬|初旬|中)|(${NUMBER}) ?日)?`,
  'g',
);
const SLASHED = /((?:19|20)\d{2})[/.](\d{1,2})[/.](\d{1,2})/g;
const THIRDS: Readonly<Record<string, readonly [number, number]>> = {
  上旬: [1, 10],
  初旬: [1, 10],
  中旬: [11, 20],
  中: [1, 31],
};

export type NamedDay = FoundDay & { owed: boolean; part: boolean };

/** Every day or month named in the (folded) text. Without a year, it lies in the fiscal year. */
export function namedDays(text: string, fiscalYear: number | null): NamedDay[] {
  const found: NamedDay[] = [];
  for (const match of text.matchAll(DATE)) {
    const [whole, era, eraYear, western, month, part, date] = match;
    const counts = readNumber(month ?? '');
    const given = eraYear ?? western;
    if (Number.isNaN(counts) || counts < 1 || counts > 12) continue;
    const year = given === undefined ? inFiscalYear(counts, fiscalYear) : westernYear(era, given);
    if (
      year === null ||
      (given === undefined &&
        date === undefined &&
        part === undefined &&
        !/^ ?(?:まで|頃|以降|中|ごろ)/.test(text.slice(match.index + whole.length)))
    )
      continue;
    const days = rangeOf(year, counts, part, date);
    if (days === null) continue;
    const end = match.index + whole.trimEnd().length;
    found.push({
      ...days,
      start: match.index,
      end,
      confidence: given === undefined ? 0.6 : 0.9,
      ...role(text, match.index, end),
      part: date === undefined,
    });
  }
  for (const match of text.matchAll(SLASHED)) {
    const day = existingDay(Number(match[1]), Number(match[2]), Number(match[3]));
    const end = match.index + match[0].length;
    if (day !== null)
      found.push({
        day,
        last: day,
        start: match.index,
        end,
        confidence: 0.8,
        ...role(text, match.index, end),
        part: false,
      });
  }
  return found;
}

function inFiscalYear(month: number, fiscalYear: number | null): number | null {
  return fiscalYear === null ? null : month >= 4 ? fiscalYear : fiscalYear + 1;
}

function rangeOf(
  year: number,
  month: number,
  part: string | undefined,
  date: string | undefined,
): { day: string; last: string } | null {
  if (date !== undefined) {
    const day = existingDay(year, month, readNumber(date));
    return day === null ? null : { day, last: day };
  }
  const end = monthEnd(year, month);
  if (part === undefined || part.startsWith('末') || part === '中') {
    return { day: part === undefined || part === '中' ? `${end.slice(0, 8)}01` : end, last: end };
  }
  const [from, to] = THIRDS[part] ?? [21, Number(end.slice(8))];
  const first = existingDay(year, month, from);
  const last = existingDay(year, month, to);
  return first === null || last === null ? null : { day: first, last };
}

/** Whether something is owed by the day, rather than the day being an edition, a beginning or a point in time. */
function role(text: string, start: number, end: number): { owed: boolean } {
  const after = text.slice(end, end + 12);
  const before = text.slice(Math.max(0, start - 16), start);
  if (/^ ?(?:版|付|時点|現在|から|以降|より|施行|に策定|の「|に、?改)/.test(after)) return { owed: false };
  if (/^ ?(?:まで|迄|を期限|を目途|限り|締切|〆)/.test(after)) return { owed: true };
  return {
    owed:
      /(?:日程|時期|期限|期日|納期|締切)[ :はを、]*$/.test(before) ||
      /^ ?(?:頃|ごろ|に実施|に提出|に開催|※|\()/.test(after) ||
      (/(?:^|\n)\s*$/.test(before) && /^\s*(?:\n|$)/.test(after)),
  };
}

const SPAN = new RegExp(
  `(?<![月年\\d])(\\d{1,3}|[一二三四五六七八九十]{1,3}) ?(開庁日|営業日|執務日|業務日|平日|稼働日|週間|日間|日|か月|ヶ月|ヵ月|カ月|ケ月|箇月|ヶ月間|月|年|時間)(?:間)? ?(以内|前まで|前|後まで|後|目まで|まで|を経過)`,
  'g',
);
const DAY_UNIT: Readonly<Record<string, SpanUnit>> = {
  開庁日: 'opening-days',
  執務日: 'opening-days',
  営業日: 'business-days',
  業務日: 'business-days',
  稼働日: 'business-days',
  平日: 'business-days',
};

/** Lengths of time within which, or before which, something is owed. */
export function owedSpans(text: string): FoundDeadline[] {
  return [...text.matchAll(SPAN)].flatMap((match): FoundDeadline[] => {
    const [whole, amount, word, relation] = match;
    const n = readNumber(amount ?? '');
    if (Number.isNaN(n) || word === undefined || word === '時間') return [];
    if (word === '月' || (word === '年' && relation !== '以内')) return [];
    if (
      (relation ?? '').startsWith('後') &&
      !/まで|に/.test(text.slice(match.index + whole.length - 2, match.index + whole.length + 2))
    )
      return [];
    const weeks = word === '週間' ? 7 : 1;
    const years = word === '年' ? 12 : 1;
    const unit: SpanUnit = /月|年/.test(word) ? 'months' : (DAY_UNIT[word] ?? 'days');
    const before = text.slice(Math.max(0, match.index - 40), match.index);
    const event = eventOf(before);
    return [
      {
        kind: 'span',
        start: match.index,
        end: match.index + whole.length,
        n: n * weeks * years,
        unit,
        first: /当日から起算|初日を(?:算入|含)|当日を含/.test(before) ? 'inclusive' : 'exclusive',
        side: relation === '前' || relation === '前まで' ? 'before' : 'within',
        from: event,
        confidence: event === '' ? 0.6 : 0.85,
      },
    ];
  });
}

/** What the counting starts from, as the text says it. */
function eventOf(before: string): string {
  if (
    /(?:契約(?:の)?(?:締結|確定|成立)?日?|締結)(?:の)?(?:後|日|翌日)?(?:から|より|後)?(?:起算して)?、?(?:概ね|おおむね|約)?$/.test(
      before,
    )
  )
    return 'contractDate';
  if (/契約(?:締結)?(?:日|後)[^。、]{0,8}、?(?:概ね|おおむね|約)?$/.test(before)) return 'contractDate';
  const phrase =
    /([^、。()\n]{1,30}?)(?:の?(?:日|翌日|当日))?(?:から起算して|から|より|後|した後|の都度)?、?(?:概ね|おおむね|約|原則(?:として)?)?$/.exec(
      before,
    )?.[1];
  return phrase?.trim() ?? '';
}
