import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { discoverModules } from '../../src/kernel/discovery.ts';
import { expectNone } from './source.ts';

const modules = await discoverModules();

/** Queries whose answer holds rows: an array of records at its top. */
const queries = modules.flatMap(({ contract, lists, noLists }) =>
  Object.entries(contract.operations)
    .filter(([name, { kind, output }]) => kind === 'query' && (name.startsWith('list') || hasRows(output)))
    .map(([name]) => ({ module: contract.id, name, lists, reason: noLists[name] })),
);

interface Definition {
  readonly def: {
    readonly type: string;
    readonly innerType?: z.ZodType;
    readonly element?: z.ZodType;
    readonly shape?: Readonly<Record<string, z.ZodType>>;
  };
}

function hasRows(output: z.ZodType): boolean {
  const { def } = inner(output);
  return Object.values(def.shape ?? {}).some((field) => {
    const { def: found } = inner(field);
    return found.element !== undefined && inner(found.element).def.type === 'object';
  });
}

function inner(schema: z.ZodType): Definition {
  const definition = schema as unknown as Definition;
  return definition.def.innerType === undefined ? definition : inner(definition.def.innerType);
}

describe('lists', () => {
  it('are found at all', () => expect(queries.length).toBeGreaterThan(60));

  it('go out to a spreadsheet program, or a reason says why a query is no list', () => {
    expectNone(
      queries
        .filter(
          ({ name, lists, reason }) => reason === undefined && !lists.some(({ answers }) => answers.includes(name)),
        )
        .map(({ module, name }) => `${module}.${name} has neither a list nor a reason`),
    );
  });

  it('tell people in polite sentences what may be edited, and why not', () => {
    const told = modules.flatMap(({ contract, lists }) =>
      lists.flatMap(({ id, because, help }) =>
        [because, help].flatMap((words) => (words === null ? [] : [{ list: `${contract.id}.${id}`, words }])),
      ),
    );
    expect(told.length).toBeGreaterThan(80);
    expectNone(
      told
        .filter(({ words }) => !/(?:ます|ません|です|ました|ください)。$/u.test(words) || /である。/u.test(words))
        .map(({ list, words }) => `${list}: ${words}`),
    );
  });

  it('answer for queries that exist, and no query is both', () => {
    expectNone(
      modules.flatMap(({ contract, lists, noLists }) => [
        ...lists
          .flatMap(({ answers }) => answers)
          .filter((name) => contract.operations[name]?.kind !== 'query' || Object.hasOwn(noLists, name))
          .map((name) => `${contract.id}.${name}`),
        ...Object.keys(noLists)
          .filter((name) => contract.operations[name]?.kind !== 'query')
          .map((name) => `${contract.id}.${name}`),
      ]),
    );
  });

  it('say in a sentence why they only go out, and have ids of their own', () => {
    expectNone(
      modules.flatMap(({ contract, lists }) => [
        ...lists
          .filter(({ edit, because }) => (edit === null) !== (because !== null && because.endsWith('。')))
          .map(({ id }) => `${contract.id}.${id}: because`),
        ...lists
          .filter(({ id }, index) => lists.findIndex((other) => other.id === id) !== index || !/^[a-z0-9-]+$/u.test(id))
          .map(({ id }) => `${contract.id}.${id}: id`),
        ...lists
          .flatMap(({ id, edit }) => Object.values(edit ?? {}).map((permission) => ({ id, permission })))
          .filter(({ permission }) => !Object.hasOwn(contract.permissions, permission))
          .map(({ id, permission }) => `${contract.id}.${id}: ${permission}`),
        ...lists
          .filter(({ edit }) => edit !== null && Object.keys(edit).length === 0)
          .map(({ id }) => `${contract.id}.${id}: nothing can be done to its rows`),
      ]),
    );
  });
});
