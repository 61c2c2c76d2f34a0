/** The real application over a fresh real database, for tests. Nothing is replaced but the clock. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApplication, type Application } from './application.ts';
import { localBlobStore } from './blob.ts';
import type { Caller } from './caller.ts';
import { type ManualClock, manualClock } from './clock.ts';
import { openDatabase } from './database.ts';
import { discoverModules, migrationSets } from './discovery.ts';
import { silentLog } from './log.ts';
import { migrate } from './migrate.ts';
import type { ServerModule } from './module.ts';
import { createTestDatabase, type TestDatabase } from './postgres/test-database.ts';
import { type Role, ROLES_OF_PARTY, type Party } from './role.ts';
import { createTenant } from './tenant.ts';

export interface TestApplication {
  readonly application: Application;
  readonly clock: ManualClock;
  readonly tenantId: number;
  /** A caller of the first tenant; another tenant's with `tenantId`. Accounts need not exist for most operations. */
  caller(
    roles: readonly Role[],
    options?: { readonly departmentIds?: readonly string[]; readonly accountId?: string; readonly tenantId?: number },
  ): Caller;
  addTenant(name: string): Promise<number>;
  close(): Promise<void>;
}

/** @param start instant at which the manual clock stands. */
export async function startTestApplication(
  options: { readonly start?: string; readonly modules?: readonly ServerModule[] } = {},
): Promise<TestApplication> {
  const modules = options.modules ?? (await discoverModules());
  const test = options.modules === undefined ? await productDatabase() : await migrated(modules);
  const database = openDatabase(test.connection, { poolSize: 6 });
  const folder = mkdtempSync(join(tmpdir(), 'machimori-files-'));
  const clock = manualClock(options.start ?? '2026-06-01T00:00:00.000Z');
  const application = createApplication({ database, blobs: localBlobStore(folder), clock, log: silentLog, modules });
  const tenantId = await createTenant(database, { code: 'test', name: 'あおば市' }, clock.now());
  let people = 0;
  return {
    application,
    clock,
    tenantId,
    caller(roles, { departmentIds = [], accountId, tenantId: other } = {}) {
      people += 1;
      return {
        tenantId: other ?? tenantId,
        accountId: accountId ?? `00000000-0000-7000-8000-${String(people).padStart(12, '0')}`,
        party: partyOf(roles),
        roles,
        departmentIds,
        clockOffset: 0,
      };
    },
    addTenant: (name) => createTenant(database, { code: name, name }, clock.now()),
    async close() {
      await database.close();
      await test.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function migrated(modules: readonly ServerModule[]): Promise<TestDatabase> {
  const test = await createTestDatabase();
  await migrate(test.connection, migrationSets(modules));
  return test;
}

/** The product's tables are made once in each worker and copied for every test; the server is thrown away after the run. */
let pattern: Promise<TestDatabase> | undefined;
async function productDatabase(): Promise<TestDatabase> {
  pattern ??= discoverModules().then(migrated);
  return createTestDatabase({ template: (await pattern).connection.database });
}

function partyOf(roles: readonly Role[]): Party {
  const parties: readonly Party[] = ['contractor', 'vendor', 'city'];
  return parties.find((party) => roles.every((role) => ROLES_OF_PARTY[party].includes(role))) ?? 'system';
}
