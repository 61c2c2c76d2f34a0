/** OSCAL catalogues (JSON): groups, controls with enhancements, parts, parameters, properties, back matter. */
import { assemble, type CatalogueRow } from './assemble.ts';
import { CatalogueError, LIMITS, type ReadCatalogue, type RefusedRow } from './model.ts';
import { type Plain, plainDay, plainLine, plainObject, plainObjects, plainText } from './plain.ts';

/** Whether a JSON document is an OSCAL catalogue. */
export function isOscal(document: unknown): boolean {
  return plainObject(plainObject(document)?.['catalog']) !== null;
}

interface Reading {
  readonly rows: CatalogueRow[];
  readonly refused: RefusedRow[];
  /** Titles of the documents in the back matter, by their identifiers. */
  readonly resources: ReadonlyMap<string, string>;
}

/** @throws CatalogueError */
export function readOscal(document: unknown): ReadCatalogue {
  const catalogue = plainObject(plainObject(document)?.['catalog']);
  if (catalogue === null)
    throw new CatalogueError('OSCALのカタログではありません。catalogを持つJSONを選んでください。');
  const metadata = plainObject(catalogue['metadata']) ?? {};
  const reading: Reading = { rows: [], refused: [], resources: resourcesOf(catalogue['back-matter']) };
  readInto(reading, catalogue, 'catalog', 0, parametersOf(catalogue, new Map()));
  const { groups, refused } = assemble(reading.rows, reading.refused);
  return {
    format: 'oscal',
    about: {
      code: '',
      title: plainLine(metadata['title']).slice(0, 200),
      issuer: issuerOf(metadata),
      edition: plainLine(metadata['version']).slice(0, 200),
      date: plainDay(metadata['published']) ?? plainDay(metadata['last-modified']),
      licence: plainText(metadata['remarks']).slice(0, 2000),
      source: sourceOf(metadata),
    },
    groups,
    refused,
  };
}

/** Groups come before the controls that stand beside them, as the format prints them. */
function readInto(reading: Reading, parent: Plain, place: string, level: number, parameters: Parameters): void {
  if (level > LIMITS.depth) {
    reading.refused.push({ place, subject: '', reason: `階層が${LIMITS.depth}段を超えています。` });
    return;
  }
  for (const { at, value } of plainObjects(parent['controls'])) {
    readControl(reading, value, `${place}.controls[${at}]`, level, parameters);
  }
  for (const { at, value } of plainObjects(parent['groups'])) {
    const own = `${place}.groups[${at}]`;
    const inner = parametersOf(value, parameters);
    const title = plainLine(value['title']);
    reading.rows.push({
      place: own,
      sourceId: plainLine(value['id']) || `group ${own}`,
      number: labelOf(value),
      title,
      text: partsText(value, inner, (name) => name !== 'guidance'),
      guidance: '',
      level,
      required: false,
      references: [],
    });
    readInto(reading, value, own, level + 1, inner);
  }
}

function readControl(reading: Reading, control: Plain, place: string, level: number, outer: Parameters): void {
  const parameters = parametersOf(control, outer);
  const sourceId = plainLine(control['id']);
  const number = labelOf(control) ?? (sourceId === '' ? null : sourceId.toUpperCase().slice(0, LIMITS.number));
  const title = fill(plainLine(control['title']), parameters);
  if (isWithdrawn(control)) {
    const subject = [number, title].filter(Boolean).join('　').slice(0, 120);
    reading.refused.push({ place, subject, reason: 'この版で廃止された項目です。' });
  } else {
    reading.rows.push({
      place,
      sourceId,
      number,
      title,
      text: partsText(control, parameters, (name) => name === 'statement' || name === 'item') || title,
      guidance: partsText(control, parameters, (name) => name === 'guidance' || name === 'overview'),
      level,
      required: true,
      references: plainObjects(control['links']).flatMap(({ value }) => linkText(value, reading.resources)),
    });
  }
  if (level < LIMITS.depth) {
    for (const { at, value } of plainObjects(control['controls'])) {
      readControl(reading, value, `${place}.controls[${at}]`, level + 1, parameters);
    }
  }
}

/** The printed label, without that of a machine-readable variant. */
function labelOf(value: Plain): string | null {
  const labels = plainObjects(value['props']).filter(({ value: prop }) => prop['name'] === 'label');
  const plain = labels.find(({ value: prop }) => prop['class'] === undefined) ?? labels[0];
  const label = plain === undefined ? '' : plainLine(plain.value['value']);
  return label === '' ? null : label.slice(0, LIMITS.number);
}

const isWithdrawn = (control: Plain): boolean =>
  plainObjects(control['props']).some(
    ({ value }) => value['name'] === 'status' && /^withdrawn$/iu.test(plainLine(value['value'])),
  );

/** The chosen parts with what they hold, each on a line with its label, indented by its level. */
function partsText(owner: Plain, parameters: Parameters, chosen: (name: string) => boolean): string {
  return plainObjects(owner['parts'])
    .filter(({ value }) => chosen(plainLine(value['name'])))
    .flatMap(({ value }) => partLines(value, parameters, 0))
    .join('\n');
}

function partLines(part: Plain, parameters: Parameters, depth: number): string[] {
  if (depth > LIMITS.depth) return [];
  const head = [labelOf(part), plainLine(part['title']), fill(plainText(part['prose']), parameters)];
  const words = head.filter((one) => one !== null && one !== '').join(' ');
  const below = plainObjects(part['parts']).flatMap(({ value }) => partLines(value, parameters, depth + 1));
  return [...(words === '' ? [] : ['　'.repeat(Math.max(depth - 1, 0)) + words]), ...below];
}

type Parameters = ReadonlyMap<string, Plain>;

function parametersOf(owner: Plain, outer: Parameters): Parameters {
  const own = plainObjects(owner['params']).map(({ value }) => [plainLine(value['id']), value] as const);
  return own.length === 0 ? outer : new Map([...outer, ...own]);
}

/** Puts the value, the choices or the label of a parameter where the text inserts it. */
function fill(text: string, parameters: Parameters, depth = 0): string {
  return text.replaceAll(/\{\{\s*(?:insert:\s*param,\s*)?([^\s{},]{1,120})\s*\}\}/gu, (_whole, name: string) => {
    const parameter = parameters.get(name);
    if (parameter === undefined) return `［${name}］`;
    const values = listText(parameter['values']);
    if (values.length > 0) return values.join('、');
    const choices = listText(plainObject(parameter['select'])?.['choice']);
    if (choices.length > 0) {
      const filled = depth < 3 ? choices.map((one) => fill(one, parameters, depth + 1)) : choices;
      return `［選択：${filled.join('／')}］`;
    }
    return `［${plainLine(parameter['label']) || name}］`;
  });
}

const listText = (value: unknown): string[] => (Array.isArray(value) ? value.map(plainLine).filter(Boolean) : []);

function resourcesOf(backMatter: unknown): ReadonlyMap<string, string> {
  const resources = plainObjects(plainObject(backMatter)?.['resources']);
  return new Map(
    resources.map(({ value }) => {
      const cited = plainLine(plainObject(value['citation'])?.['text']);
      return [plainLine(value['uuid']), plainLine(value['title']) || cited];
    }),
  );
}

/** A link into the back matter by the document's title, one to another control by its identifier, one outside as it is. */
function linkText(link: Plain, resources: ReadonlyMap<string, string>): string[] {
  const href = plainLine(link['href']);
  if (!href.startsWith('#')) return href === '' ? [] : [plainLine(link['text']) || href];
  const name = href.slice(1);
  const found = resources.get(name) ?? name;
  return found === '' ? [] : [found];
}

function issuerOf(metadata: Plain): string {
  const parties = plainObjects(metadata['parties']).map(({ value }) => value);
  const roles = ['publisher', 'creator', 'author'];
  const responsible = roles.flatMap((role) =>
    plainObjects(metadata['responsible-parties']).filter(({ value }) => value['role-id'] === role),
  );
  const ids = responsible.flatMap(({ value }) => listText(value['party-uuids']));
  const found = ids.flatMap((id) => parties.filter((party) => party['uuid'] === id))[0] ?? parties[0];
  return found === undefined ? '' : plainLine(found['name']).slice(0, 200);
}

function sourceOf(metadata: Plain): string {
  const links = plainObjects(metadata['links']).map(({ value }) => value);
  const found = links.find((link) => link['rel'] === 'canonical') ?? links[0];
  const href = found === undefined ? '' : plainLine(found['href']);
  return /^https?:\/\//u.test(href) ? href.slice(0, 500) : '';
}
