/** Words of all cells: each different text is written once. */
import { encoded, xmlHead, xmlText } from '../prepare/xml.ts';
import { main } from './styles.ts';

export class SharedStrings {
  readonly #numbers = new Map<string, number>();
  #count = 0;

  of(text: string): number {
    this.#count += 1;
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  part(): Uint8Array {
    return encoded(this.#pieces());
  }

  *#pieces(): Generator<string> {
    yield `${xmlHead}<sst ${main} count="${this.#count}" uniqueCount="${this.#numbers.size}">`;
    for (const text of this.#numbers.keys()) {
      const space = /^\s|\s$|\n/u.test(text) ? ' xml:space="preserve"' : '';
      yield `<si><t${space}>${xmlText(escaped(text))}</t></si>`;
    }
    yield '</sst>';
  }
}

/** Spreadsheet programs read `_x0041_` as the character of this number. */
const escaped = (text: string): string => text.replace(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_');
