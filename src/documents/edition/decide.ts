import type { Marks } from '../model/marks.ts';
import type { Edition } from './model.ts';

/** Whether a piece stands in an edition; otherwise why not, and what stands there instead. */
export type Decision =
  | { readonly keep: true }
  | {
      readonly keep: false;
      readonly reason: string;
      readonly instead: string | null;
      /** It was never in the detailed edition, so that nothing is lost to the reader of this one. */
      readonly silent: boolean;
    };

const KEEP: Decision = { keep: true };

/** Decides by the marks of a piece alone. */
export function decide(marks: Marks, edition: Edition): Decision {
  const silent = marks.only !== undefined && !marks.only.includes('detailed');
  if (marks.only !== undefined && !marks.only.includes(edition.kind)) {
    return { keep: false, reason: 'この版に載せない記載', instead: null, silent };
  }
  if (edition.kind === 'public' && marks.sensitive !== undefined) {
    const { reason, instead } = marks.sensitive;
    return { keep: false, reason, instead: instead ?? null, silent };
  }
  if (
    edition.kind === 'department' &&
    marks.departments !== undefined &&
    !marks.departments.includes(edition.department)
  ) {
    return { keep: false, reason: 'ほかの所属に関する記載', instead: null, silent };
  }
  return KEEP;
}
