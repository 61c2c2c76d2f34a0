/** Timetables of site visits (clause 9(1)イ(イ)-p7) and the expected number of visits (-p5). */
import type { TimetableRow } from '../contract/visits.ts';

/** One to three departments are expected; more are possible on the contractor's request. */
export const EXPECTED_VISITS = 3;

/** What keeps a timetable from being submitted; empty when it stands. */
export function timetableGaps(rows: readonly TimetableRow[]): { readonly path: string; readonly message: string }[] {
  if (rows.length === 0) return [{ path: 'timetable', message: '当日の時間割を一行以上書いてください。' }];
  return rows.flatMap((row, index) => {
    const previous = rows[index - 1];
    if (row.from >= row.to)
      return [{ path: `timetable.${index}.to`, message: '終わりの時刻を、始まりの時刻より後にしてください。' }];
    if (previous !== undefined && row.from < previous.to)
      return [{ path: `timetable.${index}.from`, message: '前の行と時間が重なっています。' }];
    return [];
  });
}
