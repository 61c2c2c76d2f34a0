import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseSpecification, resolveSpecification } from '../../src/core/specification/index.ts';
import { QUALIFICATIONS } from '../../src/modules/team/choices.ts';

test('every qualification that a specification asks for can be chosen by its name', () => {
  const folder = new URL('.', import.meta.url);
  const known = new Set(QUALIFICATIONS.map(({ code }) => code));
  const unknown = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => {
      const specification = resolveSpecification(parseSpecification(readFileSync(new URL(name, folder), 'utf8')));
      const asked =
        specification.conditions.team?.people.flatMap(({ anyQualification }) => anyQualification ?? []) ?? [];
      return [...specification.qualifications.map(({ code }) => code), ...asked]
        .filter((code) => !known.has(code))
        .map((code) => `${name}: ${code}`);
    });
  expect([...new Set(unknown)]).toEqual([]);
});
