import { type FileChild, Paragraph } from 'docx';
import { styleIds } from '../../docx/styles.ts';

/**
 * A low paragraph that starts a page. A break character instead would leave an empty line at the top of the new page, so
 * a page break is written as a property of what follows it.
 */
export const pageStart = (): FileChild[] => [new Paragraph({ style: styleIds.tableGap, pageBreakBefore: true })];
