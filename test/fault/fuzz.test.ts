/**
 * Hostile input to every operation as every role: each call is answered or refused for a reason that the caller can
 * understand, never with our own failure.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Caller } from '../../src/kernel/caller.ts';
import type { Operation } from '../../src/kernel/contract.ts';
import { AppError } from '../../src/kernel/error.ts';
import { ENGAGEMENT_ROLES, type Role } from '../../src/kernel/role.ts';
import { startTestApplication, type TestApplication } from '../../src/kernel/test-application.ts';
import { engagementContract } from '../../src/modules/engagement/contract.ts';
import { peopleContract } from '../../src/modules/people/contract.ts';

const ROLES_TRIED: readonly Role[] = [...ENGAGEMENT_ROLES, 'administrator'];
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 30);
/** Ids that exist, so that some calls get past the first look-up. */
const ids: string[] = ['00000000-0000-7000-8000-00000000ffff'];
let test: TestApplication;

beforeAll(async () => {
  test = await startTestApplication();
  const { application } = test;
  const administrator = application.client(peopleContract, test.caller(['administrator']));
  const { departmentId: bureauId } = await administrator.saveDepartment({
    name: '局',
    kana: '',
    bureauId: null,
    from: '2026-04-01',
  });
  const { departmentId } = await administrator.saveDepartment({ name: '課', kana: '', bureauId, from: '2026-04-01' });
  const { engagementId } = await application
    .client(engagementContract, test.caller(['security-office']))
    .createEngagement({
      specification: 'chiba-2026',
      contractDate: '2026-06-01',
      contractor: '試験監査',
      client: { department: '担当課', address: '1-1', tel: '000', fax: '', email: '' },
      places: [],
    });
  ids.push(bureauId, departmentId, engagementId);
});
afterAll(() => test.close());

interface Shape {
  readonly type?: string | string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly allOf?: readonly Shape[];
  readonly additionalProperties?: Shape | boolean;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Strings that have broken programs before. */
const nasty = fc.constantFrom(
  '',
  '\0',
  '\ud800',
  'a\ud800b',
  '\u202E監査',
  "'; drop table journal; --",
  '𠮷'.repeat(50),
  '%_\\',
  '2026-02-30',
  '9999-12-31',
  '0001-01-01',
  '__proto__',
  'x'.repeat(20_000),
  '-1',
  'NaN',
);
const anything = fc.oneof(
  fc.jsonValue(),
  nasty,
  fc.double(),
  fc.constantFrom(-1, 0, 2 ** 31, 2 ** 53, -0, 1e308, null, true),
);

/** A value that fits the schema loosely: about right, so that it gets far. */
function fitting(shape: Shape): fc.Arbitrary<unknown> {
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map(fitting));
  if (shape.const !== undefined) return fc.constant(shape.const);
  if (shape.enum !== undefined) return fc.constantFrom(...shape.enum);
  const type = Array.isArray(shape.type) ? shape.type[0] : shape.type;
  switch (type) {
    case 'object': {
      const known = Object.entries(shape.properties ?? {}).map(([name, inner]) => [name, fitting(inner)] as const);
      if (known.length > 0) return fc.record(Object.fromEntries(known));
      const more = typeof shape.additionalProperties === 'object' ? fitting(shape.additionalProperties) : anything;
      return fc.dictionary(fc.string({ maxLength: 20 }), more, { maxKeys: 3 });
    }
    case 'array':
      return fc.array(shape.items === undefined ? anything : fitting(shape.items), { maxLength: 3 });
    case 'integer':
      return fc.oneof(fc.constantFrom(0, 1, 2, shape.maximum ?? 2 ** 31), fc.integer({ min: 0, max: 5 }));
    case 'number':
      return fc.double({ noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'string':
      return fittingText(shape);
    default:
      return anything;
  }
}

function fittingText({ format, pattern }: Shape): fc.Arbitrary<unknown> {
  if (format === 'uuid') return fc.constantFrom(...ids);
  if (format === 'date')
    return fc.constantFrom('2026-06-01', '2026-06-02', '2027-03-31', '2026-05-01', '9999-12-31', '0001-01-01');
  if (format === 'date-time') return fc.constantFrom('2026-06-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z');
  if (pattern !== undefined && !/[Cc]c|\\0|\\S|u0000/.test(pattern)) {
    try {
      return fc.stringMatching(new RegExp(pattern, 'u'));
    } catch {
      return fc.string();
    }
  }
  return fc.oneof(fc.constantFrom('監査', 'a', '09:00', 'note'), fc.string({ unit: 'binary', maxLength: 30 }), nasty);
}

/** Sometimes as it is, sometimes with one part of it replaced, left out or added. */
function mutated(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 5, arbitrary: value },
    {
      weight: 3,
      arbitrary: fc.tuple(value, anything, fc.nat()).map(([whole, part, where]) => replaced(whole, part, where)),
    },
    { weight: 1, arbitrary: anything },
  );
}

function replaced(whole: unknown, part: unknown, where: number): unknown {
  if (Array.isArray(whole) && whole.length > 0) {
    const at = where % whole.length;
    return whole.map((item, index) => (index === at ? replaced(item, part, where >> 3) : item));
  }
  if (typeof whole === 'object' && whole !== null && !Array.isArray(whole)) {
    const keys = Object.keys(whole);
    const key = keys[where % (keys.length + 1)];
    if (key === undefined) return { ...whole, extra: part };
    if (where % 7 === 0) return Object.fromEntries(Object.entries(whole).filter(([name]) => name !== key));
    return { ...whole, [key]: replaced((whole as Record<string, unknown>)[key], part, where >> 2) };
  }
  return part;
}

function callersOf(operation: Operation, permissions: readonly Role[]): readonly (Caller | null)[] {
  if (operation.permission === 'anyone') return [null, test.caller(['security-office'])];
  const allowed = permissions.length === 0 ? ROLES_TRIED : permissions;
  const departmentIds = ids.slice(1, 3);
  return [...allowed.map((role) => test.caller([role], { departmentIds })), test.caller(['vendor'])];
}

describe('hostile input', () => {
  it('never reaches a failure of our own, whoever sends it', { timeout: 600_000 }, async () => {
    const failures = new Map<string, string>();
    for (const contract of test.application.contracts) {
      for (const [name, operation] of Object.entries(contract.operations)) {
        const shape = z.toJSONSchema(operation.input, {
          io: 'input',
          unrepresentable: 'any',
          reused: 'inline',
        }) as Shape;
        const callers = callersOf(operation, contract.permissions[operation.permission]?.roles ?? []);
        await fc.assert(
          fc.asyncProperty(mutated(fitting(shape)), fc.constantFrom(...callers), async (input, caller) => {
            try {
              await test.application.call(contract.id, name, input, { caller });
            } catch (error) {
              const known = error instanceof AppError && error.code !== 'internal.failure';
              if (!known)
                failures.set(
                  `${contract.id}.${name}`,
                  `${describeError(error)} for ${JSON.stringify(input)?.slice(0, 300)}`,
                );
            }
          }),
          { numRuns: RUNS, endOnFailure: true },
        );
      }
    }
    expect(Object.fromEntries(failures)).toEqual({});
  });
});

function describeError(error: unknown): string {
  if (!(error instanceof Error)) return 'thrown value';
  const at = error.stack?.split('\n').find((line) => line.includes('/src/')) ?? '';
  return `${error.name} ${error.message.slice(0, 200)} ${at.trim()}`;
}
