import {
  AlignmentType,
  type IParagraphStyleOptions,
  type IParagraphStylePropertiesOptions,
  type IRunStylePropertiesOptions,
  type IStylesOptions,
  LineRuleType,
} from 'docx';
import { bodySize, twipsFromPt } from '../model/units.ts';
import { bodyIndent, type Depth, headingLevels, headingLook, sizes } from '../prepare/look.ts';
import { chars, halfPoints, type WordFonts } from './context.ts';

/** Style ids that block writers use. */
export const styleIds = {
  body: (depth: Depth): string => `Body${depth}`,
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
} as const;

/** Styles whose lines the grid would stretch: small text in tables, and headings with their own space around them. */
export const offGridStyles: readonly string[] = [
  styleIds.tableText,
  styleIds.tableHeader,
  styleIds.tableGap,
  styleIds.note,
  ...headingLevels.map((level) => `Heading${level}`),
];

// Grid lines already give the pitch: any line spacing other than single would double it.
const single = { line: 240, lineRule: LineRuleType.AUTO, before: 0, after: 0 };

/** Line spacing of text off the grid: the same pitch as in the PDF whatever the font says. */
export const smallSpacing = (points: number) => ({
  before: 0,
  after: 0,
  line: twipsFromPt(points * 1.42),
  lineRule: LineRuleType.AT_LEAST,
});

/** All styles of a document: every look is a named style, so that an office can change it in one place. */
export function wordStyles(fonts: WordFonts): IStylesOptions {
  return {
    default: {
      document: {
        run: {
          font: fonts.mincho,
          size: halfPoints(bodySize),
          language: { value: 'en-US', eastAsia: 'ja-JP' },
        },
        paragraph: { spacing: single },
      },
      title: {
        run: { font: fonts.gothic, size: halfPoints(sizes.title), bold: true, color: '000000' },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { ...single, after: 240 } },
      },
      hyperlink: { run: { color: '000000', underline: { type: 'none' } } },
      ...headingStyles(fonts),
    },
    paragraphStyles: [...bodyStyles(), ...tableStyles(fonts), ...frontStyles(fonts), ...contentsStyles(fonts)],
  };
}

type HeadingStyles = Pick<
  NonNullable<IStylesOptions['default']>,
  'heading1' | 'heading2' | 'heading3' | 'heading4' | 'heading5' | 'heading6'
>;

function headingStyles(fonts: WordFonts): HeadingStyles {
  const style = (level: (typeof headingLevels)[number]): NonNullable<HeadingStyles['heading1']> => {
    const look = headingLook(level);
    return {
      run: { font: fonts.gothic, size: halfPoints(look.size), bold: look.bold, color: '000000' },
      paragraph: {
        keepNext: true,
        keepLines: true,
        spacing: { ...single, before: twipsFromPt(look.before), after: twipsFromPt(look.after) },
        indent: { left: chars(look.indent + look.hang), hanging: chars(look.hang) },
        numbering: { reference: 'headings', level: level - 1 },
      },
    };
  };
  return {
    heading1: style(1),
    heading2: style(2),
    heading3: style(3),
    heading4: style(4),
    heading5: style(5),
    heading6: style(6),
  };
}

function bodyStyles(): IParagraphStyleOptions[] {
  const depths: readonly Depth[] = [0, ...headingLevels];
  const body = depths.map((depth) =>
    style(styleIds.body(depth), depth === 0 ? '本文' : `本文（見出し${depth}の下）`, {
      paragraph: {
        alignment: AlignmentType.BOTH,
        indent: { left: chars(bodyIndent(depth)), firstLine: chars(1) },
      },
    }),
  );
  return [...body, style(styleIds.list, '箇条書き（本文）', { paragraph: { alignment: AlignmentType.BOTH } })];
}

function tableStyles(fonts: WordFonts): IParagraphStyleOptions[] {
  const size = halfPoints(sizes.table);
  const spacing = smallSpacing(sizes.table);
  return [
    style(styleIds.tableText, '表の本文', { run: { size }, paragraph: { spacing } }),
    style(styleIds.tableHeader, '表の見出し', {
      run: { size, font: fonts.gothic },
      paragraph: { alignment: AlignmentType.CENTER, spacing },
    }),
    style(styleIds.tableGap, '表の後', {
      run: { size: 8 },
      paragraph: { spacing: { before: 0, after: 0, line: 160, lineRule: LineRuleType.EXACT } },
    }),
    style(styleIds.note, '注', { run: { size: halfPoints(sizes.note) }, paragraph: { spacing } }),
    style(styleIds.caption, 'caption', {
      run: { font: fonts.gothic, size: halfPoints(sizes.caption) },
      paragraph: { keepNext: true, spacing: { ...single, before: 80, after: 40 } },
    }),
    style(styleIds.calloutTitle, '囲みの題', {
      run: { font: fonts.gothic, bold: true },
      paragraph: { keepNext: true },
    }),
  ];
}

function frontStyles(fonts: WordFonts): IParagraphStyleOptions[] {
  const center = { alignment: AlignmentType.CENTER };
  return [
    style(styleIds.coverSubtitle, 'Subtitle', {
      run: { font: fonts.gothic, size: halfPoints(sizes.subtitle) },
      paragraph: center,
    }),
    style(styleIds.coverLine, '表紙の行', { run: { size: halfPoints(12) } }),
    style(styleIds.letterTitle, '通知の題名', {
      run: { font: fonts.gothic, size: halfPoints(sizes.letterTitle) },
      paragraph: { ...center, spacing: { ...single, before: 240, after: 240 } },
    }),
  ];
}

function contentsStyles(fonts: WordFonts): IParagraphStyleOptions[] {
  return [
    style(styleIds.tocTitle, 'TOC Heading', {
      run: { font: fonts.gothic, size: halfPoints(14), bold: true },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { ...single, after: 240 } },
    }),
    ...[1, 2, 3].map((level) =>
      style(`TOC${level}`, `toc ${level}`, {
        ...(level === 1 ? { run: { font: fonts.gothic } } : {}),
        paragraph: { indent: { left: chars(level - 1) }, spacing: { ...single, before: level === 1 ? 80 : 0 } },
      }),
    ),
  ];
}

function style(
  id: string,
  name: string,
  look: { readonly run?: IRunStylePropertiesOptions; readonly paragraph?: IParagraphStylePropertiesOptions },
): IParagraphStyleOptions {
  return { id, name, basedOn: 'Normal', quickFormat: true, ...look };
}
