/** What this module itself removes at the end: contents of materials, the log of handling, names in notices. */
import { canonical, sha256Of } from '../../kernel/canonical.ts';
import type { ErasureContext, ErasureItem, ErasureScope, ErasureView, ModuleErasure } from '../../kernel/erasure.ts';
import { facts } from './facts.ts';
import type { Entry } from './records.ts';
import { deleteRecord, listRecords, saveRecord } from './store.ts';

/** Materials of which something is still kept here: files, notes on keeping, or the data themselves. */
const keeps = ({ files, handling, returnedOn, erased, kind, wiped }: Entry<'material'>): boolean =>
  wiped === null &&
  (files.length > 0 || handling !== '' || (kind === 'data' && returnedOn === null && erased === null));

async function hashesOf(view: ErasureView, fileIds: readonly string[]): Promise<string[]> {
  const found = await Promise.all(fileIds.map((fileId) => view.files.find(fileId)));
  return found.flatMap((file) => (file === null ? [] : [file.sha256]));
}

async function plan(view: ErasureView, { engagementId, personal }: ErasureScope): Promise<readonly ErasureItem[]> {
  const { tx } = view;
  const materials = (await listRecords(tx, engagementId, 'material')).filter(keeps);
  const handled = await listRecords(tx, engagementId, 'handling');
  const notices = personal ? await listRecords(tx, engagementId, 'handler-notice') : [];
  const item = (kind: string, label: string, row: { readonly id: string }) => ({
    kind,
    subject: row.id,
    label,
    personal: false,
    record: sha256Of(canonical(row)),
    files: [],
  });
  return [
    ...(await Promise.all(
      materials.map(async (row) => ({
        ...item('資料等の内容', row.name, row),
        files: await hashesOf(view, row.files),
      })),
    )),
    ...handled.map((row) => item('情報資産の取扱いの記録', `${row.on}の取扱い`, row)),
    ...notices.map((row) => ({ ...item('従事者の通知の氏名等', `${row.on}の通知`, row), personal: true })),
  ];
}

async function erase(context: ErasureContext, { engagementId, personal }: ErasureScope): Promise<void> {
  const { tx, today, method, executor, files } = context;
  for (const row of (await listRecords(tx, engagementId, 'material')).filter(keeps)) {
    const sha256 = await hashesOf(context, row.files);
    for (const fileId of row.files) await files.drop(fileId);
    const here = row.kind === 'data' && row.returnedOn === null && row.erased === null;
    const erased = { on: today, method, memberId: executor, irrecoverable: true, cityInstruction: '' };
    await saveRecord(tx, 'material', {
      ...row,
      files: [],
      handling: '',
      wiped: { on: today, sha256 },
      ...(here ? { erased } : {}),
    });
    if (!here) continue;
    facts.record(context, 'material.erased', {
      engagementId,
      subject: row.id,
      data: { method, irrecoverable: true, person: executor, copy: null, occurredOn: today },
    });
  }
  for (const { id } of await listRecords(tx, engagementId, 'handling')) await deleteRecord(tx, id);
  if (!personal) return;
  for (const { id } of await listRecords(tx, engagementId, 'handler-notice')) await deleteRecord(tx, id);
}

export const erasure: ModuleErasure = { plan, erase };
