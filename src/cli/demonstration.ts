/**
 * Makes the fictional city at the first start of an empty database: the contract year replayed to its middle. A start
 * that was cut off leaves an unfinished city; the next start puts it aside and makes a new one.
 */
import { type Application, createApplication } from '../kernel/application.ts';
import { manualClock } from '../kernel/clock.ts';
import type { Database } from '../kernel/database.ts';
import { createJobRunner } from '../kernel/job.ts';
import { setClockOffset } from '../kernel/tenant.ts';
import { replay } from './year/replay.ts';
import { loadYear } from './year/years.ts';

const YEAR = 'chiba-2026';
/** `seeding` while the city is being made, `done` afterwards; its row is locked by whoever is at work. */
const NOTE = 'demonstration';
/** People to sign in as, shown on the sign-in page of a demonstration. */
const PEOPLE_NOTE = 'demonstration-people';

export async function seedDemonstration(application: Application, say: (text: string) => void): Promise<void> {
  const { database } = application.parts;
  await database.outside((db) =>
    db
      .insertInto('server_note')
      .columns(['name', 'value'])
      .expression(
        db
          .selectNoFrom((eb) => [eb.val(NOTE).as('name'), eb.val('seeding').as('value')])
          .where((eb) => eb.not(eb.exists(eb.selectFrom('tenant').select('id')))),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
  await database.outside((db) =>
    db.transaction().execute(async (held) => {
      // Another server that starts at the same moment finds the row locked and leaves the work to this one.
      const note = await held
        .selectFrom('server_note')
        .select('value')
        .where('name', '=', NOTE)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst();
      if (note?.value !== 'seeding') return;
      await putAside(database);
      await seed(application, say);
      await held.updateTable('server_note').set({ value: 'done' }).where('name', '=', NOTE).execute();
    }),
  );
}

async function seed(application: Application, say: (text: string) => void): Promise<void> {
  const year = await loadYear(YEAR);
  say('はじめての起動です。架空の市の一年を準備しています（十数秒かかります）。');
  const { parts } = application;
  const clock = manualClock('2026-04-01T00:00:00.000Z');
  const simulated = createApplication({ ...parts, clock });
  const jobs = createJobRunner({ ...parts, clock });
  const { tenantId, now } = await replay(year, {
    application: simulated,
    clock,
    jobs,
    until: year.demonstrationDay,
    demonstration: true,
  });
  // A demonstration stands in its own time: from here its clock runs on with ours.
  await setClockOffset(parts.database, tenantId, now.getTime() - parts.clock.now().getTime());
  const people = year.people.map(({ loginName, displayName, title }) => ({
    loginName,
    displayName,
    title,
    password: year.demonstrationPassword,
  }));
  await parts.database.outside((db) =>
    db
      .insertInto('server_note')
      .values({ name: PEOPLE_NOTE, value: JSON.stringify(people) })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: JSON.stringify(people) }))
      .execute(),
  );
}

/** Frees the names of a city whose making was cut off. Its journal stays: nothing may delete from it. */
async function putAside(database: Database): Promise<void> {
  await database.outside(async (db) => {
    const unfinished = await db.selectFrom('tenant').select('id').where('demonstration', '=', true).execute();
    for (const { id } of unfinished) {
      await db.deleteFrom('login_directory').where('tenant_id', '=', id).execute();
      await db
        .updateTable('tenant')
        .set({ code: `unfinished-${id}`, demonstration: false })
        .where('id', '=', id)
        .execute();
    }
  });
}
