/**
 * Drawing samples that anybody can draw again: from method, size, count and seed alone. The procedure has a name and an
 * edition, kept with each sample; a changed procedure would get a new edition.
 */
export const PROCEDURE = 'machimori-sample/1';

export interface Draw {
  readonly method: 'random' | 'systematic';
  /** How many there are; they are numbered from 1. */
  readonly size: number;
  readonly count: number;
  readonly seed: string;
}

/** The numbers drawn, ascending, none twice. `count` above `size` takes everything. */
export function draw({ method, size, count, seed }: Draw): number[] {
  if (count >= size) return Array.from({ length: size }, (_, index) => index + 1);
  const next = generator(seed);
  return method === 'random' ? random(size, count, next) : systematic(size, count, next);
}

/** Floyd's way: every set of `count` numbers is as likely as any other, and no list of the population is needed. */
function random(size: number, count: number, next: () => number): number[] {
  const taken = new Set<number>();
  for (let upper = size - count + 1; upper <= size; upper += 1) {
    const candidate = below(upper, next) + 1;
    taken.add(taken.has(candidate) ? upper : candidate);
  }
  return [...taken].sort((a, b) => a - b);
}

/** Every size/count-th, from a start that the seed decides. */
function systematic(size: number, count: number, next: () => number): number[] {
  const interval = size / count;
  const start = (next() / 2 ** 32) * interval;
  return Array.from({ length: count }, (_, index) => Math.min(size, Math.floor(start + index * interval) + 1));
}

/** 0 to limit − 1, each as likely as the others. */
function below(limit: number, next: () => number): number {
  const fair = Math.floor(2 ** 32 / limit) * limit;
  for (;;) {
    const value = next();
    if (value < fair) return value % limit;
  }
}

/** 32-bit whole numbers from a seed: FNV-1a over its UTF-16 units, then SplitMix32. */
function generator(seed: string): () => number {
  let state = 0x811c9dc5;
  for (let at = 0; at < seed.length; at += 1) state = Math.imul(state ^ seed.charCodeAt(at), 0x01000193);
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
}
