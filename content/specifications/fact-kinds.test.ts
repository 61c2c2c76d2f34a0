import { expect, test } from 'vitest';
import { recordableKinds } from './fact-kinds.fixture.ts';
import { PLANNED_FACT_KINDS } from './planned-facts.fixture.ts';

test('a kind that a module declares is no longer announced', async () => {
  const recordable = await recordableKinds();
  expect(Object.keys(recordable).length).toBeGreaterThan(100);
  expect(Object.keys(PLANNED_FACT_KINDS).filter((kind) => recordable[kind] !== undefined)).toEqual([]);
});
