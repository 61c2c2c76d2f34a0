import type { DocumentGap } from './module.ts';

/** A gap when there is anything to fill in; none otherwise. `message` is the whole sentence with its count. */
export const gap = (count: number, message: string, href: string): readonly DocumentGap[] =>
  count > 0 ? [{ message, href }] : [];
