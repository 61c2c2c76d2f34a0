/** The work of the erasure: one job per module, the last one looks whether everything is gone. */
import { z } from 'zod';
import { erasureFiles } from '../../kernel/erasure.ts';
import type { JobContext } from '../../kernel/module.ts';
import { id } from '../../kernel/schema.ts';
import { findRecordForUpdate, saveRecord } from './store.ts';

/** What stands in place of a name. */
const ERASED = '（消去済み）';

const payloadSchema = z.strictObject({ engagementId: id, erasureId: id, module: z.string() });

export async function eraseOne(context: JobContext, payload: Readonly<Record<string, unknown>>): Promise<void> {
  const { engagementId, erasureId, module } = payloadSchema.parse(payload);
  const { tx, today } = context;
  // The jobs of several modules take turns at the record, so that exactly one of them is the last.
  const entry = await findRecordForUpdate(tx, engagementId, 'erasure', erasureId);
  if (entry.state !== 'confirmed' || entry.erased.includes(module)) return;
  const scope = { engagementId, personal: entry.personal };
  const files = erasureFiles(tx);
  const eraser = context.erasers.find(({ moduleId }) => moduleId === module);
  if (eraser === undefined) throw new Error(`the module ${module} has nothing to erase`);
  await eraser.erase(
    {
      tx,
      today,
      files,
      append: (fact) => context.append(fact),
      executor: entry.executor.memberId,
      method: entry.method,
    },
    scope,
  );
  const left = await eraser.plan({ tx, files }, scope);
  if (left.length > 0) throw new Error(`${left.length} items of ${module} are still there`);
  const erased = [...entry.erased, module];
  await saveRecord(tx, 'erasure', { ...entry, erased, erasedOn: today });
  const outstanding = entry.items.some((item) => !erased.includes(item.module));
  if (outstanding) return;
  await context.jobs.add({ kind: 'duty.verify-erasure', payload: { engagementId, erasureId } });
}

const verificationSchema = payloadSchema.omit({ module: true });

/** Runs after every part is committed: contents that nothing names any more go, and every part is looked at again. */
export async function verifyErasure(context: JobContext, payload: Readonly<Record<string, unknown>>): Promise<void> {
  const { engagementId, erasureId } = verificationSchema.parse(payload);
  const { tx, today } = context;
  const entry = await findRecordForUpdate(tx, engagementId, 'erasure', erasureId);
  if (entry.state !== 'confirmed') return;
  const { removed, needed } = await context.removeBlobs(entry.items.flatMap((item) => item.files));
  const view = { tx, files: erasureFiles(tx) };
  const scope = { engagementId, personal: entry.personal };
  for (const eraser of context.erasers.filter(({ moduleId }) => entry.erased.includes(moduleId))) {
    const { moduleId } = eraser;
    const subjects = new Set(entry.items.filter(({ module }) => module === moduleId).map(({ subject }) => subject));
    const left = (await eraser.plan(view, scope)).filter(({ subject }) => subjects.has(subject));
    if (left.length > 0) throw new Error(`${left.length} items of ${moduleId} are still there`);
  }
  await saveRecord(tx, 'erasure', {
    ...entry,
    // The record of the erasure must not keep the names that it erased.
    items: entry.items.map((item) => (item.personal ? { ...item, label: ERASED } : item)),
    verified: { on: today, removed: [...removed], needed: [...needed] },
    state: 'verified',
  });
}
