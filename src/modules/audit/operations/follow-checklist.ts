/** A checklist that was changed while audits go by it: new items come in, dropped ones go unless something was found already. */
import { refuse } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { changedOf } from '../../../kernel/record-store.ts';
import { auditPlanContract } from '../../audit-plan/contract.ts';
import { checklistContract } from '../../checklist/contract.ts';
import { type AuditRecord, audits, type CheckRecord, checks, fieldRecords, samples } from '../store/stores.ts';
import type { H } from './handler.ts';
import { checkFieldwork, facts, readAudit, takeAudit } from './shared.ts';
import { itemsFor, placeItems } from './targets.ts';

export const compareWithChecklist: H<'compareWithChecklist'> = async (context, { auditId }) => {
  const audit = await readAudit(context, auditId);
  const used = audit.content.checklist?.position ?? null;
  const newest = await newestOf(context, audit);
  if (newest === null || newest.checklist === null) return { used, newest: null, added: [], dropped: [] };
  const own = await checks.list(context.tx, { auditId });
  const { added, dropped } = await differences(context, audit, own, newest.items);
  return {
    used,
    newest: newest.checklist.position,
    added: added.map(({ key, title }) => ({ key, title })),
    dropped: dropped.map(({ check, kept }) => ({ checkId: check.id, title: check.content.title, kept })),
  };
};

export const followChecklist: H<'followChecklist'> = async (context, { auditId, version }) => {
  const audit = await takeAudit(context, auditId, version);
  checkFieldwork(audit);
  const newest = await newestOf(context, audit);
  if (newest === null || newest.checklist === null)
    throw refuse('市が合意したチェックリストがまだありません。合意を待ってから取り入れてください。');
  const { checklist } = newest;
  if (audit.content.checklist?.id === checklist.id)
    throw refuse(`この監査は、既に第${checklist.position}版の項目によっています。`);
  const own = await checks.list(context.tx, { auditId });
  const { added, dropped } = await differences(context, audit, own, newest.items);
  const reasons = await reasonsOf(context, checklist.id);
  for (const { check, kept } of dropped) {
    const reason = reasons.get(check.content.key) ?? '';
    const told = `チェックリストの第${checklist.position}版で外れた${reason === '' ? '' : `：${reason}`}`;
    await checks.save(
      context.tx,
      check,
      kept
        ? { content: { dropped: { position: checklist.position, reason } } }
        : { state: 'left-out', content: { leftOutReason: told } },
    );
  }
  const placed = await placeItems(context, audit, added);
  const saved = await audits.save(context.tx, audit, { content: { checklist } });
  const kept = dropped.filter((one) => one.kept).length;
  facts.record(context, 'audit.checklist-followed', {
    engagementId: audit.engagementId,
    subject: audit.id,
    data: {
      ...{ department: audit.departmentId, audit: audit.id, version: checklist.position },
      ...{ added: placed, leftOut: dropped.length - kept, kept },
    },
  });
  return { ...changedOf(saved), added: placed, leftOut: dropped.length - kept, kept };
};

async function newestOf(context: Context, audit: AuditRecord) {
  if (audit.targetId === null) return null;
  const target = await context.client(auditPlanContract).getTarget({ targetId: audit.targetId });
  return itemsFor(context, target);
}

type Items = Awaited<ReturnType<typeof itemsFor>>['items'];

async function differences(context: Context, audit: AuditRecord, own: readonly CheckRecord[], items: Items) {
  const formerly = await formerKeys(context, audit);
  const wanted = new Set(items.map(({ key }) => key));
  const present = new Set(own.map(({ content }) => content.key));
  const dropped: { readonly check: CheckRecord; readonly kept: boolean }[] = [];
  for (const check of own) {
    const { key, dropped: told = null } = check.content;
    // What was left out before, and what was added to this audit alone, is no business of the checklist.
    if (check.state === 'left-out' || wanted.has(key) || told !== null || formerly?.has(key) === false) continue;
    dropped.push({ check, kept: await hasFindings(context, check) });
  }
  return { added: items.filter(({ key }) => !present.has(key)), dropped };
}

/** The keys of the version that the audit followed so far; null where it followed the catalogues. */
async function formerKeys(context: Context, audit: AuditRecord): Promise<ReadonlySet<string> | null> {
  const used = audit.content.checklist;
  if (used === null) return null;
  const { rows } = await context.client(checklistContract).getChecklist({ checklistId: used.id });
  return new Set(rows.map(({ key }) => key));
}

/** Somebody has judged or written, or collected something. */
async function hasFindings(context: Context, { id, content }: CheckRecord): Promise<boolean> {
  const { judgement, fact, note, evidenceIds } = content;
  if (judgement !== 'unconfirmed' || fact !== '' || note !== '' || evidenceIds.length > 0) return true;
  const of = { parentId: id };
  return (await fieldRecords.list(context.tx, of)).length > 0 || (await samples.list(context.tx, of)).length > 0;
}

async function reasonsOf(context: Context, checklistId: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await context.client(checklistContract).getChecklist({ checklistId });
  return new Map(rows.filter(({ state }) => state === 'left-out').map((row) => [row.key, row.leftOutReason]));
}
