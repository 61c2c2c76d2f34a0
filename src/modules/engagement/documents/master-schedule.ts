/** 大日程表: the whole contract on one sheet of A3, phases by thirds of months, with fixed dates and meetings. */
import { dayParts, formatEra, formatEraShort } from '../../../core/calendar/index.ts';
import {
  cell,
  type Cell,
  type CellValue,
  document,
  type DocumentTree,
  letterHead,
  note,
  paragraph,
  type SheetCell,
  table,
  type WorkbookTree,
} from '../../../documents/index.ts';
import { type MonthThird, thirdsOf } from '../rules/month-thirds.ts';
import { monthsOf, yearSpans } from '../schedule.ts';
import type { MasterSource, Phase } from './master-source.ts';

const TITLE = '大日程表';
/** Width in mm of a third of a month: twelve months and the first columns fit on A3. */
const THIRD = 8;

export function masterScheduleTree(source: MasterSource): DocumentTree {
  const { engagement, phases, fixed, today } = source;
  const months = monthsOf(engagement.periodFrom, engagement.periodTo);
  const thirds = months.flatMap(thirdsOf);
  return document(
    {
      title: TITLE,
      subtitle: `${engagement.title}　${engagement.contractor}`,
      date: `${formatEra(today)}現在${source.edition === null ? '' : `（${source.edition}）`}`,
      author: engagement.contractor,
      size: 'A3',
      orientation: 'landscape',
      created: today,
      ...(engagement.marking === null ? {} : { marking: engagement.marking }),
    },
    [
      letterHead(),
      table({
        fontSize: 7.5,
        columns: [
          { width: '1fr' },
          { width: 14, align: 'center' },
          ...thirds.map(() => ({ width: THIRD, align: 'center' as const })),
        ],
        header: [
          [
            cell('段階', { rowspan: 3, vertical: 'middle', align: 'center' }),
            cell('区分', { rowspan: 3, vertical: 'middle', align: 'center' }),
            ...yearSpans(months).map(({ label, count }) => cell(label, { colspan: count * 3, align: 'center' })),
          ],
          months.map(({ label }) => cell(label, { colspan: 3, align: 'center' })),
          thirds.map(({ label }) => cell(label, { align: 'center' })),
        ],
        rows: [
          [
            '期日',
            '◆',
            ...thirds.map((third) =>
              marksIn(
                third,
                fixed.map(({ day }) => day),
                '◆',
              ),
            ),
          ],
          ['会議', '●', ...thirds.map((third) => daysIn(third, source.meetings))],
          ...phases.flatMap((phase) => phaseRows(phase, thirds, today)),
        ],
      }),
      paragraph(
        fixed.map(({ day, names }, index) => `◆${index + 1}　${formatEra(day)}　${names.join('、')}`).join('　／　'),
      ),
      note(
        '計画の行の着色は作業を予定する旬、実績の行の着色は作業をした旬で、数字は始めと終わりの日を示します。会議の行の数字は、会議の日です。',
      ),
    ],
  );
}

function phaseRows(phase: Phase, thirds: readonly MonthThird[], today: string): Cell[][] {
  return [
    [
      cell(phase.title, { rowspan: 2, shade: 'light', vertical: 'middle' }),
      '計画',
      ...barCells(thirds, plannedSpans(phase), 'header', ''),
    ],
    ['実績', ...barCells(thirds, actualSpans(phase, today), 'good', `${phase.percent}%`)],
  ];
}

interface DaySpan {
  readonly from: string;
  readonly to: string;
}

const plannedSpans = ({ tasks }: Phase): DaySpan[] =>
  tasks.map(({ plannedStart, plannedEnd }) => ({ from: plannedStart, to: plannedEnd }));

const actualSpans = ({ tasks }: Phase, today: string): DaySpan[] =>
  tasks.flatMap(({ actualStart, actualEnd }) =>
    actualStart === null ? [] : [{ from: actualStart, to: actualEnd ?? today }],
  );

/** Neighbouring thirds in which something is done become one cell that says its first and last day. */
function barCells(
  thirds: readonly MonthThird[],
  spans: readonly DaySpan[],
  shade: 'header' | 'good',
  suffix: string,
): Cell[] {
  const cells: Cell[] = [];
  for (let index = 0; index < thirds.length;) {
    let end = index;
    while (end < thirds.length && touching(thirds[end], spans).length > 0) end += 1;
    if (end === index) {
      cells.push('');
      index += 1;
      continue;
    }
    const run = thirds.slice(index, end);
    cells.push(cell(runText(run, spans, suffix), { colspan: run.length, shade, align: 'center' }));
    index = end;
  }
  return cells;
}

const touching = (third: MonthThird | undefined, spans: readonly DaySpan[]): DaySpan[] =>
  third === undefined ? [] : spans.filter(({ from, to }) => from <= third.to && third.from <= to);

function runText(run: readonly MonthThird[], spans: readonly DaySpan[], suffix: string): string {
  const within = run.flatMap((third) => touching(third, spans));
  const from = within.map((span) => span.from).toSorted()[0] ?? '';
  const to =
    within
      .map((span) => span.to)
      .toSorted()
      .at(-1) ?? '';
  // A single third is too narrow for months, which the header says anyway.
  if (run.length === 1) return from === to ? dateText(from) : `${dateText(from)}-${dateText(to)}`;
  return `${monthDay(from)}～${monthDay(to)}${suffix === '' || run.length < 4 ? '' : `（${suffix}）`}`;
}

const dateText = (day: string): string => `${dayParts(day).date}`;
const monthDay = (day: string): string => `${dayParts(day).month}/${dayParts(day).date}`;

/** ◆1 and ◆2 where the first and second fixed date lie. */
function marksIn(third: MonthThird, days: readonly string[], mark: string): string {
  return days.flatMap((day, index) => (third.from <= day && day <= third.to ? [`${mark}${index + 1}`] : [])).join('\n');
}

const daysIn = (third: MonthThird, days: readonly string[]): string =>
  days
    .filter((day) => third.from <= day && day <= third.to)
    .map(dateText)
    .join('\n');

export function masterScheduleWorkbook(source: MasterSource): WorkbookTree {
  const { engagement, phases, fixed, meetings, today } = source;
  const months = monthsOf(engagement.periodFrom, engagement.periodTo);
  const thirds = months.flatMap(thirdsOf);
  const bar = (spans: readonly DaySpan[], shade: 'light' | 'good') =>
    thirds.map((third): CellValue | SheetCell => {
      const found = touching(third, spans);
      if (found.length === 0) return null;
      const from = found.map((span) => span.from).toSorted()[0] ?? '';
      const to =
        found
          .map((span) => span.to)
          .toSorted()
          .at(-1) ?? '';
      const starts = from >= third.from ? dateText(from) : '';
      const ends = to <= third.to ? dateText(to) : '';
      return { value: starts === '' && ends === '' ? '━' : `${starts}～${ends}`, shade, align: 'center' };
    });
  return {
    title: TITLE,
    author: engagement.contractor,
    created: today,
    ...(engagement.marking === null ? {} : { marking: engagement.marking }),
    sheets: [
      {
        name: TITLE,
        title: TITLE,
        subtitle: [
          engagement.title,
          `${engagement.contractor}　${formatEra(today)}現在${source.edition === null ? '' : `　${source.edition}による`}`,
        ],
        size: 'A3',
        orientation: 'landscape',
        fontSize: 8,
        filter: false,
        columns: [
          { title: '段階', width: 30 },
          { title: '区分', width: 7, align: 'center' },
          { title: '進捗', width: 7, align: 'right', format: '0%' },
          ...thirds.map(({ month, label }, index) => ({
            title: `${index % 3 === 0 ? `${dayParts(month).month}月` : ''}\n${label}`,
            width: 6,
            align: 'center' as const,
          })),
        ],
        rows: [
          [
            '期日',
            '◆',
            null,
            ...thirds.map((third) =>
              marksIn(
                third,
                fixed.map(({ day }) => day),
                '◆',
              ),
            ),
          ],
          ['会議', '●', null, ...thirds.map((third) => daysIn(third, meetings))],
          ...phases.flatMap((phase) => [
            [phase.title, '計画', null, ...bar(plannedSpans(phase), 'light')],
            [phase.title, '実績', phase.percent / 100, ...bar(actualSpans(phase, today), 'good')],
          ]),
        ],
      },
      {
        name: '期日の一覧',
        title: '期日の一覧',
        filter: false,
        columns: [
          { title: '記号', width: 8, align: 'center' },
          { title: '期日', width: 14, align: 'center' },
          { title: '内容', width: 90 },
        ],
        rows: fixed.map(({ day, names }, index) => [`◆${index + 1}`, formatEraShort(day), names.join('\n')]),
      },
    ],
  };
}
