import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { PLANNED_FACT_KINDS } from '../../content/specifications/planned-facts.fixture.ts';
import type { Contract, Operation } from '../../src/kernel/contract.ts';
import { discoverModules } from '../../src/kernel/discovery.ts';
import type { ServerModule } from '../../src/kernel/module.ts';
import { ROLES } from '../../src/kernel/role.ts';
import { expectNone, filesBelow, ROOT } from './source.ts';

const modules = await discoverModules();
const contracts = modules.map((module) => module.contract);

/** Commands that somebody uses before being signed in, with the reason. */
const BEFORE_SIGN_IN: Readonly<Record<string, string>> = {
  'people.signIn': 'proves who somebody is',
  'people.signOut': 'also ends a session that is over already',
  'people.createFirstAdministrator': 'works only in an empty installation',
  'people.acceptInvitation': 'holds the secret of an invitation',
  'self-check.saveLinkDraft': 'holds the secret of a link to one sheet',
  'self-check.submitByLink': 'holds the secret of a link to one sheet',
  'self-check.passLink': 'holds the secret of a link to one sheet',
  'self-check.takeBackLink': 'holds the secret of a link to one sheet',
  'people.oidcStart': 'begins at the identity provider',
  'people.oidcFinish': 'comes back from the identity provider',
};

/** A whole Japanese sentence: kana or kanji, and a full stop. */
const isSentence = (text: string): boolean => /[ぁ-んァ-ヶ一-龠]/.test(text) && text.endsWith('。');

interface Named {
  readonly name: string;
  readonly contract: Contract;
  readonly operation: Operation;
}

const operations: readonly Named[] = contracts.flatMap((contract) =>
  Object.entries(contract.operations).map(([name, operation]) => ({
    name: `${contract.id}.${name}`,
    contract,
    operation,
  })),
);

const rows = contracts.flatMap((contract) =>
  Object.entries(contract.permissions).map(([name, row]) => ({ name, contract, row })),
);

describe('permissions', () => {
  it('name at least one role each, and only roles that exist', () => {
    expectNone(
      rows
        .filter(({ row }) => row.roles.length === 0 || !row.roles.every((role) => Object.hasOwn(ROLES, role)))
        .map(({ name, row }) => `${name}: [${row.roles.join(', ')}]`),
    );
  });

  it('say why, in a Japanese sentence', () => {
    expectNone(rows.filter(({ row }) => !isSentence(row.because)).map(({ name, row }) => `${name}: ${row.because}`));
  });

  it('have a name of their own in the whole product', () => {
    // The browser knows permissions by their names alone.
    const names = rows.map(({ name }) => name);
    expectNone(names.filter((name, index) => names.indexOf(name) !== index));
  });

  it('are used by an operation, a document or a chapter', () => {
    const used = new Set(
      modules.flatMap((module) => [
        ...Object.values(module.contract.operations).map(
          (operation) => `${module.contract.id} ${operation.permission}`,
        ),
        ...providersOf(module).map(({ permission }) => `${module.contract.id} ${permission}`),
      ]),
    );
    expectNone(rows.filter(({ name, contract }) => !used.has(`${contract.id} ${name}`)).map(({ name }) => name));
  });

  it('of documents and chapters are rows of the same contract', () => {
    expectNone(
      modules.flatMap((module) =>
        providersOf(module)
          .filter(({ permission }) => !Object.hasOwn(module.contract.permissions, permission))
          .map(({ permission }) => `${module.contract.id}: ${permission}`),
      ),
    );
  });
});

describe('operations', () => {
  it('have a permission that their contract declares', () => {
    const open = ['anyone', 'signed-in'];
    expectNone(
      operations
        .filter(({ operation: { permission } }) => !open.includes(permission))
        .filter(({ contract, operation }) => !Object.hasOwn(contract.permissions, operation.permission))
        .map(({ name, operation }) => `${name}: ${operation.permission}`),
    );
  });

  it('say what they do, in a Japanese sentence', () => {
    expectNone(
      operations
        .filter(({ operation }) => !isSentence(operation.summary))
        .map(({ name, operation }) => `${name}: ${operation.summary}`),
    );
  });

  it('change nothing for strangers, but to sign in', () => {
    const commands = operations.filter(
      ({ operation }) => operation.kind === 'command' && operation.permission === 'anyone',
    );
    expectNone(commands.map(({ name }) => name).filter((name) => !Object.hasOwn(BEFORE_SIGN_IN, name)));
  });

  it('refuse fields that they do not know', () => {
    expectNone(
      operations
        .filter(({ operation }) => {
          const schema = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' });
          return schema.type === 'object' && schema.additionalProperties !== false;
        })
        .map(({ name }) => name),
    );
  });

  it('take no text without an end', () => {
    expectNone(operations.flatMap(({ name, operation }) => endless(operation.input).map((path) => `${name}: ${path}`)));
  });
});

function providersOf(module: ServerModule): readonly { readonly permission: string }[] {
  return [...module.documents, ...module.chapters, ...module.lists];
}

/** Paths of strings without longest length, pattern, format or choice; and of lists without longest length. */
function endless(schema: z.ZodType): string[] {
  const found: string[] = [];
  const visit = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return;
    const shape = node as Readonly<Record<string, unknown>>;
    const bounded = ['maxLength', 'format', 'enum', 'const'].some((key) => shape[key] !== undefined);
    if (shape['type'] === 'string' && !bounded && !isFixedLength(shape['pattern'])) found.push(path);
    if (shape['type'] === 'array' && shape['maxItems'] === undefined && !Array.isArray(shape['prefixItems'])) {
      found.push(`${path}[]`);
    }
    for (const [name, child] of Object.entries(shape['properties'] ?? {})) visit(child, `${path}.${name}`);
    visit(shape['items'], `${path}[]`);
    visit(shape['additionalProperties'], `${path}.*`);
    for (const key of ['anyOf', 'oneOf', 'allOf']) {
      const choices = shape[key];
      if (Array.isArray(choices)) for (const choice of choices) visit(choice, path);
    }
  };
  visit(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }), 'input');
  return [...new Set(found)];
}

const isFixedLength = (pattern: unknown): boolean => typeof pattern === 'string' && !/[*+]|\{\d+,\}/.test(pattern);

describe('facts', () => {
  const kinds = modules.flatMap((module) =>
    Object.entries(module.facts).map(([kind, declared]) => ({ kind, module: module.contract.id, declared })),
  );

  it('belong to one module each', () => {
    expectNone(
      kinds
        .filter(({ kind }, index) => kinds.findIndex((other) => other.kind === kind) !== index)
        .map(({ kind, module }) => `${kind}, again in ${module}`),
    );
  });

  it('are named subject.event and say when they are written', () => {
    expectNone(
      kinds
        .filter(({ kind, declared }) => !/^[a-z0-9-]+\.[a-z-]+$/.test(kind) || !/^[A-Z].+\.$/.test(declared.when))
        .map(({ kind, declared }) => `${kind}: ${declared.when}`),
    );
  });

  it('that a specification asks for are written by some module or announced by a capability to come', () => {
    const known = new Set([...kinds.map(({ kind }) => kind), ...Object.keys(PLANNED_FACT_KINDS)]);
    const specifications = filesBelow('content/specifications', /\.yaml$/);
    expect(specifications.length).toBeGreaterThan(0);
    expectNone(
      specifications.flatMap((path) => {
        const asked = factKindsIn(parseYaml(readFileSync(join(ROOT, path), 'utf8')));
        expect(asked.size).toBeGreaterThan(50);
        return [...asked].filter((kind) => !known.has(kind)).map((kind) => `${path}: ${kind}`);
      }),
    );
  });
});

/** Every kind that a pattern `{ fact: kind }` names, one or a list. */
function factKindsIn(node: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(node)) {
    for (const item of node) factKindsIn(item, found);
  } else if (typeof node === 'object' && node !== null) {
    for (const [name, value] of Object.entries(node)) {
      const named: readonly unknown[] = Array.isArray(value) ? value : [value];
      if (name === 'fact') for (const kind of named) if (typeof kind === 'string') found.add(kind);
      factKindsIn(value, found);
    }
  }
  return found;
}
