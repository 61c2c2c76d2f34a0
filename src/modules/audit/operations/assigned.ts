/** The audit of a target for those who carry it out as the city's own auditors. */
import { mayUse } from '../../../kernel/caller.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { auditPlanContract } from '../../audit-plan/contract.ts';
import { departmentNames } from '../../people/contract.ts';
import { auditContract } from '../contract.ts';
import { audits, checks, sessions } from '../store/stores.ts';
import type { H } from './handler.ts';

export const getAssignedAudit: H<'getAssignedAudit'> = async (context, { engagementId, targetId }) => {
  await checkAssigned(context, engagementId, targetId);
  const audit = (await audits.list(context.tx, { engagementId })).find((one) => one.targetId === targetId);
  if (audit === undefined || audit.content.programme.conductedBy !== 'city-auditors') return { audit: null };
  const { programme, target } = audit.content;
  const names = await departmentNames(context);
  const held = (await sessions.list(context.tx, { auditId: audit.id })).filter(
    ({ content }) => content.kind === 'held',
  );
  const rows = await checks.list(context.tx, { auditId: audit.id });
  const departments = target.departmentIds.map((id) => names.get(id) ?? '廃止された所属');
  return {
    audit: {
      auditId: audit.id,
      programme: programme.title,
      conductedBy: programme.conductedBy,
      target: target.name === '' ? (departments[0] ?? '') : target.name,
      departments,
      heldOn: [...new Set(held.map(({ content }) => content.occurredOn))],
      cityAuditors: [...new Set(held.map(({ content }) => content.cityAuditors).filter((name) => name !== ''))],
      levels: programme.levels,
      checks: rows.flatMap(({ id, state, content }) => {
        if (state !== 'in-scope') return [];
        const { number, section, title, point, judgement, fact, assumedRisk, recommendation } = content;
        return [{ id, number, section, title, point, judgement, fact, assumedRisk, recommendation }];
      }),
    },
  };
};

/** Whoever may read audits at all, and the auditors of the target. For everybody else it does not exist. */
async function checkAssigned(context: Context, engagementId: string, targetId: string): Promise<void> {
  if (mayUse(auditContract, 'audit.read', context.caller)) return;
  const { targets } = await context.client(auditPlanContract).getOwnAuditing({ engagementId });
  if (!targets.some((own) => own.targetId === targetId))
    throw new AppError('record.missing', { internal: 'not assigned' });
}
