/** Numbers and days, from a register's parameters and from a proposal, made comparable. */
import type { ProposedClause } from '../../src/core/specification-import/index.ts';

export type Value = {
  /** What is compared: numbers that mean the same, such as 2 hours and 120 minutes. */
  readonly same: readonly string[];
  readonly about: 'deadline' | 'amount';
  readonly shown: string;
};

const SKIPPED =
  /^(?:openPoints|relatedCapabilities|no|number|index|article|guidelineSection|address|tel|fax|url|email|places)$|Count$|Ids?$/;

/** Numbers and days that a register gives for a clause. */
export function expectedValues(parameters: unknown, key = ''): Value[] {
  if (SKIPPED.test(key)) return [];
  if (typeof parameters === 'number') {
    return [
      {
        same: [String(parameters)],
        about: /day|due|deadline/i.test(key) ? 'deadline' : 'amount',
        shown: `${key} ${parameters}`,
      },
    ];
  }
  if (typeof parameters === 'string') {
    if (/^\d{4}-\d{2}(?:-\d{2})?$/.test(parameters))
      return [{ same: [parameters], about: 'deadline', shown: `${key} ${parameters}` }];
    if (parameters === 'biweekly') return [{ same: ['14', '2weeks'], about: 'amount', shown: `${key} ${parameters}` }];
    if (parameters === 'monthly') return [{ same: ['1months'], about: 'amount', shown: `${key} ${parameters}` }];
    return [];
  }
  if (Array.isArray(parameters)) return parameters.flatMap((item) => expectedValues(item, key));
  if (typeof parameters !== 'object' || parameters === null) return [];
  return Object.entries(parameters).flatMap(([name, value]) => expectedValues(value, name));
}

/** Deadlines, cadences and amounts that a proposed clause holds. */
export function proposedValues({ found, text }: ProposedClause): Value[] {
  const shown = (one: { start: number; end: number }): string => text.slice(one.start, one.end);
  return [
    ...found.deadlines.map((one) => ({
      about: 'deadline' as const,
      shown: shown(one),
      same: one.kind === 'day' ? daysOf(one.day, one.notBefore) : [String(one.n)],
    })),
    ...found.cadences.map((one) => ({
      about: 'amount' as const,
      shown: shown(one),
      same: [String(one.times), `${one.every}${one.unit}`, ...(one.unit === 'weeks' ? [String(one.every * 7)] : [])],
    })),
    ...found.quantities.flatMap((one) =>
      [...new Set([one.min, one.max])].map((n) => ({
        about: 'amount' as const,
        shown: shown(one),
        same: amounts(n, one.unit),
      })),
    ),
  ];
}

/** Days that a proposal names without taking them for deadlines; they can be found, but are no wrong finds. */
export function namedDays({ found }: ProposedClause): string[] {
  return found.days.flatMap((one) => daysOf(one.last, one.day));
}

const daysOf = (day: string, other?: string): string[] => [
  day,
  day.slice(0, 7),
  ...(other === undefined ? [] : [other]),
];

function amounts(n: number, unit: string): string[] {
  if (unit === '時間') return [String(n), String(n * 60)];
  if (unit === '日') return [String(n), String(n * 1440)];
  return [String(n)];
}

/** Whether a value is written in a text, so that a reader could find it there. */
export function isWritten(value: Value, folded: string): boolean {
  return value.same.some((one) => {
    const day = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(one);
    if (day !== null) {
      const month = Number(day[2]);
      const year = Number(day[1]);
      return new RegExp(`(?:${year}|${year - 2018}) ?年 ?${month} ?月`).test(folded);
    }
    const n = Number(one);
    if (Number.isNaN(n)) return true;
    const forms = [String(n), n.toLocaleString('en-US')];
    if (n % 30 === 0 && n >= 60) forms.push(`${n / 60} ?時間`, `${Math.floor(n / 60)} ?時間半`);
    if (n === 7) forms.push('1 ?週間');
    if (n === 14) forms.push('2 ?週間', '隔週');
    return forms.some((form) => new RegExp(`(?<![\\d,.])${form}(?![\\d,.])`).test(folded));
  });
}
