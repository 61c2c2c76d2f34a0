import { bodySize, twipsFromPt } from '../model/units.ts';
import { bodyIndent, type Depth, headingLevels, headingLook, sizes } from '../prepare/look.ts';
import { chars, halfPoints, type WordFonts } from './context.ts';
import { headingList } from './lists.ts';
import type { ParagraphLook, RunLook, WordSpacing } from './model.ts';

/** Style ids that block writers use. */
export const styleIds = {
  body: (depth: Depth): string => `Body${depth}`,
  heading: (level: number): string => `Heading${level}`,
  tableText: 'TableText',
  tableHeader: 'TableHeader',
  tableGap: 'TableGap',
  note: 'Note',
  caption: 'Caption',
  list: 'ListText',
  calloutTitle: 'CalloutTitle',
  coverTitle: 'Title',
  coverSubtitle: 'Subtitle',
  coverLine: 'CoverLine',
  letterTitle: 'LetterTitle',
  tocTitle: 'TOCHeading',
  toc: (level: number): string => `TOC${level}`,
} as const;

/** A named look of paragraphs. */
export interface WordStyle {
  readonly id: string;
  readonly name: string;
  readonly paragraph?: ParagraphLook;
  readonly run?: RunLook;
  /** What follows it is plain text. */
  readonly plainNext?: boolean;
  /** Level of a heading counted from 1. */
  readonly outline?: number;
}

// Grid lines already give the pitch: any line spacing other than single would double it.
export const single = { before: 0, after: 0, line: 240, rule: 'auto' } as const;

/** Line spacing of text off the grid: the same pitch as in the PDF whatever the font says. */
export const smallSpacing = (points: number): WordSpacing => ({
  before: 0,
  after: 0,
  line: twipsFromPt(points * 1.42),
  rule: 'atLeast',
});

/** The letters of plain text. */
export const plainRun = (fonts: WordFonts): RunLook => ({ font: fonts.mincho, size: halfPoints(bodySize) });

/** All styles of a document: every look is a named style, so that an office can change it in one place. */
export const wordStyles = (fonts: WordFonts): readonly WordStyle[] => [
  {
    id: styleIds.coverTitle,
    name: 'Title',
    plainNext: true,
    run: { font: fonts.gothic, size: halfPoints(sizes.title), bold: true, colour: '000000' },
    paragraph: { align: 'center', spacing: { ...single, after: 240 } },
  },
  ...headingLevels.map((level) => headingStyle(level, fonts)),
  ...bodyStyles(),
  ...tableStyles(fonts),
  ...frontStyles(fonts),
  ...contentsStyles(fonts),
];

function headingStyle(level: (typeof headingLevels)[number], fonts: WordFonts): WordStyle {
  const look = headingLook(level);
  return {
    id: styleIds.heading(level),
    name: `heading ${level}`,
    plainNext: true,
    outline: level,
    run: { font: fonts.gothic, size: halfPoints(look.size), bold: look.bold, colour: '000000' },
    paragraph: {
      keepNext: true,
      keepLines: true,
      offGrid: true,
      spacing: { ...single, before: twipsFromPt(look.before), after: twipsFromPt(look.after) },
      indent: { left: chars(look.indent + look.hang), hanging: chars(look.hang) },
      numbering: { list: headingList, level: level - 1 },
    },
  };
}

function bodyStyles(): WordStyle[] {
  const depths: readonly Depth[] = [0, ...headingLevels];
  return [
    ...depths.map((depth): WordStyle => ({
      id: styleIds.body(depth),
      name: depth === 0 ? '本文' : `本文（見出し${depth}の下）`,
      paragraph: { align: 'both', indent: { left: chars(bodyIndent(depth)), firstLine: chars(1) } },
    })),
    { id: styleIds.list, name: '箇条書き（本文）', paragraph: { align: 'both' } },
  ];
}

function tableStyles({ gothic }: WordFonts): WordStyle[] {
  const size = halfPoints(sizes.table);
  // The grid would stretch the lines of small text.
  const small = { spacing: smallSpacing(sizes.table), offGrid: true };
  return [
    { id: styleIds.tableText, name: '表の本文', run: { size }, paragraph: small },
    {
      id: styleIds.tableHeader,
      name: '表の見出し',
      run: { size, font: gothic },
      paragraph: { align: 'center', ...small },
    },
    {
      id: styleIds.tableGap,
      name: '表の後',
      run: { size: 8 },
      paragraph: { offGrid: true, spacing: { before: 0, after: 0, line: 160, rule: 'exact' } },
    },
    { id: styleIds.note, name: '注', run: { size: halfPoints(sizes.note) }, paragraph: small },
    {
      id: styleIds.caption,
      name: 'caption',
      run: { font: gothic, size: halfPoints(sizes.caption) },
      paragraph: { keepNext: true, spacing: { ...single, before: 80, after: 40 } },
    },
    {
      id: styleIds.calloutTitle,
      name: '囲みの題',
      run: { font: gothic, bold: true },
      paragraph: { keepNext: true },
    },
  ];
}

const frontStyles = ({ gothic }: WordFonts): WordStyle[] => [
  {
    id: styleIds.coverSubtitle,
    name: 'Subtitle',
    run: { font: gothic, size: halfPoints(sizes.subtitle) },
    paragraph: { align: 'center' },
  },
  { id: styleIds.coverLine, name: '表紙の行', run: { size: halfPoints(12) } },
  {
    id: styleIds.letterTitle,
    name: '通知の題名',
    run: { font: gothic, size: halfPoints(sizes.letterTitle) },
    paragraph: { align: 'center', spacing: { ...single, before: 240, after: 240 } },
  },
];

const contentsStyles = ({ gothic }: WordFonts): WordStyle[] => [
  {
    id: styleIds.tocTitle,
    name: 'TOC Heading',
    run: { font: gothic, size: halfPoints(14), bold: true },
    paragraph: { align: 'center', spacing: { ...single, after: 240 } },
  },
  ...[1, 2, 3].map((level): WordStyle => ({
    id: styleIds.toc(level),
    name: `toc ${level}`,
    ...(level === 1 ? { run: { font: gothic } } : {}),
    paragraph: { indent: { left: chars(level - 1) }, spacing: { ...single, before: level === 1 ? 80 : 0 } },
  })),
];
