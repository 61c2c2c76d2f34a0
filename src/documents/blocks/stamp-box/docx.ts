import {
  AlignmentType,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextDirection,
  VerticalAlignTable,
} from 'docx';
import type { DocxWriter } from '../../docx/context.ts';
import { wordRuns } from '../../docx/inline.ts';
import { styleIds } from '../../docx/styles.ts';
import { twipsFromMm } from '../../model/units.ts';
import { wordAlignment } from '../paragraph/docx.ts';
import { fixedTable, frame, noRule, rule, tableGap } from '../table/docx.ts';
import type { SignatureBlock, StampBoxBlock } from './model.ts';
import { signatureWidths, stampSize } from './size.ts';

export const stampBoxToDocx: DocxWriter<StampBoxBlock> = (block, { labels }) => {
  const centred = (text: string): Paragraph =>
    new Paragraph({ style: styleIds.tableText, alignment: AlignmentType.CENTER, children: wordRuns(text, labels) });
  const title =
    block.title === undefined
      ? []
      : [
          new TableCell({
            children: [centred(block.title)],
            rowSpan: 2,
            textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT,
            verticalAlign: VerticalAlignTable.CENTER,
          }),
        ];
  const row = (height: number, children: TableCell[]): TableRow =>
    new TableRow({
      cantSplit: true,
      keepNext: height === stampSize.label,
      height: { value: twipsFromMm(height), rule: HeightRule.EXACT },
      children,
    });
  return [
    tableGap(),
    new Table({
      ...fixedTable([...(title.length > 0 ? [stampSize.title] : []), ...block.labels.map(() => stampSize.side)]),
      alignment: wordAlignment[block.align],
      borders: frame,
      rows: [
        row(stampSize.label, [
          ...title,
          ...block.labels.map(
            (label) => new TableCell({ children: [centred(label)], verticalAlign: VerticalAlignTable.CENTER }),
          ),
        ]),
        row(
          stampSize.side,
          block.labels.map(() => new TableCell({ children: [centred('')] })),
        ),
      ],
    }),
    tableGap(),
  ];
};

export const signatureToDocx: DocxWriter<SignatureBlock> = (block, { labels }) => {
  const cell = (text: string, line: boolean): TableCell =>
    new TableCell({
      children: [new Paragraph({ style: styleIds.list, children: wordRuns(text, labels) })],
      verticalAlign: VerticalAlignTable.BOTTOM,
      borders: { top: noRule, left: noRule, right: noRule, bottom: line ? rule : noRule },
    });
  return [
    tableGap(),
    new Table({
      ...fixedTable(signatureWidths),
      alignment: AlignmentType.RIGHT,
      rows: block.lines.map(
        (line, index) =>
          new TableRow({
            cantSplit: true,
            keepNext: index < block.lines.length - 1,
            height: { value: twipsFromMm(9), rule: HeightRule.ATLEAST },
            children: [
              cell(line.label, false),
              cell(line.value ?? '', true),
              cell(line.seal === true ? '印' : '', true),
            ],
          }),
      ),
    }),
    tableGap(),
  ];
};
