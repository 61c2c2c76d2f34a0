/** Paper that municipalities accept. */
export type PageSize = 'A4' | 'A3';
export type Orientation = 'portrait' | 'landscape';
export type Alignment = 'left' | 'center' | 'right';

/** Width in millimetres when a number, a share of what is left when written as `'2fr'`. */
export type Width = number | `${number}fr`;

/** Width and height in mm of a sheet standing upright. */
export const paper: Readonly<Record<PageSize, { readonly width: number; readonly height: number }>> = {
  A4: { width: 210, height: 297 },
  A3: { width: 297, height: 420 },
};

/** Margins in mm: top, bottom, left, right. */
export const margins = { top: 25, bottom: 25, left: 20, right: 20 } as const;

/** Body size in points and the distance of two base lines in points. */
export const bodySize = 10.5;
export const linePitch = 18;

/** Twentieths of a point, the unit of Word. */
export const twipsFromMm = (mm: number): number => Math.round((mm * 1440) / 25.4);
export const twipsFromPt = (pt: number): number => Math.round(pt * 20);

/** Width in mm between the margins. */
export function textWidth(size: PageSize, orientation: Orientation): number {
  const sheet = paper[size];
  return (orientation === 'portrait' ? sheet.width : sheet.height) - margins.left - margins.right;
}
