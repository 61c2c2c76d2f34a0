import { PageBreak, Paragraph } from 'docx';
import type { DocxWriter } from '../../docx/context.ts';
import { styleIds } from '../../docx/styles.ts';
import type { PageBreakBlock } from './model.ts';

export const pageBreakToDocx: DocxWriter<PageBreakBlock> = () => [
  new Paragraph({ style: styleIds.tableGap, children: [new PageBreak()] }),
];
