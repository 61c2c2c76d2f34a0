/** The part that says how headings (第1 / 1 / (1) / ア / (ア) / a) and lists are numbered. */
import type { ListBlock } from '../../blocks/list/model.ts';
import { headingLevels, headingLook } from '../../prepare/look.ts';
import { xmlAttribute, xmlHead } from '../../prepare/xml.ts';
import { chars } from '../context.ts';
import type { AppendixKind, ListKind } from '../lists.ts';
import { styleIds } from '../styles.ts';
import { names } from './names.ts';

interface Level {
  /** `w:numFmt` as Word names it. */
  readonly format: string;
  readonly text: string;
  /** Characters of the body. */
  readonly left: number;
  readonly hang: number;
  readonly style?: string;
}

const headingFormats = {
  1: { format: 'decimal', text: '第%1' },
  2: { format: 'decimal', text: '%2' },
  3: { format: 'decimal', text: '(%3)' },
  4: { format: 'aiueoFullWidth', text: '%4' },
  5: { format: 'aiueoFullWidth', text: '(%5)' },
  6: { format: 'lowerLetter', text: '%6' },
} as const;

const markers: Readonly<Record<ListBlock['marker'], { readonly format: string; readonly text: string }>> = {
  bullet: { format: 'bullet', text: '・' },
  circled: { format: 'decimalEnclosedCircle', text: '%1' },
  decimal: { format: 'decimal', text: '%1.' },
};

/** @param kinds of the lists by their numbers, which count from 1 */
export function numberingPart(kinds: readonly ListKind[]): string {
  const own = [...new Set(kinds)];
  const looks = own.map((kind, index) => abstractList(levelsOf(kind), index, isOfHeadings(kind)));
  const lists = kinds.map((kind, index) => {
    const starts = levelsOf(kind).map(
      (_level, level) => `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="1"/></w:lvlOverride>`,
    );
    return `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="${own.indexOf(kind)}"/>${starts.join('')}</w:num>`;
  });
  return `${xmlHead}<w:numbering ${names}>${looks.join('')}${lists.join('')}</w:numbering>`;
}

const isOfHeadings = (kind: ListKind): kind is 'headings' | AppendixKind =>
  kind === 'headings' || kind.startsWith('appendix-');

function levelsOf(kind: ListKind): Level[] {
  if (isOfHeadings(kind)) return kind === 'headings' ? headings() : appendix(kind.slice('appendix-'.length));
  return [0, 1, 2, 3].map((level) => ({
    ...(level === 0 ? markers[kind] : { format: 'bullet', text: '－' }),
    left: level + 1.5,
    hang: 1.5,
  }));
}

/** Each level is tied to its style, so that choosing a heading style in Word numbers it. */
const headings = (): Level[] =>
  headingLevels.map((level) => {
    const { indent, hang } = headingLook(level);
    return { ...headingFormats[level], left: indent + hang, hang, style: styleIds.heading(level) };
  });

function appendix(label: string): Level[] {
  const [, ...below] = headings();
  return [
    { format: 'decimal', text: `${label}%1`, left: 5, hang: 5 },
    ...below.map(({ style: _style, ...level }) => level),
  ];
}

function abstractList(levels: readonly Level[], id: number, multilevel: boolean): string {
  const written = levels.map(
    ({ format, text, left, hang, style }, index) =>
      `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>` +
      (style === undefined ? '' : `<w:pStyle w:val="${style}"/>`) +
      `<w:suff w:val="tab"/><w:lvlText w:val="${xmlAttribute(text)}"/><w:lvlJc w:val="left"/>` +
      `<w:pPr><w:ind w:left="${chars(left)}" w:hanging="${chars(hang)}"/></w:pPr></w:lvl>`,
  );
  const type = multilevel ? 'multilevel' : 'hybridMultilevel';
  return `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="${type}"/>${written.join('')}</w:abstractNum>`;
}
