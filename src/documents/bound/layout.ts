/** Which page of the volume carries what. Pages are counted from 1 over everything; odd ones are fronts of sheets. */
import type { PageSizePt, VolumePage } from './model.ts';

export const A4: PageSizePt = { width: 595.28, height: 841.89 };

export interface VolumeLayout {
  readonly pages: readonly VolumePage[];
  /** First page of the contents, of every tab sheet and of every document, from 1. */
  readonly contents: number;
  readonly tabs: readonly number[];
  readonly documents: readonly (readonly number[])[];
}

/**
 * Lays out a volume for printing on both sides: cover, contents and every tab sheet lie on a front, and both sides of one
 * sheet have one size, so that an A3 page never stands on the back of an A4 page. What is left over is a blank back.
 * @param parts sizes of the pages, by part and document
 */
export function layOut(parts: readonly (readonly (readonly PageSizePt[])[])[], contentsSheets: number): VolumeLayout {
  const pages: VolumePage[] = [];
  let last: PageSizePt = A4;
  const add = (page: VolumePage, size: PageSizePt): number => {
    pages.push(page);
    last = size;
    return pages.length;
  };
  const toFront = (): void => {
    if (pages.length % 2 === 1) add({ kind: 'blank', size: last }, last);
  };
  add({ kind: 'cover' }, A4);
  toFront();
  const contents = pages.length + 1;
  for (let sheet = 0; sheet < contentsSheets; sheet += 1) add({ kind: 'contents', sheet }, A4);
  const tabs: number[] = [];
  const documents = parts.map((part, partIndex) => {
    toFront();
    tabs.push(add({ kind: 'tab', part: partIndex }, A4));
    toFront();
    return part.map((sizes, document) => {
      let first = 0;
      for (const [index, size] of sizes.entries()) {
        if (!sameSheet(size, last)) toFront();
        const number = add({ kind: 'page', part: partIndex, document, index }, size);
        if (index === 0) first = number;
      }
      return first;
    });
  });
  toFront();
  return { pages, contents, tabs, documents };
}

/** Whether two pages fit on the two sides of one sheet: the same paper, turned or not. 3 pt is a millimetre. */
function sameSheet(one: PageSizePt, other: PageSizePt): boolean {
  const sides = ({ width, height }: PageSizePt): [number, number] => [Math.min(width, height), Math.max(width, height)];
  const [a, b] = sides(one);
  const [c, d] = sides(other);
  return Math.abs(a - c) < 3 && Math.abs(b - d) < 3;
}

/** Whether the page is larger than A4 and has to be folded into the volume. */
export const isFolded = ({ width, height }: PageSizePt): boolean => Math.max(width, height) > A4.height + 3;
