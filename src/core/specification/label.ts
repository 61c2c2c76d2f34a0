/** How a clause id is said to people: `9(1)イ-p2`, the second duty under the same number, is 9(1)イ（その2）. */
export const clauseLabel = (id: string): string => id.replace(/-p(\d+)$/u, '（その$1）');

/** The number as the specification prints it, for papers: `10(8)-p3` is 10(8). */
export const clauseNumber = (id: string): string => id.replace(/-p\d+$/u, '');
