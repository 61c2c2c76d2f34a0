/** What may become of a file that came in, given the others that came with it and what is stored. */

/**
 * - `beside`: it is no sheet but a file that one of the sheets names;
 * - `refused`: something in it is wrong; `accepted`: it was taken in already;
 * - `new`, `changed`: it may be taken in; `same`: the stored answer says the same;
 * - `repeated`, `older`: another file of the same department says the same, or is newer;
 * - `competing`: another file of the department says something else, and nothing tells which is newer;
 * - `overtaken`: after the sheet was given out, the department answered in another way.
 */
export const VERDICTS = [
  'beside',
  'refused',
  'accepted',
  'new',
  'changed',
  'same',
  'repeated',
  'older',
  'competing',
  'overtaken',
] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface JudgedFile {
  readonly number: number;
  readonly respondentId: string | null;
  readonly channel: 'html' | 'excel' | null;
  readonly answersHash: string | null;
  readonly baseRevision: number | null;
  /** ISO instant by the respondent's clock; null for Excel. */
  readonly savedAt: string | null;
  readonly serial: number | null;
  readonly problems: number;
  readonly acceptedRevision: number | null;
}

export interface StoredAnswer {
  readonly revision: number;
  readonly answersHash: string | null;
}

/** Files that are proposed to be taken in. */
export const isProposed = (verdict: Verdict): boolean => verdict === 'new' || verdict === 'changed';
/** Files that a person may take in after a look. */
export const isPossible = (verdict: Verdict): boolean =>
  isProposed(verdict) || verdict === 'older' || verdict === 'competing' || verdict === 'overtaken';

export function judge(file: JudgedFile, others: readonly JudgedFile[], stored: StoredAnswer | null): Verdict {
  if (file.acceptedRevision !== null) return 'accepted';
  if (file.problems > 0 || stored === null || file.answersHash === null) return 'refused';
  if (stored.revision > 0 && stored.answersHash === file.answersHash) return 'same';
  const rivals = others.filter(
    (other) =>
      other.number !== file.number &&
      other.respondentId === file.respondentId &&
      other.problems === 0 &&
      other.answersHash !== null &&
      other.acceptedRevision === null,
  );
  const twins = rivals.filter((other) => other.answersHash === file.answersHash);
  if (twins.some((other) => other.number < file.number)) return 'repeated';
  const orders = rivals.filter((other) => other.answersHash !== file.answersHash).map((other) => compare(file, other));
  if (orders.includes('older')) return 'older';
  if (orders.includes('unknown')) return 'competing';
  if (stored.revision > (file.baseRevision ?? 0)) return 'overtaken';
  return stored.revision === 0 ? 'new' : 'changed';
}

/** Which of two files was made later. Clocks of two computers may differ, so both signs must agree where both are there. */
function compare(file: JudgedFile, other: JudgedFile): 'newer' | 'older' | 'unknown' {
  if (file.savedAt === null || other.savedAt === null) return 'unknown';
  if (file.savedAt === other.savedAt) {
    if (file.serial === other.serial) return 'unknown';
    return (file.serial ?? 0) > (other.serial ?? 0) ? 'newer' : 'older';
  }
  const later = file.savedAt > other.savedAt;
  const saves = Math.sign((file.serial ?? 0) - (other.serial ?? 0));
  if (saves !== 0 && saves > 0 !== later) return 'unknown';
  return later ? 'newer' : 'older';
}
