import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { query } from './contract.ts';
import { checkOutput, unchanging } from './output.ts';

const answering = (output: z.ZodType<object>) =>
  query({ summary: '試験のため。', permission: 'anyone', input: z.strictObject({}), output });

describe('answers', () => {
  it('are held against the schema of each operation that gives them, unchanging ones once', () => {
    let looked = 0;
    const counted = z.strictObject({ rows: z.array(z.int().refine(() => (looked += 1) > 0)) });
    const operation = answering(counted);
    const value = unchanging({ rows: [1, 2] });
    expect(checkOutput(operation, value)).toEqual(value);
    expect(checkOutput(operation, value)).toEqual(value);
    expect(looked).toBe(2);
    expect(() => checkOutput(answering(z.strictObject({ rows: z.array(z.string()) })), value)).toThrow(
      'internal.failure',
    );
    checkOutput(operation, { rows: [1, 2] });
    expect(looked).toBe(4);
  });

  it('cannot be changed through any of its askers', () => {
    const operation = answering(z.strictObject({ rows: z.array(z.strictObject({ name: z.string() })) }));
    const value = unchanging({ rows: [{ name: '条項' }] });
    for (const one of [value, checkOutput(operation, value)] as readonly (typeof value)[]) {
      expect(() => Object.assign(one.rows[0] ?? {}, { name: '別' })).toThrow(TypeError);
    }
  });

  it('that break the schema are refused every time', () => {
    const operation = answering(z.strictObject({ name: z.string() }));
    const value = unchanging({ name: 1 });
    expect(() => checkOutput(operation, value)).toThrow('internal.failure');
    expect(() => checkOutput(operation, value)).toThrow('internal.failure');
  });
});
