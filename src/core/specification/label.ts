/** How a clause id is said to people: `9(1)イ-p2`, the second duty under the same number, is 9(1)イ（その2）. */
export const clauseLabel = (id: string): string => id.replace(/-p(\d+)$/u, '（その$1）');
