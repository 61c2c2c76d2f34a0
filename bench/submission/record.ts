/** The SQL of one submission, taken from the real path: every statement with its parameters, in order. */
import pg from 'pg';
import type { Caller } from '../../src/kernel/caller.ts';
import type { Service } from '../../src/server/service.ts';
import type { Load, Submitter } from '../../test/support/submitters.ts';

export interface Recorded {
  readonly statements: readonly { readonly text: string; readonly values: readonly unknown[] }[];
  /** Values of the recorded submission that differ from one submission to the next, under the names they get. */
  readonly known: ReadonlyMap<string, string>;
}

/** Hands in several times, so that no two of the varying numbers are equal, and records the last. */
export async function recordSubmission(service: Service, load: Load, submitter: Submitter): Promise<Recorded> {
  const caller = await service.application.authenticate(submitter.token);
  if (caller === null) throw new Error('the session does not hold');
  const rounds = 1000;
  let recorded: Recorded | null = null;
  for (let revision = 1; revision <= rounds && recorded === null; revision += 1) {
    const statements = await recordOne(service, load, submitter, caller, revision);
    const head = await headBefore(service, submitter.tenantId);
    const known = new Map([
      ['tenant_id', String(submitter.tenantId)],
      ['campaign_id', submitter.campaignId],
      ['department_id', submitter.departmentId],
      ['account_id', caller.accountId],
      ['revision', String(revision)],
      ['next_seq', String(head.seq)],
      ['hash', head.previous],
      ['key', keyOf(submitter, revision)],
    ]);
    const numbers = ['tenant_id', 'revision', 'next_seq'].map((name) => Number(known.get(name)));
    if (revision > 5 && new Set(numbers).size === numbers.length && Math.min(...numbers) > 2)
      recorded = { statements, known };
  }
  if (recorded === null) throw new Error('no submission with numbers of its own');
  return recorded;
}

const keyOf = (submitter: Submitter, revision: number): string => `${submitter.departmentId}-${revision}`;

async function recordOne(
  service: Service,
  load: Load,
  { campaignId, departmentId }: Submitter,
  caller: Caller,
  revision: number,
): Promise<Recorded['statements']> {
  const statements: { text: string; values: readonly unknown[] }[] = [];
  const original = pg.Client.prototype.query;
  pg.Client.prototype.query = function record(this: pg.Client, ...args: unknown[]): unknown {
    const [asked] = args;
    if (isStatement(asked)) statements.push({ text: asked.text, values: asked.values });
    return Reflect.apply(original, this, args) as unknown;
  } as typeof original;
  try {
    await service.application.call(
      'self-check',
      'submitResponse',
      { campaignId, departmentId, expectedRevision: revision - 1, answers: load.sheet(revision) },
      { caller, idempotencyKey: `${departmentId}-${revision}` },
    );
  } finally {
    pg.Client.prototype.query = original;
  }
  return statements;
}

/** What the product hands to the driver. */
const isStatement = (asked: unknown): asked is { readonly text: string; readonly values: readonly unknown[] } =>
  typeof asked === 'object' && asked !== null && 'text' in asked && 'values' in asked && Array.isArray(asked.values);

/** The entry just written: its number, and the hash that it follows. */
async function headBefore(
  service: Service,
  tenantId: number,
): Promise<{ readonly seq: number; readonly previous: string }> {
  return service.database.transaction(tenantId, async (tx) => {
    const row = await tx
      .db<{ journal: { tenant_id: number; seq: string; previous: string } }>()
      .selectFrom('journal')
      .select(['seq', 'previous'])
      .where('tenant_id', '=', tenantId)
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    return { seq: Number(row.seq), previous: row.previous };
  });
}
