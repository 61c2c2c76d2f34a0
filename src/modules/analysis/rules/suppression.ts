/**
 * Small groups are not shown (clause-independent promise to those who answer): a group of fewer than `smallest` respondents
 * is hidden, and so many more groups with it that nothing about fewer than `smallest` respondents can be computed from what
 * is shown, neither from the total nor by taking groups of one table from groups of another. Pure.
 */

export interface Group {
  readonly name: string;
  readonly members: readonly string[];
}

/** A partition of all respondents: by bureau, by segment. */
export interface GroupTable {
  readonly id: string;
  readonly groups: readonly Group[];
}

export interface Hidden {
  /** Even the total would tell too much. */
  readonly total: boolean;
  /** Per table the names of the groups that are not shown. */
  readonly groups: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Combinations of small sets that are looked at before a whole table is given up. */
const MOST_COMBINATIONS = 100_000;

/**
 * @param smallest respondents that a group must have to be shown, at least 2
 */
export function hideSmallGroups(tables: readonly GroupTable[], smallest: number): Hidden {
  const hidden = new Map(tables.map(({ id }) => [id, new Set<string>()]));
  const all = new Set(tables.flatMap(({ groups }) => groups.flatMap(({ members }) => members)));
  const hide = (table: string, name: string) => hidden.get(table)?.add(name);
  if (all.size < smallest) {
    for (const { id, groups } of tables) for (const { name } of groups) hide(id, name);
    return { total: true, groups: hidden };
  }
  for (const { id, groups } of tables)
    for (const { name, members } of groups) if (members.length > 0 && members.length < smallest) hide(id, name);
  for (;;) {
    for (const table of tables) complement(table, hidden.get(table.id) ?? new Set(), smallest);
    const told = smallSetTold(tables, hidden, smallest);
    if (told === null) return { total: false, groups: hidden };
    const last = tables.at(-1);
    const next = told === 'too-many' ? null : smallestTouching(tables, hidden, told);
    if (next !== null) hide(next.table, next.name);
    else if (last !== undefined) {
      // Too much to look through: the last table that still shows something goes as a whole.
      const open = tables.findLast((table) => shownOf(table, hidden).length > 0) ?? last;
      for (const { name } of open.groups) hide(open.id, name);
    }
  }
}

/** The total is shown, so one hidden group could be had by subtraction: hide until what is hidden together is large enough. */
function complement(table: GroupTable, hidden: Set<string>, smallest: number): void {
  const filled = table.groups.filter(({ members }) => members.length > 0);
  const together = () => filled.filter(({ name }) => hidden.has(name));
  while (
    hidden.size > 0 &&
    (together().length < 2 || together().reduce((sum, { members }) => sum + members.length, 0) < smallest)
  ) {
    const [next] = filled
      .filter(({ name }) => !hidden.has(name))
      .toSorted((a, b) => a.members.length - b.members.length || (a.name < b.name ? -1 : 1));
    if (next === undefined) return;
    hidden.add(next.name);
  }
}

type HiddenSets = ReadonlyMap<string, ReadonlySet<string>>;

const shownOf = ({ id, groups }: GroupTable, hidden: HiddenSets): Group[] =>
  groups.filter(({ name, members }) => members.length > 0 && hidden.get(id)?.has(name) !== true);

function smallestTouching(
  tables: readonly GroupTable[],
  hidden: HiddenSets,
  members: ReadonlySet<string>,
): { readonly table: string; readonly name: string } | null {
  const [found] = tables
    .flatMap((table) => shownOf(table, hidden).map((group) => ({ table: table.id, ...group })))
    .filter((group) => group.members.some((member) => members.has(member)))
    .toSorted(
      (a, b) => a.members.length - b.members.length || (`${a.table}${a.name}` < `${b.table}${b.name}` ? -1 : 1),
    );
  return found ?? null;
}

/**
 * A set of fewer than `smallest` respondents whose sum follows from the shown sums, or null. Respondents that are in the
 * same shown groups cannot be told apart, so only sets of such atoms can follow. A set follows exactly when it is
 * perpendicular to everything that the shown groups leave open (their null space).
 */
function smallSetTold(
  tables: readonly GroupTable[],
  hidden: HiddenSets,
  smallest: number,
): ReadonlySet<string> | 'too-many' | null {
  const shown = tables.flatMap((table) => shownOf(table, hidden));
  const signature = new Map<string, string>();
  for (const { groups } of tables)
    for (const { members } of groups) for (const member of members) signature.set(member, signature.get(member) ?? '');
  shown.forEach(({ members }, index) => {
    for (const member of members) signature.set(member, `${signature.get(member) ?? ''} ${index}`);
  });
  const atoms = [...Map.groupBy([...signature], ([, inGroups]) => inGroups)].map(([inGroups, entries]) => ({
    members: entries.map(([member]) => member),
    row: [1, ...shown.map((_, index) => (inGroups.split(' ').includes(String(index)) ? 1 : 0))],
  }));
  const open = nullSpace(atoms.map(({ row }) => row));
  const small = atoms
    .map(({ members }, index) => ({ members, left: open.map((vector) => vector[index] ?? 0) }))
    .filter(({ members }) => members.length < smallest);
  let looked = 0;
  const search = (from: number, size: number, sum: readonly number[], chosen: readonly number[]): string[] | null => {
    for (let at = from; at < small.length; at += 1) {
      const atom = small[at];
      if (atom === undefined || size + atom.members.length >= smallest) continue;
      looked += 1;
      if (looked > MOST_COMBINATIONS) return null;
      const next = sum.map((value, index) => value + (atom.left[index] ?? 0));
      const taken = [...chosen, at];
      if (next.every((value) => Math.abs(value) < 1e-7)) return taken.flatMap((index) => small[index]?.members ?? []);
      const deeper = search(at + 1, size + atom.members.length, next, taken);
      if (deeper !== null) return deeper;
    }
    return null;
  };
  const found = search(
    0,
    0,
    open.map(() => 0),
    [],
  );
  if (found !== null) return new Set(found);
  return looked > MOST_COMBINATIONS ? 'too-many' : null;
}

/** A basis of the vectors over the atoms that every shown group (a column of `rows`) adds up to nothing. */
function nullSpace(rows: readonly (readonly number[])[]): number[][] {
  const width = rows.length;
  const matrix = (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? 0));
  const pivots: number[] = [];
  let line = 0;
  for (let column = 0; column < width && line < matrix.length; column += 1) {
    let best = line;
    for (let at = line; at < matrix.length; at += 1)
      if (Math.abs(matrix[at]?.[column] ?? 0) > Math.abs(matrix[best]?.[column] ?? 0)) best = at;
    const pivot = matrix[best]?.[column] ?? 0;
    if (Math.abs(pivot) < 1e-9) continue;
    const lead = (matrix[best] ?? []).map((value) => value / pivot);
    matrix[best] = matrix[line] ?? [];
    matrix[line] = lead;
    for (let at = 0; at < matrix.length; at += 1) {
      const factor = matrix[at]?.[column] ?? 0;
      if (at === line || Math.abs(factor) < 1e-12) continue;
      matrix[at] = (matrix[at] ?? []).map((value, index) => value - factor * (lead[index] ?? 0));
    }
    pivots.push(column);
    line += 1;
  }
  return Array.from({ length: width }, (_, column) => column)
    .filter((column) => !pivots.includes(column))
    .map((free) => {
      const vector = Array.from({ length: width }, () => 0);
      vector[free] = 1;
      pivots.forEach((pivot, index) => {
        vector[pivot] = -(matrix[index]?.[free] ?? 0);
      });
      return vector;
    });
}
