import type { Marks } from '../model/marks.ts';
import type { Edition } from './edition.ts';

/** Whether a piece stands in an edition; otherwise why not, and what stands there instead. */
export type Decision =
  | { readonly keep: true }
  | {
      readonly keep: false;
      readonly reason: string;
      readonly instead: string | null;
      /** The detailed edition leaves out only what was written for the others: nothing is lost to its reader. */
      readonly silent: boolean;
    };

const KEEP: Decision = { keep: true };

/** Decides by the marks of a piece alone. */
export function decide(marks: Marks, edition: Edition): Decision {
  if (marks.only !== undefined && !marks.only.includes(edition.kind)) {
    return { keep: false, reason: 'この版に載せない記載', instead: null, silent: edition.kind === 'detailed' };
  }
  if (edition.kind === 'public' && marks.sensitive !== undefined) {
    const { reason, instead } = marks.sensitive;
    return { keep: false, reason, instead: instead ?? null, silent: false };
  }
  if (
    edition.kind === 'department' &&
    marks.departments !== undefined &&
    !marks.departments.includes(edition.department)
  ) {
    return { keep: false, reason: 'ほかの所属に関する記載', instead: null, silent: false };
  }
  return KEEP;
}
