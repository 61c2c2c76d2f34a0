import { type WordBlock, wordParagraph } from '../../docx/model.ts';
import { styleIds } from '../../docx/styles.ts';

/**
 * A low paragraph that starts a page. A break character instead would leave an empty line at the top of the new page, so
 * a page break is written as a property of what follows it.
 */
export const pageStart = (): WordBlock[] => [wordParagraph(styleIds.tableGap, [], { pageBreakBefore: true })];
