/** Opening the audit of a target that was planned, and stopping one whose target was withdrawn. */
import { z } from 'zod';
import { command, query } from '../../../kernel/contract.ts';
import { engagementInput } from '../../../kernel/schema.ts';
import { changed, id, line, requiredText, version } from './shared.ts';
import { TARGET_KINDS } from './target.ts';

export const openingOperations = {
  listOpenableTargets: query({
    summary: '監査を始められる対象と、手順の定めるチェックリストを返す。',
    permission: 'audit.read',
    input: engagementInput,
    output: z.strictObject({
      targets: z.array(
        z.strictObject({
          targetId: id,
          programme: z.string(),
          name: z.string(),
          kind: z.enum(TARGET_KINDS),
          state: z.string(),
          checklists: z.array(
            z.strictObject({ catalogue: z.string(), title: z.string(), items: z.int(), proposed: z.int() }),
          ),
        }),
      ),
    }),
  }),
  openAuditOfTarget: command({
    summary: '決定した対象の監査を登録し、手順の定めるチェックリストから確認項目を置く。',
    permission: 'audit.open',
    input: z.strictObject({
      targetId: id,
      /** Items by catalogue; the proposal of the programme when left out. */
      items: z
        .array(z.strictObject({ catalogue: line, items: z.array(line).max(2000) }))
        .max(10)
        .optional(),
    }),
    output: changed.extend({ items: z.int() }),
  }),
  addCatalogueChecks: command({
    summary: '監査の準備中に、目録の項目を確認項目に加える。市との協議を経たことを理由に書く。',
    permission: 'audit.work',
    input: z.strictObject({
      auditId: id,
      catalogue: line,
      items: z.array(line).min(1).max(2000),
      reason: requiredText,
    }),
    output: z.strictObject({ added: z.int() }),
  }),
  stopAudit: command({
    summary: '対象が取り下げられた監査を、理由とともに途中で終える。書いた記録は残る。',
    permission: 'audit.city',
    input: z.strictObject({ auditId: id, version, reason: requiredText }),
    output: changed,
  }),
} as const;
