import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Database, openDatabase, type Tx } from './database.ts';
import { createTestDatabase, type TestDatabase } from './postgres/test-database.ts';
import { checkRecordVersion, createRecordStore, nextPosition, optional } from './record-store.ts';

let test: TestDatabase;
let database: Database;
let owner: pg.Client;

beforeAll(async () => {
  test = await createTestDatabase();
  owner = new pg.Client(test.connection);
  await owner.connect();
  await owner.query(`do $$ begin create role machimori_app nologin; exception when duplicate_object then null; end $$`);
  await owner.query(`create table leaf (
    tenant_id int not null, id uuid not null, engagement_id uuid not null, branch_id uuid not null, twig text,
    state text not null, position int not null, content jsonb not null, version int not null, created_at timestamptz not null,
    primary key (tenant_id, id), unique (tenant_id, branch_id, twig)
  )`);
  await owner.query('grant select, insert, update, delete on leaf to machimori_app');
  database = openDatabase(test.connection, { poolSize: 2 });
});
afterAll(async () => {
  await database.close();
  await owner.end();
  await test.drop();
});

const leaves = createRecordStore({
  table: 'leaf',
  states: ['green', 'brown'],
  keys: { branchId: 'branch_id', twig: optional('twig') },
  content: z.strictObject({ colour: z.string().max(10), veins: z.int() }),
  taken: 'この小枝には、もう葉があります。',
});

const engagementId = randomUUID();
const now = new Date('2026-06-01T00:00:00Z');
const writing = (tx: Tx) => ({ tx, now, newId: randomUUID });
const leaf = (branchId: string, twig: string | null, veins = 1) => ({
  ...{ engagementId, branchId, twig, state: 'green' as const },
  content: { colour: 'green', veins },
});
const within = <T>(work: (tx: Tx) => Promise<T>, tenant = 1): Promise<T> => database.transaction(tenant, work);

describe('a record store', () => {
  it('gives back what was put in, numbered within the engagement', async () => {
    const branch = randomUUID();
    const made = await within(async (tx) => [
      await leaves.insert(writing(tx), leaf(branch, null, 3)),
      await leaves.insert(writing(tx), leaf(branch, 'left')),
    ]);
    expect(made.map(({ position, twig, version }) => [position, twig, version])).toEqual([
      [1, null, 1],
      [2, 'left', 1],
    ]);
    expect(await within((tx) => leaves.list(tx, { branchId: branch }))).toEqual(made);
    expect(nextPosition(made)).toBe(3);
    expect(nextPosition([])).toBe(1);
  });

  it('finds by any of several values of a key, and nothing by none', async () => {
    const [one, two, three] = [randomUUID(), randomUUID(), randomUUID()];
    await within((tx) =>
      leaves.insertAll(
        writing(tx),
        [one, two, three].map((branch, position) => ({ ...leaf(branch, 'x'), position })),
      ),
    );
    const found = await within((tx) => leaves.list(tx, { branchId: [one, three], twig: 'x' }));
    expect(found.map(({ branchId }) => branchId)).toEqual([one, three]);
    expect(await within((tx) => leaves.list(tx, { branchId: [] }))).toEqual([]);
  });

  it('writes more rows than one statement takes', async () => {
    const branch = randomUUID();
    const many = Array.from({ length: 1201 }, (_, position) => ({ ...leaf(branch, `t${position}`), position }));
    await within((tx) => leaves.insertAll(writing(tx), many));
    const found = await within((tx) => leaves.list(tx, { branchId: branch }));
    expect(found.map(({ position }) => position)).toEqual(many.map(({ position }) => position));
  });

  it('saves what changed, and refuses an editor with an older version in hand', async () => {
    const made = await within((tx) => leaves.insert(writing(tx), leaf(randomUUID(), null)));
    const saved = await within((tx) => leaves.save(tx, made, { state: 'brown', content: { colour: 'red' } }));
    expect(saved).toMatchObject({ state: 'brown', content: { colour: 'red', veins: 1 }, version: 2 });
    expect(await within((tx) => leaves.get(tx, made.id))).toEqual(saved);
    await expect(within((tx) => leaves.save(tx, made, { state: 'green' }))).rejects.toMatchObject({
      code: 'record.stale',
    });
    await expect(within((tx) => leaves.take(tx, made.id, 1))).rejects.toMatchObject({
      code: 'record.stale',
      detail: { current: { colour: 'red', veins: 1, version: 2 } },
    });
    expect(() => checkRecordVersion(saved, 1, 'what they may see')).toThrow(
      expect.objectContaining({ detail: { current: 'what they may see' } }),
    );
    expect((await within((tx) => leaves.get(tx, made.id))).content.colour).toBe('red');
  });

  it('lets two who hold the same record take turns', async () => {
    const made = await within((tx) => leaves.insert(writing(tx), leaf(randomUUID(), null)));
    const grow = () =>
      within(async (tx) => {
        const held = await leaves.take(tx, made.id);
        await leaves.save(tx, held, { content: { veins: held.content.veins + 1 } });
      });
    await Promise.all([grow(), grow()]);
    expect((await within((tx) => leaves.get(tx, made.id))).content.veins).toBe(3);
  });

  it('says in its own words that a record is already there', async () => {
    const branch = randomUUID();
    await within((tx) => leaves.insert(writing(tx), leaf(branch, 'left')));
    await expect(within((tx) => leaves.insert(writing(tx), leaf(branch, 'left')))).rejects.toMatchObject({
      code: 'record.duplicate',
      detail: { message: 'この小枝には、もう葉があります。' },
    });
  });

  it('refuses content of another shape, and writes nothing', async () => {
    const branch = randomUUID();
    const wrong = { ...leaf(branch, null), content: { colour: 'a colour that is too long', veins: 1 } };
    await expect(within((tx) => leaves.insert(writing(tx), wrong))).rejects.toThrow();
    expect(await within((tx) => leaves.list(tx, { branchId: branch }))).toEqual([]);
  });

  it('does not show, change or delete records of another municipality', async () => {
    const made = await within((tx) => leaves.insert(writing(tx), leaf(randomUUID(), null)));
    const foreign = <T>(work: (tx: Tx) => Promise<T>) => within(work, 2);
    expect(await foreign((tx) => leaves.list(tx, { engagementId }))).toEqual([]);
    await expect(foreign((tx) => leaves.get(tx, made.id))).rejects.toMatchObject({ code: 'record.missing' });
    await expect(foreign((tx) => leaves.save(tx, made, { state: 'brown' }))).rejects.toMatchObject({
      code: 'record.stale',
    });
    await foreign((tx) => leaves.delete(tx, made.id));
    expect(await within((tx) => leaves.get(tx, made.id))).toEqual(made);
    await within((tx) => leaves.delete(tx, made.id));
    await expect(within((tx) => leaves.get(tx, made.id))).rejects.toMatchObject({ code: 'record.missing' });
  });
});
