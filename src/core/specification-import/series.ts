import { irohaOrdinal, type Marker } from './marker.ts';
import type { Place } from './place.ts';

/** Whether the sign is the next one of the series that the place belongs to. One missing number is forgiven. */
export function continues(place: Place, next: Marker): boolean {
  const last = place.marker;
  if (last === null) return false;
  if (last.style === 'number' && next.style === 'decimal') return !place.embedded && isBrokenNumber(last, next);
  if (last.style !== next.style || ['bullet', 'note', 'box', 'angle'].includes(next.style)) return false;
  if (place.iroha) return irohaOrdinal(next.label) === irohaOrdinal(last.label) + 1;
  if (last.style === 'decimal') return isNextDecimal(last, next);
  const step = next.ordinal - last.ordinal;
  return step === 1 || (step === 2 && last.style !== 'number' && last.ordinal > 1);
}

/** 「1.1」 after 10 is an 11 that an extraction tore apart. */
function isBrokenNumber(last: Marker, next: Marker): boolean {
  if (Number(`${next.ordinal}${next.rest.join('')}`) !== last.ordinal + 1 || next.rest.length !== 1) return false;
  next.style = 'number';
  next.ordinal = last.ordinal + 1;
  next.label = String(next.ordinal);
  return true;
}

function isNextDecimal(last: Marker, next: Marker): boolean {
  const before = [last.ordinal, ...last.rest];
  const after = [next.ordinal, ...next.rest];
  if (before.length !== after.length) return false;
  const end = after.length - 1;
  const same = before.slice(0, end).every((value, at) => value === after[at]);
  return same && after[end] === (before[end] ?? 0) + 1;
}

export const numberPath = (marker: Marker): string =>
  marker.style === 'decimal' || marker.style === 'number' || marker.style === 'article' || marker.style === 'kanji'
    ? [marker.ordinal, ...marker.rest].join('.')
    : '';

export const isIrohaStart = (marker: Marker): boolean =>
  (marker.style === 'kana' || marker.style === 'bracket-kana') && irohaOrdinal(marker.label) === 1;
