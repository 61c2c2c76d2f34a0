/** Measures of a drawing. Lengths in pixels of 0.25 mm; the bundled font sets kana and kanji one em, Latin letters half an em wide. */
import { breakLines, widthInEm } from '../prepare/text.ts';
import { DocumentError } from '../errors.ts';

export const drawingWidth = 640;
/** 235 mm: the height of a page of A4 with its caption. */
const mostHeight = 940;
export const mmPerPixel = 0.25;
export const fontSize = 12;
export const lineHeight = 15;
export const fontFamily = 'BIZ UDGothic';

export const textWidth = (text: string): number => widthInEm(text) * fontSize;

/**
 * Breaks a text into lines of at most `width` pixels, about equally long; a Latin word stays whole where it fits on a line.
 */
export function wrap(text: string, width: number): string[] {
  let lines = breakLines(text, width / fontSize);
  for (let narrower = width - fontSize / 2; lines.length > 1 && narrower > width / 2; narrower -= fontSize / 2) {
    const other = breakLines(text, narrower / fontSize);
    if (other.length > lines.length) break;
    lines = other;
  }
  return lines;
}

/** Where the entries of a legend stand that flow from left to right, `mark` pixels wide each before its words. */
export function legendPlaces(names: readonly string[], mark: number): { readonly x: number; readonly line: number }[] {
  let line = 0;
  let used = 0;
  return names.map((name) => {
    const width = mark + 5 + textWidth(name) + 18;
    if (used > 0 && used + width > drawingWidth - 20) {
      line += 1;
      used = 0;
    }
    const x = 10 + used;
    used += width;
    return { x, line };
  });
}

/** @throws DocumentError when the drawing would be higher than a page */
export function checkHeight(height: number, title: string): number {
  if (height > mostHeight) {
    throw new DocumentError(
      'chart-invalid',
      `グラフ「${title}」が用紙1枚の高さに収まりません。項目を減らすか、名前を短くしてください。`,
    );
  }
  return Math.ceil(height);
}

export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** A scale of round steps that holds all values and, where bars go left, the figures beside them. */
export function scaleOf(values: readonly number[], given: number | undefined, room: number, labelWidth: number): Scale {
  const most = Math.max(0, ...values);
  const least = Math.min(0, ...values);
  const step = stepOf(Math.max(most, given ?? 0) - least, values.every(Number.isInteger));
  const up = (value: number): number => Number((Math.ceil(value / step - 1e-9) * step).toPrecision(12));
  const max = given ?? up(most === 0 && least === 0 ? step : most);
  let min = least === 0 ? 0 : -up(-least);
  if (least < 0 && ((least - min) / (max - min)) * room < labelWidth) {
    min -= step * Math.max(1, Math.ceil((labelWidth / room) * 5));
  }
  return { min, max, step };
}

/** A fifth of the span, rounded; things that are counted have no halves. */
const stepOf = (span: number, whole: boolean): number =>
  span === 0 ? 1 : Math.max(whole ? 1 : 0, roundStep(span / 5));

function roundStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  const share = raw / power;
  return power * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
}
