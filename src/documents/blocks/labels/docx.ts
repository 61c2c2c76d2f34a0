import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextDirection,
  VerticalAlignTable,
} from 'docx';
import { halfPoints, type DocxWriter } from '../../docx/context.ts';
import { wordRuns } from '../../docx/inline.ts';
import { styleIds } from '../../docx/styles.ts';
import { twipsFromMm } from '../../model/units.ts';
import { fixedTable, noRule, tableGap } from '../table/docx.ts';
import type { Label, LabelsBlock } from './model.ts';
import { labelSizes } from './size.ts';

const cut = { style: BorderStyle.DASHED, size: 4, color: '475569' } as const;
const cutAround = { top: cut, bottom: cut, left: cut, right: cut };
const none = { top: noRule, bottom: noRule, left: noRule, right: noRule };
const GAP = 8;

export const labelsToDocx: DocxWriter<LabelsBlock> = (block, { labels }) => {
  const cell = (label: Label): TableCell =>
    new TableCell({
      verticalAlign: VerticalAlignTable.CENTER,
      borders: cutAround,
      ...(label.upright === true ? { textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT } : {}),
      children: label.lines.map(
        (line, index) =>
          new Paragraph({
            style: styleIds.tableText,
            alignment: AlignmentType.CENTER,
            spacing: { before: 60, after: 60 },
            children: wordRuns(line, labels, {
              size: halfPoints(index === 0 ? labelSizes.first : labelSizes.other),
              ...(index === 0 ? { bold: true } : {}),
            }),
          }),
      ),
    });
  const row = (height: number, children: TableCell[]): TableRow =>
    new TableRow({ cantSplit: true, height: { value: twipsFromMm(height), rule: HeightRule.EXACT }, children });
  if (!block.beside) {
    return block.labels.flatMap((label) => [
      new Table({ ...fixedTable([label.width]), rows: [row(label.height, [cell(label)])] }),
      tableGap(),
    ]);
  }
  // Side by side they are one row, with empty cells as gaps, as high as the highest.
  const gapCell = (): TableCell =>
    new TableCell({ children: [new Paragraph({ style: styleIds.tableText })], borders: none });
  return [
    new Table({
      ...fixedTable(block.labels.flatMap(({ width }, index) => (index === 0 ? [width] : [GAP, width]))),
      rows: [
        row(
          Math.max(...block.labels.map(({ height }) => height)),
          block.labels.flatMap((label, index) => (index === 0 ? [cell(label)] : [gapCell(), cell(label)])),
        ),
      ],
    }),
    tableGap(),
  ];
};
