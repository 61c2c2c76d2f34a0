/**
 * Makes the fictional city at the first start of an empty database: the contract year replayed to its middle. A start
 * that was cut off leaves an unfinished city; the next start puts it aside and makes a new one.
 */
import { type Application, createApplication } from '../kernel/application.ts';
import { manualClock } from '../kernel/clock.ts';
import { createJobRunner } from '../kernel/job.ts';
import { writeNote, writeNoteWhenEmpty, workUnderNote } from '../kernel/server-note.ts';
import { placeClock, putDemonstrationsAside } from '../kernel/tenant.ts';
import { replay } from './year/replay.ts';
import { loadYear } from './year/years.ts';

const YEAR = 'chiba-2026';
/** `seeding` while the city is being made, `done` afterwards; its row is locked by whoever is at work. */
const NOTE = 'demonstration';
/** People to sign in as, shown on the sign-in page of a demonstration. */
const PEOPLE_NOTE = 'demonstration-people';

export async function seedDemonstration(application: Application, say: (text: string) => void): Promise<void> {
  const { database } = application.parts;
  await writeNoteWhenEmpty(database, NOTE, 'seeding');
  await workUnderNote(database, { name: NOTE, from: 'seeding', to: 'done' }, async () => {
    await putDemonstrationsAside(database);
    await seed(application, say);
  });
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
  await placeClock(parts.database, tenantId, now.getTime() - parts.clock.now().getTime());
  const people = year.people.map(({ loginName, displayName, title }) => ({
    loginName,
    displayName,
    title,
    password: year.demonstrationPassword,
  }));
  await writeNote(parts.database, PEOPLE_NOTE, JSON.stringify(people));
}
