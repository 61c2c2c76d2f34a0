/** Catalogues of audit items: reading them, and proposing chosen items for the checklist of a department. */
import { z } from 'zod';
import { auditTarget } from '../../../core/content-schema/audit-catalogue.ts';
import { command, query } from '../../../kernel/contract.ts';
import { engagementInput } from '../../../kernel/schema.ts';
import { id, requiredText, technique } from './shared.ts';

const contentCode = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, '識別子は小文字の英数字とハイフンで書いてください');

const itemView = z.strictObject({
  id: z.string(),
  /** Place in the catalogue, for example 4-12. */
  number: z.string(),
  title: z.string(),
  point: z.string(),
  procedures: z.array(z.strictObject({ technique, procedure: z.string() })),
  evidenceExamples: z.array(z.string()),
  askWhom: z.string(),
  /** 1 slight, 2 considerable, 3 grave. */
  severity: z.int(),
  targets: z.array(auditTarget),
  /** The provisions as a document cites them. */
  citations: z.array(z.string()),
});
export type CatalogueItemView = z.output<typeof itemView>;

const headView = z.strictObject({
  code: z.string(),
  version: z.string(),
  title: z.string(),
  introduction: z.string(),
  edition: z.string(),
  /** What follows a published document and what is our own. */
  note: z.string(),
  /** What has not been verified against the published document. */
  unverified: z.array(z.string()),
});

export const catalogueOperations = {
  listItemCatalogues: query({
    summary: '街守に収めた監査項目の目録を、章ごとの項目の数とともに返す。',
    permission: 'audit.read',
    input: engagementInput,
    output: z.strictObject({
      catalogues: z.array(
        headView.extend({
          items: z.int(),
          chapters: z.array(z.strictObject({ number: z.string(), title: z.string(), items: z.int() })),
        }),
      ),
    }),
  }),
  getItemCatalogue: query({
    summary: '監査項目の目録一つを、確かめ方、証拠の例、尋ねる相手及び根拠とともに返す。',
    permission: 'audit.read',
    input: engagementInput.extend({ code: contentCode }),
    output: headView.extend({
      chapters: z.array(
        z.strictObject({
          number: z.string(),
          title: z.string(),
          sections: z.array(
            z.strictObject({ id: z.string(), title: z.string(), risk: z.string(), items: z.array(itemView) }),
          ),
        }),
      ),
    }),
  }),
  proposeCatalogueItems: command({
    summary: '目録から選んだ項目を、監査対象課の確認項目に加えるよう市に提案する。',
    permission: 'audit.work',
    input: z.strictObject({
      auditId: id,
      catalogue: contentCode,
      items: z.array(contentCode).min(1, '加える項目を一つ以上選んでください。').max(100),
      reason: requiredText,
    }),
    output: z.strictObject({ proposed: z.int() }),
  }),
} as const;
