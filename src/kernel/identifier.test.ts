import { describe, expect, it } from 'vitest';
import { newId } from './identifier.ts';

describe('identifiers', () => {
  it('are UUIDs of version 7, ordered by time, and never the same', () => {
    const now = new Date('2026-07-01T00:00:00.000Z');
    const ids = Array.from({ length: 3000 }, () => newId(now));
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(ids.map((id) => id.slice(20))).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
    expect(newId(new Date(now.getTime() + 1)) > (ids[0] ?? '')).toBe(true);
  });
});
