/** Looks of paragraphs, letters and borders, in the order in which the file format wants their elements. */
import { xmlAttribute } from '../../prepare/xml.ts';
import type { ParagraphLook, RunLook, WordBorders, WordMargins, WordSide } from '../model.ts';

/** What stands inside `w:pPr`, after the style. */
export function paragraphLook(look: ParagraphLook): string {
  const { spacing, indent, numbering, tabs } = look;
  let xml = switched('keepNext', look.keepNext) + switched('keepLines', look.keepLines);
  if (look.pageBreakBefore === true) xml += '<w:pageBreakBefore/>';
  if (numbering !== undefined) {
    const { list, level } = numbering === 'none' ? { list: 0, level: 0 } : numbering;
    xml += `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
  }
  if (tabs !== undefined) {
    const stops = tabs.map(
      ({ kind, at, dotted }) => `<w:tab w:val="${kind}" w:pos="${at}"${dotted === true ? ' w:leader="dot"' : ''}/>`,
    );
    xml += `<w:tabs>${stops.join('')}</w:tabs>`;
  }
  if (look.offGrid === true) xml += '<w:snapToGrid w:val="0"/>';
  if (spacing !== undefined) {
    const { before, after, line, rule } = spacing;
    xml += `<w:spacing${number('before', before)}${number('after', after)}${number('line', line)}${
      rule === undefined ? '' : ` w:lineRule="${rule}"`
    }/>`;
  }
  if (indent !== undefined) {
    const { left, right, hanging, firstLine } = indent;
    xml += `<w:ind${number('left', left)}${number('right', right)}${number('hanging', hanging)}${number('firstLine', firstLine)}/>`;
  }
  if (look.align !== undefined) xml += `<w:jc w:val="${look.align}"/>`;
  return xml;
}

const number = (name: string, value: number | undefined): string =>
  value === undefined ? '' : ` w:${name}="${value}"`;
const switched = (name: string, on: boolean | undefined): string =>
  on === undefined ? '' : on ? `<w:${name}/>` : `<w:${name} w:val="0"/>`;

/** `w:rPr`, or nothing. */
export function runLook(look: RunLook, more = ''): string {
  const { font, bold, colour, size, underline } = look;
  let xml = '';
  if (font !== undefined) {
    const name = xmlAttribute(font);
    xml += `<w:rFonts w:ascii="${name}" w:eastAsia="${name}" w:hAnsi="${name}" w:cs="${name}"/>`;
  }
  xml += switched('b', bold) + switched('bCs', bold);
  if (colour !== undefined) xml += `<w:color w:val="${colour}"/>`;
  if (size !== undefined) xml += `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`;
  if (underline !== undefined) xml += `<w:u w:val="${underline}"/>`;
  return xml === '' && more === '' ? '' : `<w:rPr>${xml}${more}</w:rPr>`;
}

const sides: readonly WordSide[] = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];

export const borders = (element: string, given: WordBorders): string =>
  `<w:${element}>${sides
    .map((side) => {
      const border = given[side];
      return border === undefined
        ? ''
        : `<w:${side} w:val="${border.style}" w:color="${border.colour}" w:sz="${border.size}"/>`;
    })
    .join('')}</w:${element}>`;

export const cellMargins = (element: string, { top, left, bottom, right }: WordMargins): string =>
  `<w:${element}>${Object.entries({ top, left, bottom, right })
    .map(([side, width]) => `<w:${side} w:w="${width}" w:type="dxa"/>`)
    .join('')}</w:${element}>`;
