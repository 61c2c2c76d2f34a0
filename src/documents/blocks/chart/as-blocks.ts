/** A chart as blocks that every output can write already: the drawing as a figure, its source, its figures. */
import type { ChartPicture } from '../../charts/draw.ts';
import { mmPerPixel } from '../../charts/layout.ts';
import { chartTable } from '../../charts/table.ts';
import { chartWords } from '../../charts/words.ts';
import type { FigureBlock } from '../figure/model.ts';
import type { NoteBlock } from '../note/model.ts';
import { table, type TableBlock } from '../table/model.ts';
import type { ChartBlock } from './model.ts';

export type ChartPart = FigureBlock | NoteBlock | TableBlock;

/** @param available width of the text in mm; a wider drawing is made smaller as a whole */
export function chartParts(block: ChartBlock, picture: ChartPicture, available: number): ChartPart[] {
  const width = Math.min(picture.width * mmPerPixel, available);
  const { chart } = block;
  return [
    {
      kind: 'figure',
      svg: picture.svg,
      ...(picture.png === undefined ? {} : { png: picture.png }),
      alt: chartWords(chart),
      width,
      height: (width / picture.width) * picture.height,
      caption: block.caption ?? chart.title,
    },
    ...(chart.source === undefined ? [] : [{ kind: 'note' as const, label: '出典', content: chart.source }]),
    ...((block.withTable ?? chart.kind === 'risk-matrix') ? [figuresTable(block)] : []),
  ];
}

function figuresTable({ chart }: ChartBlock): TableBlock {
  const { header, rows } = chartTable(chart);
  const words = chart.kind === 'risk-matrix';
  return table({
    caption: `${chart.title}の値`,
    columns: header.map((_name, index) =>
      words
        ? { width: index === 1 ? '3fr' : '1fr', align: index === 0 ? 'right' : 'left' }
        : { width: index === 0 ? '2fr' : '1fr', align: index === 0 ? 'left' : 'right' },
    ),
    header,
    rows,
  });
}
