/** What every operation of the module needs: reach, order, days, names. */
import { reachesDepartment, type Caller } from '../../../kernel/caller.ts';
import { AppError, refuse } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import type { FileView } from '../contract/shared.ts';
import { facts } from '../facts.ts';
import { type Machine, step } from '../rules/machine.ts';
import { auditMachine } from '../rules/machines.ts';
import { type AuditRecord, audits, findings } from '../store/stores.ts';
import { checkRecordVersion } from '../../../kernel/record-store.ts';

export { facts };

/** Makes the step or refuses with a sentence that says what must come first. */
export function advance<State extends string, Action extends string>(
  machine: Machine<State, Action>,
  state: State,
  action: Action,
): State {
  const result = step(machine, state, action);
  if ('refusal' in result) throw new AppError('state.refused', { message: result.refusal, internal: action });
  return result.next;
}

export function isContractor(caller: Caller): boolean {
  return caller.party === 'contractor';
}

/** Who carries out the audit and sees its papers while they are written: the contractor; the city's own auditors in theirs. */
export function worksOn(caller: Caller, audit: AuditRecord): boolean {
  const own = audit.content.programme.conductedBy === 'city-auditors' && caller.roles.includes('security-office');
  return isContractor(caller) || own;
}

export function checkFieldworker(context: Context, audit: AuditRecord): void {
  if (worksOn(context.caller, audit)) return;
  throw refuse(
    'この監査は受注者が行うため、市の担当者は確認の記録を書けません。意見があるときは、示された監査調書又は発見事項に付けてください。',
  );
}

/** The target as the journal names it; an audit that was opened without one stands for itself. */
export function targetOf(audit: AuditRecord): string {
  return audit.targetId ?? audit.id;
}

/** The audit, when the caller may know of its department; an unreachable one looks as if it did not exist. */
export async function readAudit(context: Context, auditId: string): Promise<AuditRecord> {
  const audit = await audits.get(context.tx, auditId);
  if (!reachesAudit(context.caller, audit))
    throw new AppError('record.missing', { internal: 'department out of reach' });
  return audit;
}

/** Whether one of the departments of the target is within the caller's reach. */
export function reachesAudit(caller: Caller, audit: AuditRecord): boolean {
  return audit.content.target.departmentIds.some((department) => reachesDepartment(caller, department));
}

/** Refuses people of departments that have nothing to do with the target. */
export function checkOwnAudit(caller: Caller, audit: AuditRecord): void {
  if (!reachesAudit(caller, audit)) throw new AppError('permission.refused', { internal: 'department out of reach' });
}

/** As `readAudit`, held until the end of the transaction: numbering and stage changes take turns. */
export async function takeAudit(context: Context, auditId: string, version?: number): Promise<AuditRecord> {
  await readAudit(context, auditId);
  const audit = await audits.take(context.tx, auditId);
  if (version !== undefined) checkRecordVersion(audit, version, { ...audit.content, version: audit.version });
  return audit;
}

/** Moves the audit to its next stage and says so in the journal. */
export async function moveAudit(
  context: Context,
  audit: AuditRecord,
  action: keyof typeof auditMachine.moves,
  content: Partial<AuditRecord['content']>,
): Promise<AuditRecord> {
  const state = advance(auditMachine, audit.state, action);
  const saved = await audits.save(context.tx, audit, { state, content });
  facts.record(context, 'audit.stage-changed', {
    engagementId: audit.engagementId,
    subject: audit.id,
    data: { department: audit.departmentId, from: audit.state, to: state },
  });
  return saved;
}

/** Working papers are open while the audit runs; a closed audit stays as it is. */
export function checkOpen(audit: AuditRecord): void {
  if (audit.state === 'closed') throw refuse('この監査は終わっているため、変更できません。');
}

/** Field work changes only before its end; afterwards the findings speak for it. */
export function checkFieldwork(audit: AuditRecord): void {
  if (audit.state !== 'preparing' && audit.state !== 'in-progress')
    throw refuse('確認作業が終わっているため、変更できません。必要な変更は発見事項で行ってください。');
}

/** Field work in a department begins after the city has told it. */
export function checkNotified(audit: AuditRecord): void {
  if (audit.state === 'preparing')
    throw refuse('監査通知書をまだ送付していません。先に市が監査対象課に監査通知書を送付してください。');
  checkFieldwork(audit);
}

/**
 * Whether the department knows of its audit: under the focus theme by the notice sent from here; in other programmes by the
 * plan, before the audit begins.
 */
export function knows({ content, targetId, state }: AuditRecord): boolean {
  return content.notice !== null || (targetId !== null && state !== 'preparing');
}

/** What people call the target: a department by its name of today, everything else by its own name and its departments'. */
export function targetName(audit: AuditRecord, names: ReadonlyMap<string, string>): string {
  const { name, departmentIds } = audit.content.target;
  const departments = departmentIds.map((id) => names.get(id) ?? '（廃止された所属）').join('、');
  return name === '' ? departments : `${name}（${departments}）`;
}

/** Findings of the audit that were not withdrawn. */
export async function liveFindings(context: Context, auditId: string) {
  const all = await findings.list(context.tx, { auditId });
  return all.filter(({ state }) => state !== 'withdrawn');
}

/** Takes an upload of the caller in use by a record; only what people see of it. */
export async function attach(context: Context, fileId: string, record: string): Promise<FileView> {
  const { id, name, mediaType, size, sha256 } = await context.files.attach(fileId, `audit:${record}`);
  return { fileId: id, name, mediaType, size, sha256 };
}
