/**
 * 整理番号: what stands on every page of a paper sheet and is typed to open it. The department's place among those of the
 * campaign, and a digit that shows a slip of the finger.
 */
import { plain } from '../../../core/exchange/text.ts';

/** 12 → 0012-6. */
export function sheetNumber(place: number): string {
  const digits = String(place).padStart(4, '0');
  return `${digits}-${checkDigit(digits)}`;
}

/** The place behind a number as typed, with or without the dash; null when it was mistyped. */
export function placeOf(typed: string): number | null {
  const digits = plain(typed).replaceAll(/[-\s‐−ー]/gu, '');
  if (!/^\d{5,7}$/u.test(digits)) return null;
  const body = digits.slice(0, -1);
  return checkDigit(body) === digits.at(-1) ? Number(body) : null;
}

/** Luhn: finds every single wrong digit and nearly every pair that was exchanged. */
function checkDigit(digits: string): string {
  let sum = 0;
  [...digits].toReversed().forEach((digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  });
  return String((10 - (sum % 10)) % 10);
}
