/** Sizes in mm of a seal square, its label row and the vertical title. */
export const stampSize = { side: 20, label: 6, title: 8 } as const;

/** Columns in mm of signature lines: label, line to write on, seal. */
export const signatureWidths = [32, 58, 12] as const;
