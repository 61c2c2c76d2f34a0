/** Whether the target of an audit is still one. */
import { refuse } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { auditPlanContract } from '../../audit-plan/contract.ts';
import type { AuditRecord } from '../store/stores.ts';

/** What goes on about a target stops when the city withdraws it; the records stay. */
export async function checkTargetAlive(context: Context, audit: AuditRecord): Promise<void> {
  if (audit.targetId === null) return;
  const target = await context.client(auditPlanContract).getTarget({ targetId: audit.targetId });
  if (target.state === 'withdrawn')
    throw refuse(
      `「${target.name}」は、市が監査の対象から取り下げました。市が「監査を中止する」を選ぶと、書いた記録を残して監査を終えます。`,
    );
}
