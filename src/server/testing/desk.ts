/** A small module behind the HTTP tests: one operation of every kind and every way to fail. */
import { z } from 'zod';
import type { Caller } from '../../kernel/caller.ts';
import { command, defineContract, download, query } from '../../kernel/contract.ts';
import { AppError } from '../../kernel/error.ts';
import { defineServerModule, type ServerModule } from '../../kernel/module.ts';

const contract = defineContract({
  id: 'desk',
  title: '試験用の窓口',
  permissions: { 'desk.use': { roles: ['security-office'], because: '試験のため。' } },
  operations: {
    enter: command({
      summary: '入る。',
      permission: 'anyone',
      input: z.strictObject({ as: z.string() }),
      output: z.strictObject({ ok: z.boolean() }),
    }),
    leave: command({
      summary: '出る。',
      permission: 'anyone',
      input: z.strictObject({}),
      output: z.strictObject({ ok: z.boolean() }),
    }),
    echo: query({
      summary: '返す。',
      permission: 'desk.use',
      input: z.strictObject({ word: z.string().min(1).max(5) }),
      output: z.strictObject({ word: z.string() }),
    }),
    fail: command({
      summary: '失敗する。',
      permission: 'desk.use',
      input: z.strictObject({ how: z.enum(['missing', 'stale', 'large', 'bug']) }),
      output: z.strictObject({}),
    }),
    wait: command({
      summary: '待つ。',
      permission: 'desk.use',
      input: z.strictObject({}),
      output: z.strictObject({ done: z.boolean() }),
    }),
    paper: download({ summary: '文書。', permission: 'desk.use', input: z.strictObject({ id: z.int() }) }),
  },
});

/** A request to `wait` says that it is there and stays until it is released. */
export const gate = { release: (): void => undefined, waiting: (): void => undefined };
/** Whose session a cookie's value stands for. */
export const people = new Map<string, Caller>();

export const desk: ServerModule = defineServerModule<typeof contract>({
  contract,
  facts: {},
  handlers: {
    echo: async (_context, { word }) => ({ word }),
    async fail(_context, { how }) {
      if (how === 'missing') throw new AppError('record.missing');
      if (how === 'stale') throw new AppError('record.stale', { current: { version: 2 } });
      if (how === 'large') throw new AppError('file.too-large');
      throw new TypeError('山田太郎 is in this message');
    },
    async wait() {
      gate.waiting();
      await new Promise<void>((resolve) => (gate.release = resolve));
      return { done: true };
    },
    // Paper 0 is a page to be shown in a frame.
    paper: async (_context, { id }) => ({
      ...(id === 0 ? { shown: true as const } : {}),
      name: `監査結果 ${id}（案）.pdf`,
      mediaType: 'application/pdf',
      bytes: Buffer.from('%PDF-'),
    }),
  },
  open: {
    async enter({ transport }, { as }) {
      transport.issue(as, 3600);
      return { ok: true };
    },
    async leave({ transport }) {
      transport.clear();
      return { ok: true };
    },
  },
  authenticate: async (_database, token) => people.get(token) ?? null,
});
