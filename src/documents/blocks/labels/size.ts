/** Sizes of the text of a label in points: its first line, and the others. */
export const labelSizes = { first: 13, other: 10.5 } as const;
