/** The department tree: reading it on a day, and changing it from a day on. */
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { facts } from '../facts.ts';
import { type Change, type OrganisationProblem, periodOn, reorganise as decide } from '../rules/organisation.ts';
import type { ChangeInput, Department, OrganisationUnitReply } from '../shapes.ts';
import { ownTenant, readKana } from '../store/tenant-store.ts';
import { loadUnits, lockOrganisation, saveUnits, type StoredUnit } from '../store/department-store.ts';

export async function getMunicipality(context: Context): Promise<{ name: string; kana: string }> {
  return { name: (await ownTenant(context.tx)).name, kana: await readKana(context.tx) };
}

export async function listDepartments(
  context: Context,
  input: { readonly asOf?: string | undefined },
): Promise<{ departments: Department[] }> {
  const day = input.asOf ?? context.today;
  const units = await loadUnits(context.tx);
  const names = new Map(units.map((unit) => [unit.id, periodOn(unit, day)?.name ?? null]));
  const departments = units.flatMap((unit): Department[] => {
    const period = periodOn(unit, day);
    if (period === null) return [];
    const { name, kana, bureauId } = period;
    const bureauName = bureauId === null ? null : (names.get(bureauId) ?? null);
    return [{ id: unit.id, name, kana, bureauId, bureauName, validFrom: unit.validFrom, validTo: unit.validTo }];
  });
  return { departments };
}

export async function getOrganisation(context: Context): Promise<{ units: OrganisationUnitReply[] }> {
  return { units: (await loadUnits(context.tx)).map(replyOf) };
}

function replyOf(unit: StoredUnit): OrganisationUnitReply {
  return { ...unit, successorIds: [...unit.successorIds], periods: unit.periods.map((period) => ({ ...period })) };
}

export async function saveDepartment(
  context: Context,
  input: {
    readonly departmentId?: string | undefined;
    readonly version?: number | undefined;
    readonly name: string;
    readonly kana: string;
    readonly bureauId: string | null;
    readonly from: string;
  },
): Promise<{ departmentId: string; version: number }> {
  const { departmentId, name, kana, bureauId, from } = input;
  await lockOrganisation(context.tx);
  const units = await loadUnits(context.tx);
  if (departmentId === undefined) {
    const id = context.newId();
    await apply(context, units, from, [{ kind: 'create', id, name, kana, bureauId }]);
    return { departmentId: id, version: 1 };
  }
  const unit = freshUnit(units, departmentId, input.version ?? 0);
  const period = periodOn(unit, from);
  const changes: Change[] = [];
  if (period?.name !== name || period.kana !== kana) changes.push({ kind: 'rename', id: unit.id, name, kana });
  if (period?.bureauId !== bureauId) changes.push({ kind: 'move', id: unit.id, bureauId });
  if (changes.length === 0) return { departmentId: unit.id, version: unit.version };
  await apply(context, units, from, changes);
  return { departmentId: unit.id, version: unit.version + 1 };
}

export async function reorganise(
  context: Context,
  input: { readonly from: string; readonly changes: readonly ChangeInput[] },
): Promise<{ created: { key: string; id: string }[] }> {
  await lockOrganisation(context.tx);
  const units = await loadUnits(context.tx);
  const created = input.changes.flatMap((change) =>
    change.kind === 'create' ? [{ key: change.key, id: context.newId() }] : [],
  );
  const keys = new Map(created.map(({ key, id }) => [`new:${key}`, id]));
  if (keys.size < created.length) throw fieldError('changes', '新設する組織の見出しが重なっています。');
  const resolve = (reference: string): string => {
    const id = keys.get(reference) ?? units.find((unit) => unit.id === reference)?.id;
    if (id === undefined) throw new AppError('record.missing', { internal: 'department' });
    return id;
  };
  const changes = input.changes.map((change): Change => {
    if (change.kind === 'create') {
      const bureauId = change.bureau === null ? null : resolve(change.bureau);
      return { kind: 'create', id: resolve(`new:${change.key}`), name: change.name, kana: change.kana, bureauId };
    }
    const { id } = freshUnit(units, change.departmentId, change.version);
    if (change.kind === 'rename') return { kind: 'rename', id, name: change.name, kana: change.kana };
    if (change.kind === 'move')
      return { kind: 'move', id, bureauId: change.bureau === null ? null : resolve(change.bureau) };
    return { kind: 'close', id, successorIds: change.successors.map(resolve) };
  });
  await apply(context, units, input.from, changes);
  return { created };
}

async function apply(
  context: Context,
  units: readonly StoredUnit[],
  from: string,
  changes: readonly Change[],
): Promise<void> {
  const result = decide(units, from, changes);
  if ('problems' in result) throw impossible(result.problems);
  const changed = new Set(changes.map(({ id }) => id));
  const versions = new Map(units.map(({ id, version }) => [id, version]));
  await saveUnits(
    context.tx,
    result.units
      .filter(({ id }) => changed.has(id))
      .map((unit) => ({ ...unit, version: (versions.get(unit.id) ?? 0) + 1 })),
  );
  for (const change of changes) record(context, from, change);
}

function record(context: Context, from: string, change: Change): void {
  const fact = { engagementId: null, subject: change.id } as const;
  switch (change.kind) {
    case 'create':
      facts.record(context, 'department.created', { ...fact, data: { from, bureau: change.bureauId } });
      break;
    case 'rename':
      facts.record(context, 'department.renamed', { ...fact, data: { from } });
      break;
    case 'move':
      facts.record(context, 'department.moved', { ...fact, data: { from, bureau: change.bureauId } });
      break;
    case 'close':
      facts.record(context, 'department.closed', { ...fact, data: { from, successors: [...change.successorIds] } });
      break;
  }
}

/** @throws AppError `record.missing`; `record.stale` with the department as it is now. */
function freshUnit(units: readonly StoredUnit[], id: string, version: number): StoredUnit {
  const unit = units.find((candidate) => candidate.id === id);
  if (unit === undefined) throw new AppError('record.missing', { internal: 'department' });
  if (unit.version !== version) throw new AppError('record.stale', { current: replyOf(unit) });
  return unit;
}

function impossible(problems: readonly OrganisationProblem[]): AppError {
  return new AppError('input.invalid', {
    message: problems.map(({ message }) => message).join('\n'),
    fields: problems.map(({ index, message }) => ({ path: index === null ? 'changes' : `changes.${index}`, message })),
  });
}
