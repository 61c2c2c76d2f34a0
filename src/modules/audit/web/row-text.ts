/** Lists that are typed as lines with parts between bars: quick to write, paste and correct by keyboard. */

/** The parts of every line that says something. */
export function rowsOf(value: string): string[][] {
  return value
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(/[｜|]/u).map((part) => part.trim()));
}

export interface TimetableLine {
  readonly from: string;
  readonly to: string;
  readonly what: string;
  readonly where: string;
  readonly who: string;
}

/** `9:30-10:00｜what｜where｜who`; null for a line of another form. */
export function timetableOf(value: string): (TimetableLine | null)[] {
  return rowsOf(value).map(([time = '', what = '', where = '', who = '', ...rest]) => {
    const found = /^(\d{1,2}):(\d\d)\s*[-～~－―]\s*(\d{1,2}):(\d\d)$/u.exec(time.normalize('NFKC'));
    if (found === null || what === '' || where === '' || rest.length > 0) return null;
    const [, fromHour = '', fromMinute = '', toHour = '', toMinute = ''] = found;
    return {
      from: `${fromHour.padStart(2, '0')}:${fromMinute}`,
      to: `${toHour.padStart(2, '0')}:${toMinute}`,
      ...{ what, where, who },
    };
  });
}

export function timetableText(rows: readonly TimetableLine[]): string {
  return rows.map(({ from, to, what, where, who }) => `${from}-${to}｜${what}｜${where}｜${who}`).join('\n');
}
