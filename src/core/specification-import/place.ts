/** The numbered places of a text and the paragraphs that stand there. */
import type { SourcePart } from './line.ts';
import type { Marker } from './marker.ts';

/** A paragraph put together from the lines it was broken into. */
export type Paragraph = { text: string; parts: SourcePart[]; cells?: readonly string[] };

/** A numbered (or otherwise marked) place of the text, with what stands under it in the order of the text. */
export type Place = {
  marker: Marker | null;
  parent: Place | null;
  /** What stands here, in order. The first paragraph begins on the line of the sign. */
  flow: (Paragraph | Place)[];
  /** A list whose numbering repeats that of an outer level: never a level of its own. */
  embedded: boolean;
  iroha: boolean;
};

export const isPlace = (one: Paragraph | Place): one is Place => 'flow' in one;
export const childrenOf = (place: Place): Place[] => place.flow.filter(isPlace);
export const paragraphsOf = (place: Place): Paragraph[] => place.flow.filter((one) => !isPlace(one)) as Paragraph[];
