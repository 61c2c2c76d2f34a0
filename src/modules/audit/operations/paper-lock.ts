/** The lock on a reviewed working paper. */
import { refuse } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { paperMachine } from '../rules/paper-rules.ts';
import { type AuditRecord, type CheckRecord, type PaperRecord, papers } from '../store/stores.ts';
import { advance, checkFieldwork } from './shared.ts';

export async function paperOf(context: Context, checkId: string): Promise<PaperRecord | null> {
  return (await papers.list(context.tx, { parentId: checkId }))[0] ?? null;
}

/** Field work may still be open; but what was reviewed is changed by `amendPaper` alone. */
export async function checkUnlocked(context: Context, audit: AuditRecord, check: CheckRecord): Promise<void> {
  checkFieldwork(audit);
  const paper = await paperOf(context, check.id);
  if (paper === null) return;
  if (paper.state === 'reviewed')
    throw refuse(
      'この項目の監査調書は査閲済みで、固定されています。直すときは、監査調書の画面から「理由を付けて直す」を選んでください。',
    );
  if (paper.state === 'submitted')
    await papers.save(context.tx, await papers.take(context.tx, paper.id), {
      state: advance(paperMachine, paper.state, 'save'),
      content: { submitted: null },
    });
}
