/** What is told about internal auditors by other parts of the product, and what an internal auditor may know. */
import type { Context } from '../../../kernel/module.ts';
import { auditors, targets } from '../store/stores.ts';
import { facts, type H, programmeOfTarget } from './shared.ts';

export const recordTraining: H<'recordTraining'> = async (context, { engagementId, completions }) => {
  const known = new Set((await auditors.list(context.tx, { engagementId })).map(({ id }) => id));
  let changed = 0;
  for (const { auditorId, completedOn } of completions) {
    if (!known.has(auditorId)) continue;
    const record = await auditors.take(context.tx, auditorId);
    if (record.state !== 'active' || record.content.trainedOn === completedOn) continue;
    await auditors.save(context.tx, record, { content: { trainedOn: completedOn } });
    facts.record(context, 'internal-auditor.registered', {
      engagementId,
      subject: record.id,
      data: { department: record.content.departmentId, trained: completedOn !== null },
    });
    changed += 1;
  }
  return { changed };
};

export const getOwnAuditing: H<'getOwnAuditing'> = async (context, { engagementId }) => {
  const auditor = await ownRecord(context, engagementId);
  if (auditor === undefined) return { auditor: null, targets: [] };
  const own = [];
  for (const target of await targets.list(context.tx, { engagementId })) {
    const place = target.content.team.find(({ kind, id }) => kind === 'city' && id === auditor.id);
    if (place === undefined || target.state === 'withdrawn') continue;
    const programme = await programmeOfTarget(context, target);
    own.push({
      targetId: target.id,
      name: target.content.name,
      programme: programme.title,
      conductedBy: programme.conductedBy,
      role: place.role,
      plannedOn: target.content.plannedOn,
    });
  }
  const { name, departmentId } = auditor.content;
  return { auditor: { id: auditor.id, name, departmentId }, targets: own };
};

/** The caller as an internal auditor of the engagement. */
async function ownRecord(context: Context, engagementId: string) {
  const all = await auditors.list(context.tx, { engagementId });
  return all.find(({ state, content }) => state === 'active' && content.accountId === context.caller.accountId);
}
