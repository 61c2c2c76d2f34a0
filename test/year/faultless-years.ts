/** The faultless years at hand: one for every specification that has a stream of facts beside it. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Fact } from '../../src/core/obligation/index.ts';
import { parseSpecification, resolveSpecification, type Specification } from '../../src/core/specification/index.ts';

export interface FaultlessYear {
  readonly id: string;
  readonly specification: Specification;
  readonly facts: readonly Fact[];
}

const FOLDER = new URL('../../content/specifications/', import.meta.url);
const ENDING = '.facts.fixture.ts';

export async function faultlessYears(): Promise<FaultlessYear[]> {
  const ids = readdirSync(FOLDER)
    .filter((name) => name.endsWith(ENDING))
    .map((name) => name.slice(0, -ENDING.length))
    .sort();
  return Promise.all(
    ids.map(async (id) => {
      const source = parseSpecification(readFileSync(new URL(`${id}.yaml`, FOLDER), 'utf8'));
      return { id, specification: resolveSpecification(source), facts: await factsOf(id) };
    }),
  );
}

/** Each file exports one function, `<city>Facts`. */
async function factsOf(id: string): Promise<readonly Fact[]> {
  const exported = (await import(new URL(`${id}${ENDING}`, FOLDER).href)) as Readonly<Record<string, unknown>>;
  const [, make] = Object.entries(exported).find(([name]) => name.endsWith('Facts')) ?? [];
  if (typeof make !== 'function') throw new Error(`${id}${ENDING} exports no function of facts`);
  return (make as () => readonly Fact[])();
}
