import { CompiledQuery, sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { command, defineContract, query } from './contract.ts';
import type { Tx } from './database.ts';
import { AppError } from './error.ts';
import { defineServerModule, type Context } from './module.ts';
import { startTestApplication, type TestApplication } from './test-application.ts';

const contract = defineContract({
  id: 'waiting',
  title: '試験用の待ち行列',
  permissions: { 'waiting.read': { roles: ['security-office', 'auditor'], because: '試験のため。' } },
  operations: {
    count: query({
      summary: '待っている仕事を数える。',
      permission: 'waiting.read',
      input: z.strictObject({ kind: z.string().max(20).default('call') }),
      output: z.strictObject({ count: z.int(), kinds: z.array(z.string()) }),
    }),
    secret: query({
      summary: '控えてはならないものを返す。',
      permission: 'waiting.read',
      input: z.strictObject({}),
      output: z.strictObject({ count: z.int() }),
      confidential: true,
    }),
    refuse: query({
      summary: '初めの一回は答えない。',
      permission: 'waiting.read',
      input: z.strictObject({}),
      output: z.strictObject({}),
    }),
    add: command({
      summary: '仕事を加える。',
      permission: 'waiting.read',
      input: z.strictObject({}),
      output: z.strictObject({}),
    }),
  },
});

interface Jobs {
  job: { tenant_id: number; kind: string };
}

const read = (tx: Tx) => tx.db<Jobs>().selectFrom('job').select('kind').where('tenant_id', '=', tx.tenantId);

let asked = 0;
const addJob = (context: Context) => context.jobs.add({ kind: 'call', payload: {} });

const waiting = defineServerModule({
  contract,
  facts: {},
  handlers: {
    async count({ tx }, { kind }) {
      asked += 1;
      const kinds = (await read(tx).execute()).map((row) => row.kind);
      return { count: kinds.filter((it) => it === kind).length, kinds };
    },
    secret() {
      asked += 1;
      return Promise.resolve({ count: asked });
    },
    refuse() {
      asked += 1;
      return asked === 1 ? Promise.reject(new AppError('state.refused')) : Promise.resolve({});
    },
    async add(context) {
      asked += 1;
      await addJob(context);
      return {};
    },
  },
});

let test: TestApplication;
beforeAll(async () => {
  test = await startTestApplication({ modules: [waiting] });
});
beforeEach(() => {
  asked = 0;
});
afterAll(() => test.close());

const inOneTransaction = <T>(work: (context: Context) => Promise<T>): Promise<T> =>
  test.application.run(test.caller(['security-office']), work);

describe('a question asked again in one transaction', () => {
  it('is answered from memory, and nobody can change the answer', () =>
    inOneTransaction(async (context) => {
      const first = await context.client(contract).count({});
      await read(context.tx).execute();
      const second = await context.client(contract).count({ kind: 'call' });
      expect(second).toBe(first);
      expect(asked).toBe(1);
      expect(() => first.kinds.push('more')).toThrow(TypeError);
      await context.client(contract).count({ kind: 'other' });
      expect(asked).toBe(2);
    }));

  it('is asked anew after a write, and the answer is the new one', () =>
    inOneTransaction(async (context) => {
      const { count } = await context.client(contract).count({});
      await addJob(context);
      expect((await context.client(contract).count({})).count).toBe(count + 1);
      await context.client(contract).add({});
      await context.client(contract).add({});
      expect((await context.client(contract).count({})).count).toBe(count + 3);
      expect(asked).toBe(5);
    }));

  it.each<readonly [string, (tx: Tx) => Promise<unknown>]>([
    ['a lock on rows', (tx) => read(tx).forUpdate().execute()],
    ['an advisory lock', (tx) => sql`select pg_advisory_xact_lock(1)`.execute(tx.db())],
    ['a raw statement', (tx) => sql`select count(*) from job`.execute(tx.db())],
    ['a compiled statement', (tx) => tx.db().executeQuery(CompiledQuery.raw('select 1'))],
    [
      'a function without a table',
      (tx) =>
        tx
          .db()
          .selectNoFrom(sql`txid_current()`.as('id'))
          .execute(),
    ],
    [
      'a reading that writes in passing',
      (tx) =>
        tx
          .db<Jobs>()
          .with('gone', (db) => db.deleteFrom('job').where('tenant_id', '=', tx.tenantId).returning('kind'))
          .selectFrom('gone')
          .select('kind')
          .execute(),
    ],
  ])('is asked anew after %s', async (_name, act) => {
    await inOneTransaction(async (context) => {
      await context.client(contract).count({});
      await act(context.tx);
      await context.client(contract).count({});
      expect(asked).toBe(2);
    });
  });

  it('is asked anew after a fact was recorded', async () => {
    const stop = new Error('stop');
    await expect(
      inOneTransaction(async (context) => {
        await context.client(contract).count({});
        context.append({ engagementId: null, kind: 'thing.happened', subject: 'it', data: {} });
        await context.client(contract).count({});
        throw stop;
      }),
    ).rejects.toBe(stop);
    expect(asked).toBe(2);
  });

  it('is asked anew when a write came while it was being answered', () =>
    inOneTransaction(async (context) => {
      const [early] = await Promise.all([context.client(contract).count({}), addJob(context)]);
      expect((await context.client(contract).count({})).count).toBe(early.count + 1);
    }));

  it('is asked anew after a refusal, and when the answer is confidential', () =>
    inOneTransaction(async (context) => {
      const client = context.client(contract);
      await expect(client.refuse({})).rejects.toMatchObject({ code: 'state.refused' });
      expect(await client.refuse({})).toEqual({});
      expect(asked).toBe(2);
      expect([await client.secret({}), await client.secret({})]).toEqual([{ count: 3 }, { count: 4 }]);
    }));

  it('is not answered for another caller, nor in the next transaction', async () => {
    await inOneTransaction((context) => context.client(contract).count({}));
    await inOneTransaction((context) => context.client(contract).count({}));
    await test.application.run(test.caller(['auditor']), (context) => context.client(contract).count({}));
    expect(asked).toBe(3);
    await expect(
      test.application.run(test.caller(['project-manager']), (context) => context.client(contract).count({})),
    ).rejects.toMatchObject({ code: 'permission.refused' });
    expect(asked).toBe(3);
  });
});
