/**
 * The department tree through the years. A unit lives from a day to a last day; its name and bureau hold from days on,
 * so any past or coming day shows the tree as it was or will be. Two levels: bureaus (局) and sections (課).
 */
import { addDays, type Day } from '../../../core/calendar/index.ts';

export interface Period {
  /** The first day on which this holds. */
  readonly from: Day;
  readonly name: string;
  readonly kana: string;
  readonly bureauId: string | null;
}

export interface Unit {
  readonly id: string;
  readonly validFrom: Day;
  /** The last day of existence. */
  readonly validTo: Day | null;
  readonly successorIds: readonly string[];
  /** Ascending by `from`; the first begins at `validFrom`. */
  readonly periods: readonly Period[];
}

export type Change =
  | {
      readonly kind: 'create';
      readonly id: string;
      readonly name: string;
      readonly kana: string;
      readonly bureauId: string | null;
    }
  | { readonly kind: 'rename'; readonly id: string; readonly name: string; readonly kana: string }
  | { readonly kind: 'move'; readonly id: string; readonly bureauId: string | null }
  | { readonly kind: 'close'; readonly id: string; readonly successorIds: readonly string[] };

/** A change that cannot be; `index` is its place in the list, null when the result as a whole is impossible. */
export interface OrganisationProblem {
  readonly index: number | null;
  readonly message: string;
}

/** What the unit is on a day, or null when it does not exist then. */
export function periodOn(unit: Unit, day: Day): Period | null {
  if (day < unit.validFrom || (unit.validTo !== null && day > unit.validTo)) return null;
  return unit.periods.findLast((period) => period.from <= day) ?? null;
}

/** Carries out a reorganisation from a day on: all of it, or nothing with the reasons. */
export function reorganise(
  units: readonly Unit[],
  from: Day,
  changes: readonly Change[],
): { readonly units: readonly Unit[] } | { readonly problems: readonly OrganisationProblem[] } {
  const tree = new Map(units.map((unit) => [unit.id, unit]));
  const problems: OrganisationProblem[] = [];
  changes.forEach((change, index) => {
    const message = applyChange(tree, from, change);
    if (message !== null) problems.push({ index, message });
  });
  const result = [...tree.values()];
  if (problems.length === 0) problems.push(...problemsOf(result).map((message) => ({ index: null, message })));
  return problems.length === 0 ? { units: result } : { problems };
}

function applyChange(tree: Map<string, Unit>, from: Day, change: Change): string | null {
  const unit = tree.get(change.id);
  if (change.kind === 'create') {
    if (unit !== undefined) return '同じ組織が既に登録されています。';
    const { id, name, kana, bureauId } = change;
    const periods = [{ from, name, kana, bureauId }];
    tree.set(id, { id, validFrom: from, validTo: null, successorIds: [], periods });
    return null;
  }
  const period = unit === undefined ? null : periodOn(unit, from);
  if (unit === undefined || period === null) return 'その日に存在しない組織は変えられません。';
  if (unit.validTo !== null) return `「${period.name}」は既に廃止の日が決まっています。`;
  if (unit.periods.some((other) => other.from > from))
    return `「${period.name}」には、より先の日付の変更が登録されています。`;
  if (change.kind === 'close') {
    if (from <= unit.validFrom) return `「${period.name}」は、設置の日より後の日から廃止してください。`;
    tree.set(unit.id, { ...unit, validTo: addDays(from, -1), successorIds: [...new Set(change.successorIds)] });
    return null;
  }
  const next: Period =
    change.kind === 'rename'
      ? { ...period, from, name: change.name, kana: change.kana }
      : { ...period, from, bureauId: change.bureauId };
  tree.set(unit.id, { ...unit, periods: [...unit.periods.filter((other) => other.from < from), next] });
  return null;
}

/** Sentences for everything that cannot be on some day; empty for a sound tree. */
export function problemsOf(units: readonly Unit[]): readonly string[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const problems = new Set<string>();
  for (const unit of units) for (const message of successionProblems(unit, byId)) problems.add(message);
  for (const day of turningDays(units)) {
    const names = new Set<string>();
    for (const unit of units) {
      const period = periodOn(unit, day);
      if (period === null) continue;
      const key = `${period.bureauId ?? ''}\n${period.name}`;
      if (names.has(key)) problems.add(`同じ名称の組織「${period.name}」が同じ日に二つ存在することになります。`);
      names.add(key);
      const message = placeProblem(unit, period, day, byId);
      if (message !== null) problems.add(message);
    }
  }
  return [...problems];
}

function placeProblem(unit: Unit, period: Period, day: Day, byId: ReadonlyMap<string, Unit>): string | null {
  if (period.bureauId === null) return null;
  const bureau = byId.get(period.bureauId);
  const above = bureau === undefined ? null : periodOn(bureau, day);
  if (bureau === undefined || above === null || bureau.id === unit.id)
    return `「${period.name}」の属する局が存在しない日があります。先に移す局を決めてください。`;
  return above.bureauId === null ? null : `「${above.name}」は課のため、その下に「${period.name}」を置けません。`;
}

function* successionProblems(unit: Unit, byId: ReadonlyMap<string, Unit>): Generator<string> {
  const name = unit.periods.at(-1)?.name ?? '';
  for (const id of unit.successorIds) {
    const successor = byId.get(id);
    const open =
      successor !== undefined && unit.validTo !== null && periodOn(successor, addDays(unit.validTo, 1)) !== null;
    if (!open || id === unit.id) yield `「${name}」を引き継ぐ組織が、廃止の日に存在しません。`;
  }
}

/** The days on which anything begins or ends: between two of them nothing changes. */
function turningDays(units: readonly Unit[]): readonly Day[] {
  const days = new Set<Day>();
  for (const unit of units) {
    for (const period of unit.periods) days.add(period.from);
    if (unit.validTo !== null) days.add(addDays(unit.validTo, 1));
  }
  return [...days].sort();
}

/**
 * The units whose records a person of `own` may see on a day: the own one (or the only one that took it over), for a
 * head also those below it, and everything that these took over from units closed earlier.
 */
export function reach(units: readonly Unit[], own: string, head: boolean, day: Day): readonly string[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const home = currentUnit(byId, own, day);
  const reached = new Set([own, home]);
  if (head) {
    for (const unit of units) {
      const last = unit.validTo !== null && unit.validTo < day ? unit.validTo : day;
      if (periodOn(unit, last)?.bureauId === home) reached.add(unit.id);
    }
  }
  for (let grown = true; grown;) {
    grown = false;
    for (const unit of units) {
      if (reached.has(unit.id) || !unit.successorIds.some((id) => reached.has(id)) || !endedBy(unit, day)) continue;
      reached.add(unit.id);
      grown = true;
    }
  }
  return [...reached];
}

/** Follows a closed unit to the one that took it over; a split unit is left to the administrator. */
function currentUnit(byId: ReadonlyMap<string, Unit>, own: string, day: Day): string {
  const seen = new Set<string>();
  let id = own;
  for (;;) {
    const unit = byId.get(id);
    const [next, ...others] = unit !== undefined && endedBy(unit, day) ? unit.successorIds : [];
    if (next === undefined || others.length > 0 || seen.has(id)) return id;
    seen.add(id);
    id = next;
  }
}

function endedBy(unit: Unit, day: Day): boolean {
  return unit.validTo !== null && unit.validTo < day;
}
