/** What every slide bears: title, rule, footer with handling mark and page number, notes. */

import { cleanText } from '../prepare/text.ts';
import { colours, type Sheet, sizesOf, slideFont } from './look.ts';
import type { DeckTree } from './model.ts';
import type { TextOptions, Writer, WriterSlide } from './writer.ts';
import { titleSize } from './paginate.ts';

export interface Frame {
  readonly sheet: Sheet;
  /** Width between the margins in inches. */
  readonly width: number;
  /** Adds a slide with its title and notes. */
  readonly add: (title: string, notes: string | undefined) => WriterSlide;
  /** Adds a slide without a title line: cover, part, end. */
  readonly addBare: (notes: string | undefined) => WriterSlide;
}

export const words = (size: number, more: TextOptions = {}): TextOptions => ({
  fontFace: slideFont,
  fontSize: size,
  color: colours.ink,
  lang: 'ja-JP',
  margin: 0,
  fit: 'none',
  ...more,
});

export function frameOf(file: Writer, tree: DeckTree, sheet: Sheet): Frame {
  const width = sheet.width - 2 * sheet.margin;
  const bare = (notes: string | undefined): WriterSlide => {
    const slide = file.addSlide();
    footer(slide, tree, sheet, width);
    if (notes !== undefined && notes.trim() !== '') slide.addNotes(cleanText(notes));
    return slide;
  };
  return {
    sheet,
    width,
    addBare: bare,
    add(title, notes) {
      const slide = bare(notes);
      const size = titleSize(title, width);
      slide.addText(cleanText(title), {
        ...words(size, { bold: true, color: colours.accent, valign: 'bottom' }),
        x: sheet.margin,
        y: 0.35,
        w: width,
        h: 0.95,
        objectName: '題名',
      });
      slide.addShape('rect', { x: sheet.margin, y: 1.36, w: width, h: 0.04, fill: { color: colours.accent } });
      return slide;
    },
  };
}

function footer(slide: WriterSlide, tree: DeckTree, sheet: Sheet, width: number): void {
  const y = sheet.height - 0.5;
  const small = (more: TextOptions): TextOptions =>
    words(sizesOf.small, { color: colours.grey, valign: 'middle', ...more });
  const running = [...cleanText(tree.running ?? tree.title)].slice(0, 45).join('');
  slide.addText(running, { ...small({}), x: sheet.margin, y, w: width - 1.2, h: 0.3, objectName: '資料名' });
  slide.slideNumber = {
    x: sheet.margin + width - 1,
    y,
    w: 1,
    h: 0.3,
    fontFace: slideFont,
    fontSize: sizesOf.small,
    color: colours.grey,
    align: 'right',
  };
  if (tree.marking === undefined) return;
  slide.addText(`【${cleanText(tree.marking)}】`, {
    ...words(14, { bold: true, align: 'right', valign: 'top' }),
    x: sheet.margin + width - 4,
    y: 0.12,
    w: 4,
    h: 0.3,
    objectName: '取扱い',
  });
}
