/** A product that lives on another day, for contracts whose year is over or has not begun. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface OtherDay {
  /** To be given to `startProduct`. */
  readonly env: Readonly<Record<string, string>>;
  /** From now on it is this instant there; time goes on from it. */
  moveTo(instant: string): void;
  remove(): void;
}

export function otherDay(instant: string): OtherDay {
  const folder = mkdtempSync(join(tmpdir(), 'machimori-clock-'));
  const file = join(folder, 'ahead');
  const moveTo = (to: string): void => writeFileSync(file, String(Date.parse(to) - Date.now()));
  moveTo(instant);
  return {
    env: { NODE_OPTIONS: `--import=${new URL('shifted-clock.ts', import.meta.url).href}`, CLOCK_FILE: file },
    moveTo,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
