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
          /** Number of the agreed version; null while the city has agreed to none. */
          agreed: z.int().nullable(),
          /** The programme opens no audit before the agreement. */
          agreementNeeded: z.boolean(),
        }),
      ),
    }),
  }),
  openAuditOfTarget: command({
    summary: '決定した対象の監査を登録し、合意したチェックリスト、なければ手順の定める目録から確認項目を置く。',
    permission: 'audit.open',
    input: z.strictObject({
      targetId: id,
      /** Items by catalogue, where no checklist is agreed; the proposal of the programme when left out. */
      items: z
        .array(z.strictObject({ catalogue: line, items: z.array(line).max(2000) }))
        .max(10)
        .optional(),
    }),
    output: changed.extend({ items: z.int(), warning: z.string().nullable() }),
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
  compareWithChecklist: query({
    summary: '監査の確認項目を、合意したチェックリストの最新の版と比べ、加わる項目と外れる項目を返す。',
    permission: 'audit.read',
    input: z.strictObject({ auditId: id }),
    output: z.strictObject({
      used: z.int().nullable(),
      newest: z.int().nullable(),
      added: z.array(z.strictObject({ key: z.string(), title: z.string() })),
      /** `kept`: something was found already, so that it stays. */
      dropped: z.array(z.strictObject({ checkId: id, title: z.string(), kept: z.boolean() })),
    }),
  }),
  followChecklist: command({
    summary: 'チェックリストの新しい版の項目を監査に取り入れる。外れた項目に書いた回答は残す。',
    permission: 'audit.work',
    input: z.strictObject({ auditId: id, version }),
    output: changed.extend({ added: z.int(), leftOut: z.int(), kept: z.int() }),
  }),
  stopAudit: command({
    summary: '対象が取り下げられた監査を、理由とともに途中で終える。書いた記録は残る。',
    permission: 'audit.city',
    input: z.strictObject({ auditId: id, version, reason: requiredText }),
    output: changed,
  }),
} as const;
