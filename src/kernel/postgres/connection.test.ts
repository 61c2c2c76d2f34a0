import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatPostgresUrl, parsePostgresUrl } from './connection.ts';

test('a network address', () => {
  expect(parsePostgresUrl('postgresql://app:p%40ss@db.example.jp:6432/machimori')).toEqual({
    host: 'db.example.jp',
    port: 6432,
    user: 'app',
    password: 'p@ss',
    database: 'machimori',
  });
});

test('a socket folder', () => {
  const expected = { host: '/run/pg', port: 5432, user: 'owner', database: 'machimori' };
  expect(parsePostgresUrl('postgres://owner@/machimori?host=/run/pg')).toEqual(expected);
  expect(parsePostgresUrl('postgres://owner@/machimori').host).toBe('/var/run/postgresql');
});

test('another kind of address is refused', () => {
  expect(() => parsePostgresUrl('https://db.example.jp/machimori')).toThrow(TypeError);
  expect(() => parsePostgresUrl('machimori')).toThrow(TypeError);
});

test('formatting and parsing are inverse', () => {
  const name = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.isWellFormed());
  fc.assert(
    fc.property(
      fc.oneof(
        fc.constantFrom('db.example.jp', '127.0.0.1'),
        name.map((text) => `/run/${text}`),
      ),
      fc.integer({ min: 1, max: 65_535 }),
      name,
      fc.option(name, { nil: undefined }),
      name,
      (host, port, user, password, database) => {
        const connection = { host, port, user, database, ...(password === undefined ? {} : { password }) };
        expect(parsePostgresUrl(formatPostgresUrl(connection))).toEqual(connection);
      },
    ),
  );
});
