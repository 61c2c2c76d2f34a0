import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { AppError } from './error.ts';

/** The settings that the refusal names. */
function refusedOf(env: Record<string, string | undefined>): string[] {
  try {
    readConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    const { code, detail } = error as AppError;
    expect(code).toBe('configuration.invalid');
    for (const name of detail.internal?.split(', ') ?? []) expect(detail.message).toContain(name);
    return detail.internal?.split(', ') ?? [];
  }
  return [];
}

describe('configuration', () => {
  it('works with an empty environment, and takes an empty value for none', () => {
    expect(readConfig({})).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', DEMONSTRATION: true, DATABASE_POOL: 12 });
    expect(readConfig({ PORT: '', DATABASE_URL: '', BASE_URL: undefined })).toEqual(readConfig({}));
    expect(readConfig({ DATA_DIR: 'x' })).toMatchObject({ DATA_DIR: resolve('x'), DATA_DIR_GIVEN: true });
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', 'http'],
    ['PORT', '-1'],
    ['DATABASE_URL', 'mysql://x/y'],
    ['DATABASE_URL', 'postgres'],
    ['BASE_URL', 'machi.example.jp'],
    ['S3_ENDPOINT', 'store'],
    ['OIDC_ISSUER', 'issuer'],
    ['OIDC_CLAIM', 'sub'],
    ['DEMONSTRATION', 'maybe'],
    ['LOG_LEVEL', 'loud'],
    ['DATABASE_POOL', '1'],
    ['DATABASE_POOL', '2.5'],
  ])('names a wrong %s (%s)', (name, value) => {
    expect(refusedOf({ [name]: value })).toContain(name);
  });

  it('names every wrong setting at once, and those that are missing beside others', () => {
    expect(refusedOf({ PORT: 'x', LOG_LEVEL: 'x', DATABASE_POOL: 'x' }).toSorted()).toEqual([
      'DATABASE_POOL',
      'LOG_LEVEL',
      'PORT',
    ]);
    expect(refusedOf({ S3_ENDPOINT: 'http://127.0.0.1:9000', S3_BUCKET: 'b' }).toSorted()).toEqual([
      'S3_ACCESS_KEY_ID',
      'S3_SECRET_ACCESS_KEY',
    ]);
    expect(refusedOf({ OIDC_CLIENT_ID: 'c' })).toEqual(['OIDC_ISSUER']);
    expect(refusedOf({ PORT: 'x', OIDC_CLIENT_ID: 'c' }).toSorted()).toEqual(['OIDC_ISSUER', 'PORT']);
  });

  it('accepts or refuses any environment by name, and never repeats a value', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('PORT', 'DATABASE_URL', 'S3_SECRET_ACCESS_KEY', 'BASE_URL'),
          fc.string({ minLength: 8 }),
        ),
        (env) => {
          try {
            readConfig(env);
          } catch (error) {
            for (const value of Object.values(env))
              expect(JSON.stringify((error as AppError).detail)).not.toContain(value);
          }
        },
      ),
    );
  });
});
