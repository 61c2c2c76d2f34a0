/** The library of a framework as another tool writes it: a YAML file of requirement nodes that name their parents. */
import { assemble, type CatalogueRow } from './assemble.ts';
import { CatalogueError, LIMITS, type ReadCatalogue, type RefusedRow } from './model.ts';
import { type Plain, plainDay, plainLine, plainObject, plainObjects, plainText } from './plain.ts';

/** The framework of a library, also where it is one of a list; null for any other document. */
function frameworkOf(document: unknown): Plain | null {
  const objects = plainObject(plainObject(document)?.['objects']);
  if (objects === null) return null;
  return plainObject(objects['framework']) ?? plainObjects(objects['frameworks'])[0]?.value ?? null;
}

export function isFramework(document: unknown): boolean {
  return Array.isArray(frameworkOf(document)?.['requirement_nodes']);
}

/** @throws CatalogueError */
export function readFramework(document: unknown): ReadCatalogue {
  const library = plainObject(document) ?? {};
  const framework = frameworkOf(document);
  if (framework === null)
    throw new CatalogueError('枠組み（framework）のないファイルです。別のファイルを選んでください。');
  const nodes = plainObjects(framework['requirement_nodes']);
  const levels = levelsOf(nodes.map(({ value }) => value));
  const refusedBefore: RefusedRow[] = [];
  const rows = nodes.flatMap(({ at, value }): CatalogueRow[] => {
    const place = `requirement_nodes[${at}]`;
    const level = levels.get(value);
    const title = plainLine(value['name']);
    const number = plainLine(value['ref_id']);
    if (level === undefined) {
      const subject = [number, title].filter(Boolean).join('　').slice(0, 120);
      refusedBefore.push({ place, subject, reason: '親とする項目が、このファイルの中にありません。' });
      return [];
    }
    return [
      {
        place,
        sourceId: sourceIdOf(value, framework),
        number: number === '' ? null : number,
        title,
        text: plainText(value['description']),
        guidance: [plainText(value['annotation']), plainText(value['typical_evidence'])].filter(Boolean).join('\n'),
        level,
        required: value['assessable'] === true,
        references: [...listOf(value['reference_controls']), ...listOf(value['threats'])],
      },
    ];
  });
  const { groups, refused } = assemble(rows, refusedBefore);
  const version = plainLine(library['version']);
  const date = plainDay(library['publication_date']);
  return {
    format: 'framework',
    about: {
      code: '',
      title: (plainLine(framework['name']) || plainLine(library['name'])).slice(0, 200),
      issuer: plainLine(library['provider']).slice(0, 200),
      edition: [plainLine(library['ref_id']), version === '' ? '' : `第${version}版`]
        .filter(Boolean)
        .join(' ')
        .slice(0, 200),
      date,
      licence: plainText(library['copyright']).slice(0, 2000),
      source: plainLine(library['urn']).slice(0, 500),
    },
    groups,
    refused,
  };
}

/** The printed reference is what people know; the last part of the name (urn) where there is none. */
function sourceIdOf(node: Plain, framework: Plain): string {
  const reference = plainLine(node['ref_id']);
  if (reference !== '') return reference;
  const urn = plainLine(node['urn']);
  const base = plainLine(framework['urn']).split(':').at(-1) ?? '';
  const tail = urn.includes(`:${base}:`) ? urn.slice(urn.indexOf(`:${base}:`) + base.length + 2) : urn;
  return tail;
}

/** How deep each node lies. By its parent where it names one; a parent that does not exist, or a ring, leaves it out. */
function levelsOf(nodes: readonly Plain[]): ReadonlyMap<Plain, number> {
  const byUrn = new Map(nodes.map((node) => [plainLine(node['urn']), node]));
  const levels = new Map<Plain, number>();
  for (const node of nodes) {
    const path: Plain[] = [];
    let at: Plain | undefined = node;
    while (at !== undefined && !levels.has(at) && path.length <= LIMITS.depth + 1) {
      path.push(at);
      const parent: string = plainLine(at['parent_urn']);
      if (parent === '') break;
      at = byUrn.get(parent);
      if (at === undefined) path.length = 0;
    }
    const top = path.at(-1);
    if (top === undefined) continue;
    const known = at === undefined ? undefined : levels.get(at);
    if (known === undefined && plainLine(top['parent_urn']) !== '') continue;
    path.toReversed().forEach((one, step) => levels.set(one, (known ?? -1) + 1 + step));
  }
  return levels;
}

function listOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(plainLine).filter(Boolean);
  return plainText(value)
    .split(/[,\n]/u)
    .map((one) => one.trim())
    .filter(Boolean);
}
