/** The programmes of the five specifications: every clause exists, every catalogue and every number the clauses name is there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseProgramme, type ProgrammeFile } from '../../src/core/programme/index.ts';
import { parseSpecification, resolveSpecification } from '../../src/core/specification/index.ts';

const HERE = new URL('.', import.meta.url);
const programmes = readdirSync(HERE)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({ name, file: parseProgramme(readFileSync(new URL(name, HERE), 'utf8')) }));

function clausesOf(specification: string): ReadonlySet<string> {
  const text = readFileSync(new URL(`../specifications/${specification}.yaml`, HERE), 'utf8');
  return new Set(resolveSpecification(parseSpecification(text)).clauses.map(({ id }) => id));
}

/** Every clause that a programme cites, with the place. */
function cited(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(cited);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'clause' && typeof inner === 'string' ? [inner] : cited(inner),
  );
}

const of = (id: string): ProgrammeFile['programme'] => {
  const found = programmes.find(({ file }) => file.id === id);
  if (found === undefined) throw new Error(`no programme ${id}`);
  return found.file.programme;
};

describe.each(programmes)('$name', ({ name, file }) => {
  it('bears the name of its file', () => {
    expect(`${file.id}.yaml`).toBe(name);
  });

  it('cites clauses that the specification has', () => {
    const known = clausesOf(file.specification);
    expect(cited(file.programme).filter((clause) => !known.has(clause))).toEqual([]);
    expect(cited(file.programme).length).toBeGreaterThanOrEqual(5);
  });

  it('takes its items from catalogues that exist', () => {
    const missing = file.programme.checklists.filter(
      ({ catalogue }) =>
        !existsSync(new URL(`../checklists/${catalogue}`, HERE)) &&
        !existsSync(new URL(`../checklists/${catalogue}.yaml`, HERE)),
    );
    expect(missing).toEqual([]);
  });
});

describe('the agreement on the checklist', () => {
  it('comes before the audit where a rule of the specification wants it so, and is warned of elsewhere', () => {
    const required = programmes.filter(({ file }) => file.programme.checklistTerms.agreement === 'required');
    expect(required.map(({ file }) => file.id).toSorted()).toEqual([
      'fukuoka-external',
      'koganei-internal',
      'koganei-my-number',
      'ward-information-assets',
      'ward-information-system',
    ]);
    for (const { file } of required) {
      const { recordType } = file.programme;
      const text = readFileSync(new URL(`../specifications/${file.specification}.yaml`, HERE), 'utf8');
      const named = [...text.matchAll(/fact: checklist\.agreed(?:, where: \{ type: ([a-z-]+) \})?/gu)];
      expect(named.some(([, type]) => type === undefined || type === recordType)).toBe(true);
    }
  });
});

describe('what the clauses say in numbers', () => {
  it('is in the programmes', () => {
    expect(programmes).toHaveLength(10);
    expect(of('koganei-internal').wanted[0]).toMatchObject({ share: 0.5, rotationYears: 2 });
    expect(of('koganei-internal').durations[0]).toMatchObject({ usual: 60 });
    expect(of('ward-internal').wanted[0]).toMatchObject({ atLeast: 12, atMost: 13 });
    expect(of('koganei-my-number')).toMatchObject({
      conductedBy: 'contractor',
      durations: [{ usual: 180 }, { usual: 180 }],
      wanted: [{ atLeast: 4 }],
    });
    expect(of('kyoto-my-number')).toMatchObject({
      method: { auditorsAtLeast: 2 },
      wanted: [{ kind: 'affair', atLeast: 2, atMost: 2 }],
      checklists: [{ itemsAtLeast: 25, itemsAtMost: 35 }],
      deadlines: { additionalDocumentDays: 7 },
    });
    expect(of('ward-information-assets').durations[0]).toMatchObject({ atLeast: 90, atMost: 120 });
    expect(of('ward-information-assets').plans[0]?.fields).toHaveLength(10);
    expect(of('ward-information-system').plans[0]?.fields).toHaveLength(10);
    const fukuoka = of('fukuoka-external');
    expect(fukuoka.durations.map(({ kind, usual }) => [kind, usual])).toEqual([
      ['system', 120],
      ['website', 60],
    ]);
    expect(fukuoka.questionnaires.map(({ variant }) => variant)).toEqual([
      'システム責任者用',
      '運用担当者用',
      '運用事業者用',
    ]);
    expect(fukuoka.briefing?.contents).toHaveLength(7);
    expect(of('koganei-beta-prime').checklists[0]).toMatchObject({ itemsAtLeast: 36 });
    expect(of('kyoto-vendor-site').wanted[0]).toMatchObject({ atLeast: 4 });
  });
});
