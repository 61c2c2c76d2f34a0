/** Sections: paper, header and footer. */
import { type DocumentTree } from '../model/document.ts';
import { margins, paper, textWidth, twipsFromMm } from '../model/units.ts';
import { sizes } from '../prepare/look.ts';
import type { Section } from '../prepare/prepare.ts';
import { cleanText } from '../prepare/text.ts';
import { halfPoints } from './context.ts';
import {
  type WordBlock,
  type WordInline,
  type WordParagraph,
  wordParagraph,
  type WordSection,
  wordText,
} from './model.ts';

/** @param afterCover its pages count from 1 */
export function wordSection(
  section: Section,
  tree: DocumentTree,
  afterCover: boolean,
  blocks: readonly WordBlock[],
): WordSection {
  const sheet = paper[section.size];
  return {
    sheet: { width: twipsFromMm(sheet.width), height: twipsFromMm(sheet.height) },
    landscape: section.orientation === 'landscape',
    margins: {
      top: twipsFromMm(margins.top),
      left: twipsFromMm(margins.left),
      bottom: twipsFromMm(margins.bottom),
      right: twipsFromMm(margins.right),
    },
    start: afterCover ? 1 : null,
    header: pageHeader(section, tree),
    footer: pageFooter(section),
    blocks,
  };
}

/** Twips between the margins. */
export const textWidthOf = ({ sheet, landscape, margins: { left, right } }: WordSection): number =>
  (landscape ? sheet.height : sheet.width) - left - right;

const small = { size: halfPoints(sizes.header) };

function pageHeader(section: Section, tree: DocumentTree): WordParagraph {
  const running = section.cover ? '' : cleanText(tree.running ?? tree.title);
  const heavy = { ...small, bold: true };
  const marking: WordInline[] =
    section.marking === undefined
      ? []
      : [{ kind: 'tab', look: heavy }, wordText(`【${cleanText(section.marking)}】`, heavy)];
  const width = twipsFromMm(textWidth(section.size, section.orientation));
  return wordParagraph('', [wordText(running, small), ...marking], { tabs: [{ kind: 'right', at: width }] });
}

function pageFooter(section: Section): WordParagraph {
  const number: WordInline = { kind: 'field', instruction: 'PAGE', result: '', look: small };
  return wordParagraph('', section.cover ? [] : [wordText('- ', small), number, wordText(' -', small)], {
    align: 'center',
  });
}
