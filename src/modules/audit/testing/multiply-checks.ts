/** A checklist longer than any catalogue: its items again under other keys, for measurements. */
import type { Tx } from '../../../kernel/database.ts';
import { newId } from '../../../kernel/identifier.ts';
import { checks } from '../store/stores.ts';

/** Copies items until the audit has `count` of them; answers how many were copied. */
export async function multiplyChecks(tx: Tx, auditId: string, count: number): Promise<number> {
  const own = await checks.list(tx, { auditId });
  const now = new Date();
  const copies = Array.from({ length: Math.max(0, count - own.length) }, (_, index) => {
    const original = own[index % own.length];
    if (original === undefined) throw new Error('an audit without items cannot be multiplied');
    const number = own.length + index + 1;
    const { engagementId, content } = original;
    return {
      ...{ engagementId, auditId, state: 'in-scope' as const, position: number },
      content: { ...content, key: `${content.key}-${number}`, number },
    };
  });
  await checks.insertAll({ tx, now, newId: () => newId(now) }, copies);
  return copies.length;
}
