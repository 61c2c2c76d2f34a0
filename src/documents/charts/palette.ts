/**
 * Colours that survive a grey print and colour blindness: dark and light take turns, so that neighbours differ in
 * brightness whatever the eye makes of the hue. Hatching tells those of one brightness apart.
 */

/** How a filled area is marked besides its colour. */
export type Hatch = 'none' | 'rising' | 'falling' | 'level' | 'upright';

export interface Paint {
  readonly fill: string;
  /** Black or white, whichever is read on the fill. */
  readonly ink: string;
  readonly hatch: Hatch;
  /** Colour of the hatching: seen, but near enough to the fill to leave its brightness. */
  readonly hatchInk: string;
}

export const palette: readonly [Paint, Paint, Paint, Paint, Paint, Paint] = [
  { fill: '#0b4a7a', ink: '#ffffff', hatch: 'none', hatchInk: '#ffffff' },
  { fill: '#f6c667', ink: '#000000', hatch: 'none', hatchInk: '#000000' },
  { fill: '#6e2350', ink: '#ffffff', hatch: 'rising', hatchInk: '#c9a3ba' },
  { fill: '#a9d8cc', ink: '#000000', hatch: 'falling', hatchInk: '#3f6f63' },
  { fill: '#3a3a3a', ink: '#ffffff', hatch: 'level', hatchInk: '#a8a8a8' },
  { fill: '#e6e6e6', ink: '#000000', hatch: 'upright', hatchInk: '#5a5a5a' },
];

/** The paint of a series; a lone series is dark. */
export function paintOf(index: number): Paint {
  return palette[index % palette.length] ?? palette[0];
}

/** Lines are dark on white and told apart by mark and dash. */
export const strokes = [
  { colour: '#0b4a7a', dash: 'solid', mark: 'circle' },
  { colour: '#a03a00', dash: 'dashed', mark: 'rect' },
  { colour: '#3a3a3a', dash: 'dotted', mark: 'triangle' },
  { colour: '#6e2350', dash: [8, 3, 2, 3], mark: 'diamond' },
  { colour: '#1c6b52', dash: [2, 4], mark: 'emptyCircle' },
  { colour: '#5a5a00', dash: [12, 4], mark: 'emptyRect' },
] as const;

export const strokeOf = (index: number): (typeof strokes)[number] => strokes[index % strokes.length] ?? strokes[0];

/** Tints of a heat map from light to dark; every cell also bears its number. */
export const tints = ['#f7f9fb', '#cfdeea', '#93b6d1', '#3f7fae', '#0b3d66'] as const;

/** Zones of a risk matrix; every cell also bears the name of its zone. */
export const zonePaints = {
  低: { fill: '#ffffff', ink: '#000000' },
  中: { fill: '#f6c667', ink: '#000000' },
  高: { fill: '#8c1d18', ink: '#ffffff' },
} as const;

export const ink = '#1f2328';
export const lineInk = '#5f6b7a';
export const gridInk = '#d4d9df';

/** Relative luminance of a hex colour (WCAG 2.2), 0 black to 1 white: what a grey print keeps of it. */
export function luminance(hex: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** Contrast of two colours (WCAG 2.2), 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** Black or white, whichever is read better on a fill. */
export const inkOn = (fill: string): string =>
  contrast(fill, '#ffffff') >= contrast(fill, '#000000') ? '#ffffff' : '#000000';
