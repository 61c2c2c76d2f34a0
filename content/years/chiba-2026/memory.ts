/** What the year remembers from one step to the next: the ids that the product gave. */
import type { CaseKey } from './keys.ts';

export interface Memory {
  /** Keeps an id under a name; a second one under the same name replaces it. */
  keep(name: CaseKey, id: string): void;
  /** The id kept under the name. @throws when the step that makes it has not run. */
  get(name: CaseKey): string;
}

export function createMemory(): Memory {
  const ids = new Map<string, string>();
  return {
    keep: (name, id) => void ids.set(name, id),
    get(name) {
      const id = ids.get(name);
      if (id === undefined) throw new Error(`nothing is known as "${name}" yet`);
      return id;
    },
  };
}
