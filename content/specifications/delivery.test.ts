/** How the five specifications want their deliverables handed over, as their clauses say it. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseSpecification, resolveSpecification, taskOf } from '../../src/core/specification/index.ts';

const read = (id: string) =>
  resolveSpecification(parseSpecification(readFileSync(new URL(`${id}.yaml`, import.meta.url), 'utf8')));
const ALL = ['koganei-2023', 'tokubetsuku', 'kyoto-2024', 'fukuoka-2025', 'chiba-2026'] as const;

describe.each(ALL)('%s', (id) => {
  const specification = read(id);
  const { delivery, clauses, deliverables } = specification;

  test('repeats the parameters of its clauses', () => {
    const parameters = (clause: string) => clauses.find((it) => it.id === clause)?.parameters ?? {};
    if (delivery?.media !== undefined) {
      const { clause, kinds, copies } = delivery.media;
      const given = parameters(clause);
      expect(kinds).toEqual([given['medium'] ?? given['media']]);
      const counts = Array.isArray(given['copies'])
        ? (given['copies'] as { type: string; count: number }[]).map(({ type, count }) => ({ name: type, count }))
        : [{ name: '納品物', count: given['copies'] }];
      expect(copies).toEqual(counts);
    }
    if (delivery?.folders !== undefined) {
      const given = parameters(delivery.folders.clause);
      expect(given['folders']).toEqual([delivery.folders.pdf, delivery.folders.office]);
      expect(given['bothFormatsRequired']).toBe(delivery.folders.both);
    }
    if (delivery?.bound !== undefined) {
      const given = parameters(delivery.bound.clause)['final'];
      expect(given).toContainEqual({ medium: '製本した紙', copies: delivery.bound.copies });
      expect(given).toContainEqual({ medium: '電子データ', copies: delivery.electronic?.copies });
    }
    if (delivery?.note?.form !== undefined) expect(parameters(delivery.note.clause)['form']).toBe(delivery.note.form);
    if (delivery?.virusCheck !== undefined) {
      expect(parameters(delivery.virusCheck.clause)['state']).toEqual(delivery.virusCheck.states);
    }
    if (delivery?.destination !== undefined) {
      const { clause, ...destination } = delivery.destination;
      expect(parameters(clause)).toMatchObject(destination);
    }
  });

  test('gives every deliverable that it names to a task, where it has tasks', () => {
    const tasks = delivery?.tasks ?? [];
    if (tasks.length === 0) return;
    const without = deliverables.filter((it) => !it.own && taskOf(tasks, it) === null).map(({ type }) => type);
    // Oaths and reports that are handed in by themselves belong to no task of the delivery.
    expect(without).toEqual(id === 'koganei-2023' ? ['oath'] : []);
  });
});

test('each asks for something of its own', () => {
  const parts = Object.fromEntries(ALL.map((id) => [id, Object.keys(read(id).delivery ?? {}).toSorted()]));
  expect(parts).toEqual({
    'koganei-2023': ['folders', 'media', 'tasks'],
    tokubetsuku: ['bound', 'electronic', 'tasks'],
    'kyoto-2024': ['electronic', 'tasks'],
    'fukuoka-2025': ['destination', 'media', 'note', 'perTask', 'tasks', 'virusCheck'],
    'chiba-2026': ['electronic', 'tasks'],
  });
});
