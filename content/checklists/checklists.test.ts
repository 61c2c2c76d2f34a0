/** What the audits of the five specifications need of the catalogues: numbers, structure, and everything that an item says. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  type AuditCatalogue,
  catalogueItems,
  contractItems,
  findProvision,
  parseAuditCatalogue,
  parseChecklist,
  parseStandard,
} from '../../src/core/content-schema/index.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const standards = readdirSync(new URL('../standards/', import.meta.url))
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => parseStandard(read(`../standards/${name}`)));

function catalogue(code: string): AuditCatalogue {
  const files = readdirSync(new URL(`${code}/`, import.meta.url))
    .filter((name) => name.endsWith('.yaml') && name !== 'catalogue.yaml')
    .sort();
  return parseAuditCatalogue(
    read(`${code}/catalogue.yaml`),
    files.map((name) => ({ name, text: read(`${code}/${name}`) })),
  );
}

/** The least number of items that an audit needs. */
const LEAST = {
  'policy-guideline': 250,
  'my-number-safety': 60,
  'vendor-site': 40,
  website: 30,
  'beta-prime': 36,
  'information-system': 40,
} as const;

describe.each(Object.entries(LEAST))('the catalogue %s', (code, least) => {
  const items = catalogueItems(catalogue(code));

  it('has as many items as the audits need', () => {
    expect(items.length).toBeGreaterThanOrEqual(least);
  });

  it('says of each item what to confirm, how, by which technique, with what evidence, whom to ask, how grave, where, and why', () => {
    for (const item of items) {
      expect(item.point, item.id).toMatch(/か。$/u);
      expect(item.confirmation.length, item.id).toBeGreaterThan(0);
      for (const { technique, procedure } of item.confirmation) {
        expect(technique, item.id).not.toBe('');
        expect(procedure.length, item.id).toBeGreaterThanOrEqual(20);
      }
      expect(item.evidence.length, item.id).toBeGreaterThan(0);
      expect(item.askWhom, item.id).not.toBe('');
      expect([1, 2, 3], item.id).toContain(item.severity);
      expect(item.targets.length, item.id).toBeGreaterThan(0);
      expect(item.references.length, item.id).toBeGreaterThan(0);
      for (const one of item.references)
        expect(findProvision(standards, one), `${item.id} ${one.provision}`).toBeDefined();
    }
  });

  it('says what of its numbers and edition has not been verified, or follows a structure that has', () => {
    const { edition } = catalogue(code);
    expect(edition.note).not.toBe('');
    if (code === 'beta-prime') expect(edition.unverified.length).toBeGreaterThan(0);
  });
});

describe('the numbers that specifications name', () => {
  it('are 23 common and 13 specific items of the β′ model', () => {
    const chapters = catalogue('beta-prime').chapters.map((chapter) => catalogueItems({ chapters: [chapter] }).length);
    expect(chapters).toEqual([23, 13]);
  });

  it('are the 29 items of external services, in the parts and groups that the specification prints', () => {
    const list = parseChecklist(read('external-service-29.yaml'));
    if (list.type !== 'contract-documents') throw new Error('not the list of contract documents');
    const sections = sectionsOfSpecification();
    expect(list.parts.map(({ title, groups }) => [title, groups.flatMap(({ items }) => items).length])).toEqual(
      sections.map(({ name, items }) => [name, items]),
    );
    const groups = list.parts[0]?.groups.map(({ title, items }) => [title, items.length]);
    expect(groups).toEqual(sections[0]?.groups?.map(({ name, items }) => [name, items]));
    expect(contractItems(list)).toHaveLength(29);
  });
});

interface Section {
  readonly name: string;
  readonly items: number;
  readonly groups?: readonly { readonly name: string; readonly items: number }[];
}

function sectionsOfSpecification(): readonly Section[] {
  const specification = parse(read('../specifications/chiba-2026.yaml')) as {
    clauses: readonly { id: string; parameters?: { total?: number; sections?: readonly Section[] } }[];
  };
  const found = specification.clauses.find(({ parameters }) => parameters?.total === 29)?.parameters?.sections;
  if (found === undefined) throw new Error('the specification names no parts of the list');
  return found;
}
