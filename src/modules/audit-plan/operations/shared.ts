/** What every operation of the module needs: reach, days, names, the programme in force. */
import type { Programme } from '../../../core/programme/index.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { isCity, type Caller } from '../../../kernel/caller.ts';
import { AppError, fieldError, refuse } from '../../../kernel/error.ts';
import type { Context, Handler } from '../../../kernel/module.ts';
import { departmentNames } from '../../people/contract.ts';
import type { auditPlanContract } from '../contract.ts';
import { facts } from '../facts.ts';
import { checkRecordVersion } from '../../../kernel/record-store.ts';
import {
  type EditionRecord,
  editions,
  type ProgrammeRecord,
  programmes,
  type TargetRecord,
  targets,
} from '../store/stores.ts';

export { facts };

type C = typeof auditPlanContract;
/** The type of one operation's handler, from the contract. */
export type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

export async function checkDepartments(context: Context, departmentIds: readonly string[]): Promise<void> {
  const known = await departmentNames(context);
  if (departmentIds.some((id) => !known.has(id)))
    throw fieldError('departmentIds', '廃止された所属、又は登録のない所属が含まれています。所属を選び直してください。');
  if (new Set(departmentIds).size !== departmentIds.length)
    throw fieldError('departmentIds', '同じ所属が二度選ばれています。');
}

/** The programme with the edition in force; the draft while nothing is published. */
export async function programmeInForce(
  context: Context,
  programmeId: string,
): Promise<{ readonly record: ProgrammeRecord; readonly edition: EditionRecord; readonly programme: Programme }> {
  const record = await programmes.get(context.tx, programmeId);
  const all = await editions.list(context.tx, { programmeId });
  const edition = all.find(({ state }) => state === 'published') ?? all.at(-1);
  if (edition === undefined) throw new AppError('record.missing', { internal: 'programme without edition' });
  return { record, edition, programme: edition.content.programme };
}

/** The edition under which a target was added: a later one does not change what is under way. */
export async function programmeOfTarget(context: Context, target: TargetRecord): Promise<Programme> {
  const all = await editions.list(context.tx, { programmeId: target.programmeId });
  const own = all.find(({ position }) => position === target.content.programmeEdition);
  if (own === undefined) throw new AppError('record.missing', { internal: 'edition of target' });
  return own.content.programme;
}

/** The target, held until the end of the transaction. */
export async function takeTarget(context: Context, targetId: string, version?: number): Promise<TargetRecord> {
  const target = await targets.take(context.tx, targetId);
  if (version !== undefined) checkRecordVersion(target, version);
  return target;
}

/** Refuses what the programme gives to the other side. */
export function checkParty(caller: Caller, by: 'city' | 'contractor' | 'department' | 'both', what: string): void {
  if (by === 'both') return;
  const city = by !== 'contractor';
  if (city === isCity(caller)) return;
  throw refuse(
    `${what}は、この手順では${city ? '市' : '受託者'}が行います。${city ? '市の担当課' : '受託者'}に依頼してください。`,
  );
}
