import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { command, defineContract, query } from './contract.ts';
import { AppError } from './error.ts';
import { defineFacts } from './fact.ts';
import { readFacts, verifyJournal } from './journal.ts';
import { defineServerModule } from './module.ts';
import { startTestApplication, type TestApplication } from './test-application.ts';

const contract = defineContract({
  id: 'notes',
  title: '試験用の控え',
  permissions: { 'notes.write': { roles: ['security-office'], because: '試験のため。' } },
  operations: {
    write: command({
      summary: '控えを記録する。',
      permission: 'notes.write',
      input: z.strictObject({ word: z.string().min(1).max(5), fail: z.boolean().optional() }),
      output: z.strictObject({ id: z.uuid() }),
    }),
    writeMany: command({
      summary: '控えをまとめて記録する。',
      permission: 'notes.write',
      input: z.strictObject({ word: z.string().min(1).max(5), refuse: z.boolean().optional() }),
      output: z.strictObject({ id: z.uuid() }),
    }),
    words: query({
      summary: '控えを返す。',
      permission: 'notes.write',
      input: z.strictObject({}),
      output: z.strictObject({ words: z.array(z.string()) }),
    }),
    wrong: query({
      summary: '誤った答えを返す。',
      permission: 'signed-in',
      input: z.strictObject({}),
      output: z.strictObject({ n: z.int() }),
    }),
  },
});

const facts = defineFacts({
  'note.written': { data: z.strictObject({ word: z.string() }), when: 'A note is written.' },
});

const notes = defineServerModule<typeof contract, 'writeMany'>({
  contract,
  facts: facts.kinds,
  handlers: {
    async write(context, input) {
      const id = context.newId();
      facts.record(context, 'note.written', { engagementId: null, subject: id, data: { word: input.word } });
      if (input.fail === true) throw new AppError('state.refused');
      return { id };
    },
    async words(context) {
      const entries = await readFacts(context.tx, { kinds: ['note.written'] });
      return { words: entries.map((entry) => String(entry.data['word'])) };
    },
    wrong: async () => ({ n: 1.5 }),
  },
  batches: {
    writeMany: async (_tx, requests, newId) =>
      requests.map(({ input }) => {
        if (input.refuse === true) return { error: new AppError('state.refused') };
        const id = newId();
        return {
          output: { id },
          facts: [{ engagementId: null, kind: 'note.written', subject: id, data: { word: input.word } }],
        };
      }),
  },
});

let test: TestApplication;
beforeAll(async () => {
  test = await startTestApplication({ modules: [notes] });
});
afterAll(() => test.close());

const code = (expected: string) => expect.objectContaining({ code: expected });

describe('application', () => {
  it('refuses without session, without role and for unknown operations', async () => {
    await expect(test.application.call('notes', 'write', { word: 'a' }, { caller: null })).rejects.toEqual(
      code('session.required'),
    );
    const auditor = test.caller(['auditor']);
    await expect(test.application.call('notes', 'write', { word: 'a' }, { caller: auditor })).rejects.toEqual(
      code('permission.refused'),
    );
    await expect(test.application.call('notes', 'toString', {}, { caller: auditor })).rejects.toEqual(
      code('operation.unknown'),
    );
  });

  it('answers bad input with a sentence per field', async () => {
    const office = test.caller(['security-office']);
    const failure = test.application.call('notes', 'write', { word: 'abcdefg', extra: 1 }, { caller: office });
    await expect(failure).rejects.toMatchObject({
      code: 'input.invalid',
      detail: {
        fields: [
          { path: 'word', message: '5文字以内で入力してください。' },
          { path: 'extra', message: 'この項目は受け付けていません。' },
        ],
      },
    });
  });

  it('writes nothing when a handler fails half way', async () => {
    const office = test.caller(['security-office']);
    const client = test.application.client(contract, office);
    const before = await client.words({});
    await expect(client.write({ word: 'half', fail: true })).rejects.toEqual(code('state.refused'));
    expect(await client.words({})).toEqual(before);
  });

  it('refuses an answer that its own schema refuses', async () => {
    const client = test.application.client(contract, test.caller(['auditor']));
    await expect(client.wrong({})).rejects.toEqual(code('internal.failure'));
  });

  it('carries out a repeated command once, also when both arrive together', async () => {
    const office = test.caller(['security-office']);
    const client = test.application.client(contract, office);
    const [first, second] = await Promise.all([
      client.write({ word: 'once' }, { idempotencyKey: 'k1' }),
      client.write({ word: 'once' }, { idempotencyKey: 'k1' }),
    ]);
    expect(second).toEqual(first);
    const { words } = await client.words({});
    expect(words.filter((word) => word === 'once')).toHaveLength(1);
    await expect(client.write({ word: 'other' }, { idempotencyKey: 'k1' })).rejects.toEqual(code('command.repeated'));
  });

  it('commits many requests together, answers each, and one refusal leaves its neighbours', async () => {
    const other = await test.addTenant('みどり市');
    const callers = [test.caller(['security-office']), test.caller(['security-office'], { tenantId: other })];
    const answers = await Promise.allSettled(
      Array.from({ length: 200 }, (_, index) =>
        test.application.call(
          'notes',
          'writeMany',
          { word: String(index), refuse: index % 10 === 3 },
          { caller: callers[index % 2] ?? null },
        ),
      ),
    );
    expect(answers.filter((answer) => answer.status === 'rejected')).toHaveLength(20);
    for (const caller of callers) {
      const { words } = await test.application.client(contract, caller).words({});
      const mine = words.filter((word) => /^\d+$/.test(word));
      expect(mine).toHaveLength(caller === callers[0] ? 100 : 80);
      const verdict = await test.application.parts.database.transaction(caller.tenantId, (tx) => verifyJournal(tx));
      expect(verdict.broken).toBeNull();
    }
  });

  it('carries out a batched command that came twice in one batch, or again later, once', async () => {
    const office = test.caller(['security-office']);
    const client = test.application.client(contract, office);
    const send = (word: string, idempotencyKey: string, refuse = false) =>
      client.writeMany({ word, refuse }, { idempotencyKey });
    const [first, twin, other, refused, refusedTwin] = await Promise.allSettled([
      send('twin', 'b1'),
      send('twin', 'b1'),
      send('else', 'b1'),
      send('no', 'b2', true),
      send('no', 'b2', true),
    ]);
    expect(twin).toEqual(first);
    expect(first).toMatchObject({ status: 'fulfilled' });
    expect(other).toMatchObject({ reason: code('command.repeated') });
    expect([refused, refusedTwin]).toMatchObject([
      { reason: code('state.refused') },
      { reason: code('state.refused') },
    ]);
    expect({ status: 'fulfilled', value: await send('twin', 'b1') }).toEqual(first);
    await expect(send('else', 'b1')).rejects.toEqual(code('command.repeated'));
    const { words } = await client.words({});
    expect(words.filter((word) => word === 'twin' || word === 'else' || word === 'no')).toEqual(['twin']);
  });

  it('stops recording when the clock goes back, and starts again when it is right', async () => {
    const client = test.application.client(contract, test.caller(['security-office']));
    await client.write({ word: 'now' });
    const right = test.clock.now().toISOString();
    test.clock.advance(-3_600_000);
    await expect(client.write({ word: 'past' })).rejects.toEqual(code('clock.backwards'));
    test.clock.moveTo(right);
    await client.write({ word: 'again' });
  });
});
