import { widthInEm } from '../../prepare/text.ts';

/** A title too long for one line ends its line before the words in brackets: never （公表用 / 概要版）. */
export function coverTitle(title: string, lineEm: number): string {
  const at = title.lastIndexOf('（');
  return at > 0 && title.endsWith('）') && !title.includes('\n') && widthInEm(title) > lineEm
    ? `${title.slice(0, at)}\n${title.slice(at)}`
    : title;
}
