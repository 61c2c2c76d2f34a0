/** Small notes that the installation keeps about itself, outside every municipality. */
import type { Database, Tx } from './database.ts';

/** Writes a note, over an earlier one of the same name. */
export async function writeNote(database: Database, name: string, value: string): Promise<void> {
  await database.outside((db) =>
    db
      .insertInto('server_note')
      .values({ name, value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
      .execute(),
  );
}

const LATEST_BACKUP = 'backup.latest';

/** Remembers when the last backup was made; an erasure that comes later names it. */
export const noteBackup = (database: Database, at: Date): Promise<void> =>
  writeNote(database, LATEST_BACKUP, at.toISOString());

/** When the last backup was made; null when none is known. */
export async function latestBackup(tx: Tx): Promise<Date | null> {
  const found = await tx
    .db<{ server_note: { name: string; value: string } }>()
    .selectFrom('server_note')
    .select('value')
    .where('name', '=', LATEST_BACKUP)
    .executeTakeFirst();
  return found === undefined ? null : new Date(found.value);
}

/** Writes a note into an installation that has no municipality yet; an earlier note stays. */
export async function writeNoteWhenEmpty(database: Database, name: string, value: string): Promise<void> {
  await database.outside((db) =>
    db
      .insertInto('server_note')
      .columns(['name', 'value'])
      .expression(
        db
          .selectNoFrom((eb) => [eb.val(name).as('name'), eb.val(value).as('value')])
          .where((eb) => eb.not(eb.exists(eb.selectFrom('tenant').select('id')))),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
}

/**
 * Does `work` when the note has the value `from`, and then gives it the value `to`. The note is locked meanwhile:
 * another server that comes at the same moment leaves the work to this one.
 */
export async function workUnderNote(
  database: Database,
  note: { readonly name: string; readonly from: string; readonly to: string },
  work: () => Promise<void>,
): Promise<void> {
  await database.outside((db) =>
    db.transaction().execute(async (held) => {
      const found = await held
        .selectFrom('server_note')
        .select('value')
        .where('name', '=', note.name)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst();
      if (found?.value !== note.from) return;
      await work();
      await held.updateTable('server_note').set({ value: note.to }).where('name', '=', note.name).execute();
    }),
  );
}
