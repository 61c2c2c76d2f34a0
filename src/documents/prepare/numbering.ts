import { appendixCounter, type AppendixLabel } from '../blocks/appendix/model.ts';
import type { HeadingLevel } from '../blocks/heading/model.ts';
import { DocumentError } from '../errors.ts';

/** The order of ア, イ, ウ … as Word's full-width aiueo numbering counts. */
export const katakana = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン';

/** The number of one heading as it stands before its words. */
export function headingNumber(level: HeadingLevel, count: number): string {
  switch (level) {
    case 1:
      return `第${count}`;
    case 2:
      return `${count}`;
    case 3:
      return `(${count})`;
    case 4:
      return letter([...katakana], count);
    case 5:
      return `(${letter([...katakana], count)})`;
    case 6:
      return letter([...'abcdefghijklmnopqrstuvwxyz'], count);
  }
}

function letter(letters: readonly string[], count: number): string {
  const found = letters[count - 1];
  if (found === undefined) {
    throw new DocumentError(
      'heading-too-many',
      `同じ階層の見出しが${letters.length}個を超えたため、番号を付けられません。見出しを一つ上の階層で分けてください。`,
    );
  }
  return found;
}

/** Counts headings in reading order and gives each its full number, for example 第2の1(3)ア. */
export class HeadingCounter {
  readonly #counts: number[] = [0, 0, 0, 0, 0, 0];
  readonly #appendices = appendixCounter();
  #appendix: string | null = null;
  #last = '';

  /** Whether an appendix has begun. */
  get inAppendix(): boolean {
    return this.#appendix !== null;
  }

  /** The number given last, as it stands before the words: (3). */
  get last(): string {
    return this.#last;
  }

  /** The number of the next appendix: 別紙1. Headings under it count anew. */
  appendix(label: AppendixLabel): string {
    this.#counts.fill(0);
    this.#appendix = `${label}${this.#appendices(label)}`;
    this.#last = this.#appendix;
    return this.#last;
  }

  next(level: HeadingLevel): string {
    this.#counts[level - 1] = (this.#counts[level - 1] ?? 0) + 1;
    this.#counts.fill(0, level);
    this.#last = headingNumber(level, this.#counts[level - 1] ?? 0);
    const number = ([1, 2, 3, 4, 5, 6] as const)
      .filter((above) => above <= level)
      .map((above) => ({ above, count: this.#counts[above - 1] ?? 0 }))
      .filter(({ count }) => count > 0)
      .map(
        ({ above, count }) =>
          (above === 2 && (this.#appendix !== null || (this.#counts[0] ?? 0) > 0) ? 'の' : '') +
          headingNumber(above, count),
      )
      .join('');
    return `${this.#appendix ?? ''}${number}`;
  }
}
