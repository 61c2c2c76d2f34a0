/** What every operation of the module needs: reach, days, names, the terms of the specification. */
import { reachesDepartment } from '../../../kernel/caller.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError, fieldError, refuse } from '../../../kernel/error.ts';
import { checkRecordVersion } from '../../../kernel/record-store.ts';
import { readFacts } from '../../../kernel/journal.ts';
import type { Context, Handler } from '../../../kernel/module.ts';
import { peopleContract } from '../../people/contract.ts';
import type { improvementContract } from '../contract.ts';
import type { FileView } from '../contract/shared.ts';
import { facts } from '../facts.ts';
import { moved, type PlanAction } from '../rules/plan-rules.ts';
import { planRecords, type PlanRecord } from '../store/stores.ts';

export { facts };

type C = typeof improvementContract;
/** The type of one operation's handler, from the contract. */
export type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

/** The day on which something happened: not in the future, not before `from`. Today when not said. */
export function dayOfEvent(context: Context, given: string | undefined, from: string, what: string): string {
  if (given === undefined) return context.today;
  if (given > context.today) throw fieldError('occurredOn', 'これから先の日付は登録できません。');
  if (given < from) throw fieldError('occurredOn', `${what}より前の日付は登録できません。`);
  return given;
}

export interface DepartmentName {
  readonly name: string;
  readonly bureauName: string;
}

/** Stands for a department that does not exist today. */
export const GONE: DepartmentName = { name: '廃止された所属', bureauName: '' };

/** Departments as they are called today; the bureau stands apart, because progress is counted by it. */
export async function departmentsById(context: Context): Promise<(id: string) => DepartmentName> {
  const { departments } = await context.client(peopleContract).listDepartments({});
  const known = new Map(departments.map(({ id, name, bureauName }) => [id, { name, bureauName: bureauName ?? '' }]));
  return (id) => known.get(id) ?? GONE;
}

export const fullName = ({ name, bureauName }: DepartmentName): string =>
  bureauName === '' ? name : `${bureauName} ${name}`;

/** The plan, when its department is within the caller's reach; an unreachable one looks as if it did not exist. */
export async function readPlan(context: Context, planId: string): Promise<PlanRecord> {
  return reached(context, await planRecords.get(context.tx, planId));
}

/** As `readPlan`, held to the end of the transaction; refuses an editor who had an older version in hand. */
export async function takePlan(context: Context, planId: string, version: number): Promise<PlanRecord> {
  const plan = reached(context, await planRecords.take(context.tx, planId));
  checkRecordVersion(plan, version, { ...plan.content.fields, version: plan.version });
  return plan;
}

function reached(context: Context, plan: PlanRecord): PlanRecord {
  if (reachesDepartment(context.caller, plan.departmentId)) return plan;
  throw new AppError('record.missing', { internal: 'plan of another department' });
}

/** The state after the step, or a sentence that says what must come first. A plan of a withdrawn finding can only be given up. */
export async function advance(context: Context, plan: PlanRecord, action: PlanAction): Promise<PlanRecord['state']> {
  if (action !== 'cancel' && (await withdrawnFindings(context, plan.engagementId)).has(plan.content.finding.findingId))
    throw refuse(
      'もとの発見事項が取り下げられているため、この改善計画は進められません。担当課が理由を書いて取りやめてください。',
    );
  const step = moved(plan.state, action);
  if ('refusal' in step) throw refuse(step.refusal);
  return step.next;
}

/** Findings that were withdrawn, also after their sheet had been made. */
export async function withdrawnFindings(context: Context, engagementId: string): Promise<ReadonlySet<string>> {
  const entries = await readFacts(context.tx, { engagementId, kinds: ['finding.withdrawn'] });
  return new Set(entries.map(({ subject }) => subject));
}

/** Takes uploads of the caller in use by a plan. */
export async function attachAll(context: Context, fileIds: readonly string[], planId: string): Promise<FileView[]> {
  const files: FileView[] = [];
  for (const fileId of fileIds) {
    const { id, name, mediaType, size, sha256 } = await context.files.attach(fileId, `improvement:${planId}`);
    files.push({ fileId: id, name, mediaType, size, sha256 });
  }
  return files;
}

/** What every fact about a plan says. */
export const planFact = ({ id, departmentId, content }: PlanRecord) => ({
  type: content.audit.type,
  department: departmentId,
  plan: id,
});
