import { BorderStyle, Paragraph, ShadingType, Table, TableCell, TableRow } from 'docx';
import type { DocxWriter } from '../../docx/context.ts';
import { paragraphMark } from '../../docx/changes.ts';
import { wordRuns } from '../../docx/inline.ts';
import { styleIds } from '../../docx/styles.ts';
import { twipsFromMm } from '../../model/units.ts';
import { shades } from '../../prepare/look.ts';
import { cleanText } from '../../prepare/text.ts';
import { listParagraphs } from '../list/docx.ts';
import { wordAlignment } from '../paragraph/docx.ts';
import { fixedTable, frame, rule, tableGap } from '../table/docx.ts';
import type { CalloutBlock } from './model.ts';

export const calloutToDocx: DocxWriter<CalloutBlock> = (block, context) => {
  const body = block.blocks.flatMap((piece) =>
    piece.kind === 'list'
      ? listParagraphs(piece, context, { style: styleIds.list, indent: 0 })
      : [
          new Paragraph({
            style: styleIds.list,
            alignment: wordAlignment[piece.align ?? 'left'],
            ...paragraphMark(piece.change),
            children: wordRuns(piece.content, context.labels),
          }),
        ],
  );
  const title =
    block.title === undefined ? [] : [new Paragraph({ style: styleIds.calloutTitle, text: cleanText(block.title) })];
  const margin = { top: twipsFromMm(2), bottom: twipsFromMm(2), left: twipsFromMm(4), right: twipsFromMm(4) };
  const fill = block.tone === 'warning' ? shades.warning : shades.light;
  return [
    tableGap(),
    new Table({
      ...fixedTable([context.width]),
      borders: { ...frame, left: { ...rule, style: BorderStyle.SINGLE, size: 24 } },
      rows: [
        new TableRow({
          cantSplit: true,
          children: [
            new TableCell({
              children: [...title, ...body],
              margins: margin,
              shading: { type: ShadingType.CLEAR, color: 'auto', fill },
            }),
          ],
        }),
      ],
    }),
    tableGap(),
  ];
};
