/**
 * How well the importer reads specifications: `node bench/importer.ts TEXTS REGISTERS [--all]`.
 *
 * TEXTS is a folder of specifications (txt, docx, pdf), REGISTERS one of clause registers of the same names (yaml), made by
 * people. The rules of comparison:
 *
 * - position: the numbered place, `4(1)ア`. Half-width and full-width count as the same; of a row of a table only the
 *   chapter, the group and the number are compared. Found when both have a clause there.
 * - duty: registers number several duties of one place as -p1, -p2 … or as the place itself and -p1 …. Both ways are read
 *   as first, second, third: of a place with three duties in the register and two in the proposal, two are found.
 * - value: a number or day in the parameters of the register, when that number is written in the source at that place
 *   (what a register counted or concluded itself cannot be read). Found when the proposal has it at the same place.
 *   Hours and minutes, weeks and days are converted. A proposed value is right when the register names the number at that
 *   place, in parameters, title or summary.
 *
 * Exits with 1 when a target is missed in total: 90 % of duties, 80 % of values, recall and precision each.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, parse as parsePath } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { proposeSpecification, type ProposedClause } from '../src/core/specification-import/index.ts';
import { readSpecificationSource } from '../src/importers/index.ts';
import { expectedValues, isWritten, namedDays, proposedValues, type Value } from './importer/values.ts';

const Register = z.looseObject({
  clauses: z.array(
    z.looseObject({
      id: z.string(),
      title: z.string(),
      summary: z.string(),
      parameters: z.unknown(),
      kind: z.string(),
      capability: z.string(),
    }),
  ),
});
type Tally = { found: number; expected: number; right: number; proposed: number };

const [texts, registers, ...flags] = process.argv.slice(2);
if (texts === undefined || registers === undefined) {
  process.stderr.write('usage: node bench/importer.ts TEXTS REGISTERS [--all]\n');
  process.exit(2);
}

const fold = (text: string): string => text.normalize('NFKC').replaceAll('～', '~');
const position = (id: string): string =>
  fold(id)
    .replace(/^(\d+)(?:\([^)]*\)|[ア-ン]|[①-⑳])*表/, '$1表')
    .replace(/\s+/g, '')
    .replace(/-p\d+/g, '');

const totals = { positions: empty(), duties: empty(), deadlines: empty(), amounts: empty() };
for (const file of readdirSync(registers).filter((name) => name.endsWith('.yaml'))) {
  const { name } = parsePath(file);
  const source = readdirSync(texts).find((one) => parsePath(one).name === name && extname(one) !== '.yaml');
  if (source === undefined) continue;
  const register = Register.parse(parse(readFileSync(join(registers, file), 'utf8'))).clauses;
  const { lines } = await readSpecificationSource(source, readFileSync(join(texts, source)));
  const { clauses } = proposeSpecification(lines);
  report(name, register, clauses, lines.map((line) => fold(line.text)).join('\n'));
}
say('total', totals.positions, totals.duties, totals.deadlines, totals.amounts);
const values = add(add(empty(), totals.deadlines), totals.amounts);
const holds =
  [totals.duties, totals.positions].every((one) => ratio(one).every((it) => it >= 0.9)) &&
  ratio(values).every((it) => it >= 0.8);
process.stdout.write(
  `deadlines, caps and amounts together: ${shownRatio(values)}\n${holds ? '✓ holds' : '✗ missed'}\n`,
);
process.exitCode = holds ? 0 : 1;

function report(
  name: string,
  register: z.output<typeof Register>['clauses'],
  clauses: readonly ProposedClause[],
  text: string,
): void {
  const want = grouped(register);
  const got = grouped(clauses);
  const positions = empty();
  const duties = empty();
  for (const [at, list] of want) {
    const there = got.get(at)?.length ?? 0;
    positions.expected += 1;
    positions.found += there > 0 ? 1 : 0;
    duties.expected += list.length;
    duties.found += Math.min(list.length, there);
  }
  positions.right = positions.found;
  positions.proposed = got.size;
  duties.right = duties.found;
  duties.proposed = clauses.length;
  const deadlines = empty();
  const amounts = empty();
  const missed: string[] = [];
  const wrong: string[] = [];
  for (const [at, list] of want) {
    const there = got.get(at) ?? [];
    const readable = there.length === 0 ? text : fold(there.map((one) => one.text).join('\n'));
    const proposed = there.flatMap((one) => proposedValues(one));
    const days = there.flatMap((one) => namedDays(one));
    for (const value of list.flatMap((one) => expectedValues(one.parameters))) {
      if (!isWritten(value, readable)) continue;
      const tally = value.about === 'deadline' ? deadlines : amounts;
      tally.expected += 1;
      if (proposed.some((one) => meets(one, value)) || value.same.some((one) => days.includes(one))) tally.found += 1;
      else missed.push(`${at} ${value.shown}`);
    }
  }
  for (const [at, list] of got) {
    const named = want.get(at) ?? [];
    const known = named.flatMap((one) => expectedValues(one.parameters));
    const words = fold(named.map((one) => JSON.stringify([one.parameters, one.title, one.summary])).join(' '));
    for (const value of list.flatMap((one) => proposedValues(one))) {
      const tally = value.about === 'deadline' ? deadlines : amounts;
      tally.proposed += 1;
      if (known.some((one) => meets(value, one)) || isWritten(value, words)) tally.right += 1;
      else wrong.push(`${at}「${value.shown}」`);
    }
  }
  say(name, positions, duties, deadlines, amounts);
  const kinds = labels(register, clauses);
  process.stdout.write(`  kind right for ${kinds.kind} %, capability for ${kinds.capability} % of the places found\n`);
  list(
    'missed places',
    [...want.keys()].filter((at) => !got.has(at)),
  );
  list(
    'places that the register lacks',
    [...got.keys()].filter((at) => !want.has(at)),
  );
  list(
    'another number of duties (register/proposal)',
    [...want]
      .filter(([at, one]) => got.has(at) && got.get(at)?.length !== one.length)
      .map(([at, one]) => `${at} ${one.length}/${got.get(at)?.length ?? 0}`),
  );
  list('missed values', missed);
  list('values that the register lacks', wrong);
  for (const key of ['positions', 'duties', 'deadlines', 'amounts'] as const)
    add(totals[key], { positions, duties, deadlines, amounts }[key]);
}

function meets(a: Value, b: Value): boolean {
  return a.same.some((one) => b.same.includes(one));
}

function labels(
  register: readonly { id: string; kind: string; capability: string }[],
  clauses: readonly ProposedClause[],
): { kind: number; capability: number } {
  const want = grouped(register);
  let seen = 0;
  let kind = 0;
  let capability = 0;
  for (const [at, list] of grouped(clauses)) {
    for (const [n, clause] of list.entries()) {
      const one = want.get(at)?.[n];
      if (one === undefined) continue;
      seen += 1;
      kind += one.kind === clause.kind ? 1 : 0;
      capability += one.capability === clause.capability ? 1 : 0;
    }
  }
  const share = (n: number): number => Math.round((n / Math.max(1, seen)) * 100);
  return { kind: share(kind), capability: share(capability) };
}

function grouped<T extends { id: string }>(clauses: readonly T[]): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const clause of clauses) map.set(position(clause.id), [...(map.get(position(clause.id)) ?? []), clause]);
  return map;
}

function empty(): Tally {
  return { found: 0, expected: 0, right: 0, proposed: 0 };
}

function add(to: Tally, other: Tally): Tally {
  to.found += other.found;
  to.expected += other.expected;
  to.right += other.right;
  to.proposed += other.proposed;
  return to;
}

function ratio(tally: Tally): [number, number] {
  return [tally.found / Math.max(1, tally.expected), tally.right / Math.max(1, tally.proposed)];
}

function shownRatio(tally: Tally): string {
  const [recall, precision] = ratio(tally).map((one) => (one * 100).toFixed(1));
  return `recall ${recall} % (${tally.found}/${tally.expected}), precision ${precision} % (${tally.right}/${tally.proposed})`;
}

function say(name: string, positions: Tally, duties: Tally, deadlines: Tally, amounts: Tally): void {
  process.stdout.write(`${name}\n  places    ${shownRatio(positions)}\n  duties    ${shownRatio(duties)}\n`);
  process.stdout.write(`  deadlines ${shownRatio(deadlines)}\n  amounts   ${shownRatio(amounts)}\n`);
}

function list(title: string, items: readonly string[]): void {
  if (items.length === 0) return;
  const shown = flags.includes('--all') ? items : items.slice(0, 40);
  process.stdout.write(`  ${title}: ${shown.join('  ')}${shown.length < items.length ? ` … (${items.length})` : ''}\n`);
}
