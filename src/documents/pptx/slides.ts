/** Writes each kind of slide. */

import type { WriterCell, WriterSlide } from './writer.ts';
import { checkChart } from '../charts/check.ts';
import { type ChartSpec, isEmptyChart } from '../charts/model.ts';
import { chartTable } from '../charts/table.ts';
import { chartWords } from '../charts/words.ts';
import { DocumentError } from '../errors.ts';
import { breakLines, cleanText } from '../prepare/text.ts';
import { legendWords, nativeChart, paintedTable } from './charts.ts';
import { type Frame, words } from './frame.ts';
import { colours, emIn, heightOf, linePitch, sizesOf, slideFont } from './look.ts';
import type {
  Bullet,
  ChartSlide,
  ClosingSlide,
  FigureSlide,
  SectionSlide,
  Slide,
  TableSlide,
  TitleSlide,
  TwoColumnsSlide,
} from './model.ts';
import {
  cellInset,
  columnInches,
  continued,
  type ListPage,
  paginateChart,
  paginateList,
  paginateTable,
} from './paginate.ts';

export async function writeSlide(slide: Slide, frame: Frame): Promise<void> {
  switch (slide.kind) {
    case 'title':
      return writeCover(slide, frame, slide.subtitle);
    case 'section':
    case 'closing':
      return writeCover(slide, frame);
    case 'bullets':
      return writeBullets(slide.title, slide.notes, slide.items, frame);
    case 'two-columns':
      return writeColumns(slide, frame);
    case 'table':
      return writeTable(slide, frame);
    case 'chart':
      return writeChart(slide, frame);
    case 'figure':
      return writeFigure(slide, frame);
  }
}

function writeCover(
  slide: TitleSlide | SectionSlide | ClosingSlide,
  { sheet, width, addBare }: Frame,
  subtitle?: string,
): void {
  const page = addBare(slide.notes);
  const size = slide.kind === 'section' ? 32 : sizesOf.cover;
  const title = cleanText(slide.title)
    .split('\n')
    .flatMap((line) => breakLines(line, emIn(width, size)));
  if (title.length > 3)
    throw new DocumentError(
      'deck-invalid',
      `スライドの題名「${slide.title.slice(0, 30)}…」が3行に収まりません。短い題名にしてください。`,
    );
  const middle = sheet.height * 0.42;
  const high = heightOf(title.length, size) + 0.1;
  page.addText(title.join('\n'), {
    ...words(size, { bold: true, color: colours.accent, valign: 'bottom' }),
    x: sheet.margin,
    y: middle - high,
    w: width,
    h: high,
    objectName: '題名',
  });
  page.addShape('rect', { x: sheet.margin, y: middle + 0.08, w: width, h: 0.06, fill: { color: colours.accent } });
  const below = [
    ...(subtitle === undefined ? [] : [subtitle]),
    ...('lines' in slide ? (slide.lines ?? []) : []),
  ].flatMap((line) => breakLines(cleanText(line), emIn(width, sizesOf.bodyLeast)));
  if (below.length === 0) return;
  if (below.length > 7)
    throw new DocumentError(
      'deck-invalid',
      `スライド「${slide.title}」の題名の下が7行を超えています。短くしてください。`,
    );
  page.addText(below.join('\n'), {
    ...words(sizesOf.bodyLeast, { valign: 'top', lineSpacingMultiple: linePitch }),
    x: sheet.margin,
    y: middle + 0.35,
    w: width,
    h: heightOf(below.length, sizesOf.bodyLeast) + 0.2,
  });
}

function writeBullets(
  title: string,
  notes: string | undefined,
  items: readonly (string | Bullet)[],
  frame: Frame,
): void {
  const pages = paginateList(items, frame.width);
  pages.forEach((page, index) => {
    const slide = frame.add(continued(title, index, pages.length), index === 0 ? notes : undefined);
    putList(slide, page, { x: frame.sheet.margin, y: frame.sheet.top, w: frame.width, h: frame.sheet.body });
  });
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** The lines are set as they were measured, so that no program finds other line ends. */
function putList(slide: WriterSlide, page: ListPage, place: Place): void {
  if (page.lines.length === 0) return;
  const points = page.lines.reduce<{ depth: 0 | 1; starts: boolean; lines: string[] }[]>((all, line) => {
    if (line.starts || all.length === 0) all.push({ depth: line.depth, starts: line.starts, lines: [line.text] });
    else all.at(-1)?.lines.push(line.text);
    return all;
  }, []);
  slide.addText(
    points.map(({ depth, starts, lines }, index) => ({
      text: lines.join(''),
      options: {
        ...words(page.size),
        ...(starts
          ? { bullet: { characterCode: depth === 0 ? '25CF' : '2013', indent: page.size * 1.2 }, indentLevel: depth }
          : { bullet: false, indentLevel: depth }),
        paraSpaceAfter: 8,
        breakLine: index < points.length - 1,
      },
    })),
    { ...words(page.size, { valign: 'top', lineSpacingMultiple: 1.1 }), ...place },
  );
}

function writeColumns(slide: TwoColumnsSlide, frame: Frame): void {
  const { sheet } = frame;
  const gap = 0.4;
  const w = (frame.width - gap) / 2;
  const sides = [slide.left, slide.right].map((side) => ({ ...side, pages: paginateList(side.items, w) }));
  const count = Math.max(...sides.map(({ pages }) => pages.length));
  for (let index = 0; index < count; index += 1) {
    const page = frame.add(continued(slide.title, index, count), index === 0 ? slide.notes : undefined);
    sides.forEach(({ heading, pages }, at) => {
      const x = sheet.margin + at * (w + gap);
      page.addText(breakLines(cleanText(heading), emIn(w, sizesOf.bodyLeast)).slice(0, 1).join(''), {
        ...words(sizesOf.bodyLeast, { bold: true, align: 'center', valign: 'middle' }),
        fill: { color: colours.head },
        x,
        y: sheet.top,
        w,
        h: 0.5,
      });
      const own = pages[index];
      if (own !== undefined) putList(page, own, { x, y: sheet.top + 0.65, w, h: sheet.body - 0.65 });
    });
  }
}

function writeTable(slide: TableSlide, frame: Frame): void {
  const { sheet } = frame;
  const note = slide.note === undefined ? [] : breakLines(cleanText(slide.note), emIn(frame.width, sizesOf.small));
  const noteHeight = note.length === 0 ? 0 : heightOf(note.length, sizesOf.small) + 0.1;
  const room = { width: frame.width, height: sheet.body - noteHeight };
  const pages = paginateTable(slide.columns, slide.rows, room, slide.title);
  const border = { type: 'solid', pt: 0.75, color: colours.rule } as const;
  pages.forEach((own, index) => {
    const page = frame.add(continued(slide.title, index, pages.length), index === 0 ? slide.notes : undefined);
    const cell = (text: string, at: number, header: boolean): WriterCell => ({
      text,
      options: {
        fontFace: slideFont,
        fontSize: own.size,
        color: colours.ink,
        bold: header,
        align: header ? 'center' : (slide.columns[at]?.align ?? 'left'),
        valign: 'middle',
        margin: [cellInset.y, cellInset.x, cellInset.y, cellInset.x],
        border: [border, border, border, border],
        ...(header ? { fill: { color: colours.head } } : {}),
      },
    });
    page.addTable(
      [
        slide.columns.map(({ title }, at) => cell(cleanText(title), at, true)),
        ...own.rows.map((row) => row.map((lines, at) => cell(lines.join('\n'), at, false))),
      ],
      {
        x: sheet.margin,
        y: sheet.top,
        w: frame.width,
        colW: columnInches(slide.columns, frame.width),
        rowH: [...own.heights],
        autoPage: false,
      },
    );
    if (note.length > 0) putNote(page, note, frame);
  });
}

function putNote(page: WriterSlide, lines: readonly string[], { sheet, width }: Frame): void {
  const h = heightOf(lines.length, sizesOf.small);
  page.addText(lines.join('\n'), {
    ...words(sizesOf.small, { color: colours.grey, valign: 'bottom' }),
    x: sheet.margin,
    y: sheet.top + sheet.body - h,
    w: width,
    h,
  });
}

function writeChart(slide: ChartSlide, frame: Frame): void {
  checkChart(slide.chart);
  const alt = chartWords(slide.chart);
  if (isEmptyChart(slide.chart)) {
    writeBullets(slide.title, slide.notes ?? alt, ['データがありません。'], frame);
    return;
  }
  const message =
    slide.message === undefined ? [] : breakLines(cleanText(slide.message), emIn(frame.width, sizesOf.message));
  if (message.length > 3)
    throw new DocumentError(
      'deck-invalid',
      `スライド「${slide.title}」のグラフの説明が3行を超えています。短くしてください。`,
    );
  const pages = paginateChart(slide.chart);
  pages.forEach((chart, index) => {
    // The notes tell the figures: who presents need not read them off the chart.
    const notes = index === 0 ? [slide.notes, alt].filter((text) => text !== undefined).join('\n') : undefined;
    const page = frame.add(continued(slide.title, index, pages.length), notes);
    const { sheet } = frame;
    const high = message.length === 0 ? 0 : heightOf(message.length, sizesOf.message) + 0.15;
    if (message.length > 0)
      page.addText(message.join('\n'), {
        ...words(sizesOf.message, { valign: 'top' }),
        x: sheet.margin,
        y: sheet.top,
        w: frame.width,
        h: high,
      });
    const tinted = chart.kind === 'heat-map' || chart.kind === 'risk-matrix';
    const remarks = [
      ...(tinted ? [legendWords(chart)] : []),
      ...(chart.source === undefined ? [] : [`出典：${chart.source}`]),
    ].flatMap((line) => breakLines(cleanText(line), emIn(frame.width, sizesOf.small)));
    const below = remarks.length === 0 ? 0 : heightOf(remarks.length, sizesOf.small) + 0.1;
    const place = { x: sheet.margin, y: sheet.top + high, w: frame.width, h: sheet.body - high - below };
    putChart(page, chart, alt, place);
    if (remarks.length > 0) putNote(page, remarks, frame);
  });
  if (slide.chart.kind === 'risk-matrix') writeRisks(slide.title, slide.chart, frame);
}

/** The items behind the numbers of a risk matrix. */
function writeRisks(title: string, chart: ChartSpec, frame: Frame): void {
  const { header, rows } = chartTable(chart);
  writeTable(
    {
      kind: 'table',
      title: `${title}（項目）`,
      columns: header.map((name, index) => ({
        title: name,
        share: index === 1 ? 5 : 1,
        align: index === 1 ? 'left' : 'center',
      })),
      rows,
    },
    frame,
  );
}

function putChart(page: WriterSlide, chart: ChartSpec, alt: string, place: Place): void {
  if (chart.kind !== 'heat-map' && chart.kind !== 'risk-matrix') {
    const { type, data, options } = nativeChart(chart, alt);
    page.addChart(type, data, { ...options, ...place });
    return;
  }
  const { rows, shares } = paintedTable(chart);
  const widths = columnInches(
    shares.map((share) => ({ title: '', share })),
    place.w,
  );
  const high = place.h / rows.length;
  const fits = (size: number): boolean =>
    rows.every((row) =>
      row.every(({ text }, at) => {
        const lines = text
          .split('\n')
          .flatMap((line) => breakLines(line, Math.max(1, emIn((widths[at] ?? 1) - 0.1, size) + 0.5)));
        return heightOf(lines.length, size) + 0.08 <= high;
      }),
    );
  const size = [16, 14, 12, 11, 10, 9, 8].find(fits);
  if (size === undefined)
    throw new DocumentError(
      'deck-invalid',
      `グラフ「${chart.title}」がスライドに収まりません。項目を減らすか、名前を短くしてください。`,
    );
  const border = { type: 'solid', pt: 0.75, color: colours.rule } as const;
  page.addTable(
    rows.map((row) =>
      row.map(({ text, fill, ink, align, bold }) => ({
        text: cleanText(text),
        options: {
          fontFace: slideFont,
          fontSize: size,
          color: ink.toUpperCase(),
          fill: { color: fill.toUpperCase() },
          align,
          bold: bold === true,
          valign: 'middle' as const,
          margin: [0.02, 0.05, 0.02, 0.05],
          border: [border, border, border, border],
        },
      })),
    ),
    { ...place, colW: widths, rowH: rows.map(() => Math.min(high, 0.9)), autoPage: false, objectName: chart.title },
  );
}

async function writeFigure(slide: FigureSlide, frame: Frame): Promise<void> {
  const { sheet } = frame;
  const png =
    slide.png ?? (slide.svg === undefined ? undefined : await (await import('../charts/png.ts')).paint(slide.svg));
  if (png === undefined || slide.alt.trim() === '' || !(slide.ratio > 0))
    throw new DocumentError('deck-invalid', `スライド「${slide.title}」の図に、画像、説明文又は縦横の比がありません。`);
  const page = frame.add(slide.title, slide.notes);
  const w = Math.min(frame.width, sheet.body * slide.ratio);
  page.addImage({
    data: `image/png;base64,${Buffer.from(png).toString('base64')}`,
    altText: cleanText(slide.alt),
    x: sheet.margin + (frame.width - w) / 2,
    y: sheet.top,
    w,
    h: w / slide.ratio,
  });
}
