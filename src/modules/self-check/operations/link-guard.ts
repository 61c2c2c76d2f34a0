/** How often a link may be used, and how often somebody may come with links that are none. In memory, per server. */
import { AppError } from '../../../kernel/error.ts';

const WINDOW_MS = 60_000;
const MOST_KEYS = 20_000;

export interface LinkGuard {
  /** @throws AppError `rate.limited` when the key was used more than `most` times within the last minute. */
  count(key: string, most: number, now: Date): void;
}

export function createLinkGuard(): LinkGuard {
  const uses = new Map<string, { readonly since: number; readonly count: number }>();
  return {
    count(key, most, now) {
      const at = now.getTime();
      const known = uses.get(key);
      const current = known === undefined || at - known.since >= WINDOW_MS ? { since: at, count: 0 } : known;
      if (uses.size >= MOST_KEYS && known === undefined) uses.clear();
      uses.set(key, { since: current.since, count: current.count + 1 });
      if (current.count >= most) throw new AppError('rate.limited');
    },
  };
}
