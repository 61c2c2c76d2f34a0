import type { DocxWriter } from '../../docx/context.ts';
import { wordRuns } from '../../docx/inline.ts';
import { type WordBorders, wordParagraph, wordText } from '../../docx/model.ts';
import { styleIds } from '../../docx/styles.ts';
import { twipsFromMm } from '../../model/units.ts';
import { shades } from '../../prepare/look.ts';
import { cleanText } from '../../prepare/text.ts';
import { listParagraphs } from '../list/docx.ts';
import { fixedTable, frame, rule, tableGap } from '../table/docx.ts';
import type { CalloutBlock } from './model.ts';

const barred: WordBorders = { ...frame, left: { ...rule, size: 24 } };
const margins = { top: twipsFromMm(2), left: twipsFromMm(4), bottom: twipsFromMm(2), right: twipsFromMm(4) };

export const calloutToDocx: DocxWriter<CalloutBlock> = (block, context) => {
  const title =
    block.title === undefined ? [] : [wordParagraph(styleIds.calloutTitle, [wordText(cleanText(block.title))])];
  const body = block.blocks.flatMap((piece) =>
    piece.kind === 'list'
      ? listParagraphs(piece, context, { style: styleIds.list, indent: 0 })
      : [
          wordParagraph(styleIds.list, wordRuns(piece.content, context.labels), {
            align: piece.align ?? 'left',
            change: piece.change,
          }),
        ],
  );
  const fill = block.tone === 'warning' ? shades.warning : shades.light;
  return [
    tableGap(),
    {
      ...fixedTable([context.width]),
      borders: barred,
      rows: [{ whole: true, cells: [{ paragraphs: [...title, ...body], margins, fill }] }],
    },
    tableGap(),
  ];
};
