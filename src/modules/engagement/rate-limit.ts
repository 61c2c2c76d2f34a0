/** How often something may happen under one name in a stretch of time; kept in memory, per process. */
export interface RateLimit {
  /** Counts the attempt and says whether it may go on. */
  allows(name: string, now: Date): boolean;
  /** Says so without counting. */
  isExhausted(name: string, now: Date): boolean;
}

/** Names held at once; the one that began first is forgotten first. */
const NAMES_HELD = 5000;

/** Counts in stretches that begin with the first attempt. */
export function createRateLimit({ times, withinMs }: { readonly times: number; readonly withinMs: number }): RateLimit {
  const stretches = new Map<string, { readonly until: number; count: number }>();

  const current = (name: string, now: Date): { readonly until: number; count: number } | null => {
    const known = stretches.get(name);
    return known !== undefined && now.getTime() < known.until ? known : null;
  };

  return {
    isExhausted: (name, now) => (current(name, now)?.count ?? 0) >= times,
    allows(name, now) {
      const known = current(name, now);
      if (known !== null) {
        known.count += 1;
        return known.count <= times;
      }
      stretches.delete(name);
      stretches.set(name, { until: now.getTime() + withinMs, count: 1 });
      const oldest = stretches.keys().next();
      if (stretches.size > NAMES_HELD && oldest.done !== true) stretches.delete(oldest.value);
      return times >= 1;
    },
  };
}
