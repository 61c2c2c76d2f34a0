import type { Change, Revision } from '../../model/changes.ts';
import { cleanText } from '../../prepare/text.ts';
import { xmlAttribute } from '../../prepare/xml.ts';
import type { WordParagraph } from '../model.ts';

/** A file that a part points to. */
export interface Media {
  readonly id: string;
  readonly name: string;
  readonly data: Uint8Array;
}

/** What is counted while the body is written: bookmarks and changes share their numbers, as Word wants it. */
export class Writing {
  readonly media: Media[] = [];
  /** The bookmarks of the headings that a table of contents lists. */
  readonly entries: ReadonlyMap<WordParagraph, string>;
  #marks = 0;
  #pictures = 0;

  constructor(entries: ReadonlyMap<WordParagraph, string> = new Map()) {
    this.entries = entries;
  }

  mark(): number {
    return (this.#marks += 1);
  }

  picture(): number {
    return (this.#pictures += 1);
  }

  /** The relationship of a new file. */
  file(ending: 'svg' | 'png', data: Uint8Array): string {
    const count = this.media.length + 1;
    const id = `media${count}`;
    this.media.push({ id, name: `media/image${count}.${ending}`, data });
    return id;
  }
}

// Word shows the letters of the time as they are, as if the Z were not there: what it shows is to be the time in Tokyo.
export const inTokyo = ({ at }: Revision): string =>
  `${new Date(Date.parse(at) + 9 * 60 * 60 * 1000).toISOString().slice(0, 19)}Z`;

/** The opening of `w:ins` or `w:del`, without the end of the tag. */
export function changeTag(change: Change, writing: Writing): string {
  const name = change.kind === 'inserted' ? 'ins' : 'del';
  return `w:${name} w:id="${writing.mark()}" w:author="${xmlAttribute(cleanText(change.author))}" w:date="${inTokyo(change)}"`;
}
