import { linePitch, twipsFromMm, twipsFromPt } from '../../model/units.ts';
import type { WordSection } from '../model.ts';

/** The relationships of the header and the footer of a section, by its place among the sections. */
export const headerId = (index: number): string => `header${index + 1}`;
export const footerId = (index: number): string => `footer${index + 1}`;

const edge = twipsFromMm(12);

/** `w:sectPr`: the paper, its margins, header and footer. */
export function sectionXml({ sheet, landscape, margins, start }: WordSection, index: number): string {
  const [width, height] = landscape ? [sheet.height, sheet.width] : [sheet.width, sheet.height];
  return (
    `<w:sectPr><w:headerReference w:type="default" r:id="${headerId(index)}"/>` +
    `<w:footerReference w:type="default" r:id="${footerId(index)}"/><w:type w:val="nextPage"/>` +
    `<w:pgSz w:w="${width}" w:h="${height}" w:orient="${landscape ? 'landscape' : 'portrait'}"/>` +
    `<w:pgMar w:top="${margins.top}" w:right="${margins.right}" w:bottom="${margins.bottom}" w:left="${margins.left}"` +
    ` w:header="${edge}" w:footer="${edge}" w:gutter="0"/>` +
    (start === null ? '' : `<w:pgNumType w:start="${start}"/>`) +
    `<w:docGrid w:type="lines" w:linePitch="${twipsFromPt(linePitch)}"/></w:sectPr>`
  );
}
