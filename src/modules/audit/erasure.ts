/** Evidence that the contractor still holds at the end of the contract is removed; what was handed over is the city's. */
import { canonical, sha256Of } from '../../kernel/canonical.ts';
import type { ErasureContext, ErasureItem, ErasureScope, ErasureView, ModuleErasure } from '../../kernel/erasure.ts';
import { type EvidenceRecord, evidences } from './store/stores.ts';

/** What stands in place of title and file name. */
const ERASED = '消去済み';

const heldBy = async ({ tx }: ErasureView, { engagementId }: ErasureScope): Promise<readonly EvidenceRecord[]> =>
  (await evidences.list(tx, { engagementId })).filter(({ state }) => state === 'held');

/** The file of the evidence itself; one that a department sent in belongs to its request and stays. */
async function ownFile(view: ErasureView, { content }: EvidenceRecord): Promise<string | null> {
  const file = await view.files.find(content.fileId);
  return file?.attachedTo?.startsWith('audit:evidence:') === true ? file.sha256 : null;
}

async function plan(view: ErasureView, scope: ErasureScope): Promise<readonly ErasureItem[]> {
  const held = await heldBy(view, scope);
  return Promise.all(
    held.map(async (evidence) => {
      const file = await ownFile(view, evidence);
      return {
        kind: '監査証拠',
        subject: evidence.id,
        label: evidence.content.title,
        personal: false,
        record: sha256Of(canonical(evidence.content)),
        files: file === null ? [] : [file],
      };
    }),
  );
}

async function erase(context: ErasureContext, scope: ErasureScope): Promise<void> {
  for (const evidence of await heldBy(context, scope)) {
    if ((await ownFile(context, evidence)) !== null) await context.files.drop(evidence.content.fileId);
    await evidences.save(context.tx, evidence, {
      state: 'erased',
      content: { title: ERASED, name: ERASED, source: ERASED, place: '', description: '', custody: [] },
    });
  }
}

export const erasure: ModuleErasure = { plan, erase };
