/** What a measurement found, held against its limit. */
export interface Finding {
  readonly name: string;
  readonly value: string;
  /** The limit in words, or null for a figure that is only told. */
  readonly limit: string | null;
  readonly holds: boolean;
}

export function within(name: string, value: number, limit: number, unit: string): Finding {
  return { name, value: `${round(value)} ${unit}`, limit: `≤ ${limit} ${unit}`, holds: value <= limit };
}

export function atLeast(name: string, value: number, limit: number, unit = ''): Finding {
  return { name, value: `${round(value)}${unit}`, limit: `≥ ${limit}${unit}`, holds: value >= limit };
}

export function told(name: string, value: string): Finding {
  return { name, value, limit: null, holds: true };
}

export function lineOf({ name, value, limit, holds }: Finding): string {
  const mark = limit === null ? ' ' : holds ? '✓' : '✗';
  return `${mark} ${name.padEnd(46)} ${value}${limit === null ? '' : `  (${limit})`}`;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

const round = (value: number): number => (value >= 100 ? Math.round(value) : Math.round(value * 100) / 100);
