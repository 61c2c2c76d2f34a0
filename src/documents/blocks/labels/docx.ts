import { halfPoints, type DocxWriter } from '../../docx/context.ts';
import { wordRuns } from '../../docx/inline.ts';
import { type WordBorder, type WordCell, wordParagraph, type WordRow } from '../../docx/model.ts';
import { styleIds } from '../../docx/styles.ts';
import { twipsFromMm } from '../../model/units.ts';
import { fixedTable, noRule, tableGap } from '../table/docx.ts';
import type { Label, LabelsBlock } from './model.ts';
import { labelSizes } from './size.ts';

const cut: WordBorder = { style: 'dashed', size: 4, colour: '475569' };
const cutAround = { top: cut, left: cut, bottom: cut, right: cut };
const none = { top: noRule, left: noRule, bottom: noRule, right: noRule };
const GAP = 8;

export const labelsToDocx: DocxWriter<LabelsBlock> = (block, { labels }) => {
  const cell = (label: Label): WordCell => ({
    vertical: 'center',
    borders: cutAround,
    upright: label.upright === true,
    paragraphs: label.lines.map((line, index) => {
      const size = halfPoints(index === 0 ? labelSizes.first : labelSizes.other);
      return wordParagraph(
        styleIds.tableText,
        wordRuns(line, labels, { size, ...(index === 0 ? { bold: true } : {}) }),
        { align: 'center', spacing: { before: 60, after: 60 } },
      );
    }),
  });
  const row = (height: number, cells: readonly WordCell[]): WordRow => ({
    whole: true,
    height: { value: twipsFromMm(height), exact: true },
    cells,
  });
  if (!block.beside) {
    return block.labels.flatMap((label) => [
      { ...fixedTable([label.width]), rows: [row(label.height, [cell(label)])] },
      tableGap(),
    ]);
  }
  // Side by side they are one row, with empty cells as gaps, as high as the highest.
  const gapCell: WordCell = { paragraphs: [wordParagraph(styleIds.tableText, [])], borders: none };
  return [
    {
      ...fixedTable(block.labels.flatMap(({ width }, index) => (index === 0 ? [width] : [GAP, width]))),
      rows: [
        row(
          Math.max(...block.labels.map(({ height }) => height)),
          block.labels.flatMap((label, index) => (index === 0 ? [cell(label)] : [gapCell, cell(label)])),
        ),
      ],
    },
    tableGap(),
  ];
};
