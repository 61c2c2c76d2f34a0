/**
 * The kinds of facts that the rules of the specifications may name, with the fields of their data. What a module records
 * comes from its own `facts.ts`; what a capability still to come will record is announced in `planned-facts.fixture.ts`.
 * This keeps a misspelt kind or field in a specification from passing unnoticed.
 */
import { readdirSync, existsSync } from 'node:fs';
import { z } from 'zod';
import type { FactKinds } from '../../src/kernel/fact.ts';
import { PLANNED_FACT_KINDS } from './planned-facts.fixture.ts';

export type KnownKinds = Readonly<Record<string, readonly string[]>>;

/** Kinds that a module of the product declares. */
export async function recordableKinds(): Promise<KnownKinds> {
  const modules = new URL('../../src/modules/', import.meta.url);
  const files = readdirSync(modules)
    .map((name) => new URL(`${name}/facts.ts`, modules))
    .filter((file) => existsSync(file));
  const all: Record<string, readonly string[]> = {};
  for (const file of files) {
    const { facts } = (await import(file.href)) as { readonly facts: { readonly kinds: FactKinds } };
    for (const [kind, { data }] of Object.entries(facts.kinds)) {
      all[kind] = data instanceof z.ZodObject ? Object.keys(data.shape) : [];
    }
  }
  return all;
}

/** Recordable and announced kinds together. */
export async function knownKinds(): Promise<KnownKinds> {
  return { ...PLANNED_FACT_KINDS, ...(await recordableKinds()) };
}
