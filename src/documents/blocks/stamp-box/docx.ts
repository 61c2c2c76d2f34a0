import type { DocxWriter } from '../../docx/context.ts';
import { wordRuns } from '../../docx/inline.ts';
import { type WordCell, type WordParagraph, wordParagraph, type WordRow } from '../../docx/model.ts';
import { styleIds } from '../../docx/styles.ts';
import { twipsFromMm } from '../../model/units.ts';
import { fixedTable, frame, noRule, rule, tableGap } from '../table/docx.ts';
import type { SignatureBlock, StampBoxBlock } from './model.ts';
import { signatureWidths, stampSize } from './size.ts';

export const stampBoxToDocx: DocxWriter<StampBoxBlock> = (block, { labels }) => {
  const centred = (text: string): WordParagraph[] => [
    wordParagraph(styleIds.tableText, wordRuns(text, labels), { align: 'center' }),
  ];
  const title: WordCell[] =
    block.title === undefined ? [] : [{ paragraphs: centred(block.title), rows: 2, upright: true, vertical: 'center' }];
  const row = (height: number, cells: readonly WordCell[]): WordRow => ({
    whole: true,
    keepNext: height === stampSize.label,
    height: { value: twipsFromMm(height), exact: true },
    cells,
  });
  return [
    tableGap(),
    {
      ...fixedTable([...(title.length > 0 ? [stampSize.title] : []), ...block.labels.map(() => stampSize.side)]),
      align: block.align,
      borders: frame,
      rows: [
        row(stampSize.label, [
          ...title,
          ...block.labels.map((label): WordCell => ({ paragraphs: centred(label), vertical: 'center' })),
        ]),
        row(
          stampSize.side,
          block.labels.map(() => ({ paragraphs: centred('') })),
        ),
      ],
    },
    tableGap(),
  ];
};

export const signatureToDocx: DocxWriter<SignatureBlock> = (block, { labels }) => {
  const cell = (text: string, line: boolean): WordCell => ({
    paragraphs: [wordParagraph(styleIds.list, wordRuns(text, labels))],
    vertical: 'bottom',
    borders: { top: noRule, left: noRule, bottom: line ? rule : noRule, right: noRule },
  });
  return [
    tableGap(),
    {
      ...fixedTable(signatureWidths),
      align: 'right',
      rows: block.lines.map((line, index) => ({
        whole: true,
        keepNext: index < block.lines.length - 1,
        height: { value: twipsFromMm(9), exact: false },
        cells: [cell(line.label, false), cell(line.value ?? '', true), cell(line.seal === true ? '印' : '', true)],
      })),
    },
    tableGap(),
  ];
};
