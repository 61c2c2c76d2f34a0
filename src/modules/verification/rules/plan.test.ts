import { expect, it } from 'vitest';
import { spoken } from './plan.ts';

it('a moment is told by the era, as papers tell days', () => {
  expect(spoken('2026-11-06T20:00')).toBe('令和8年11月6日 20:00');
});
