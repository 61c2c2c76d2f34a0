/** Catalogues of audit items, those of the product and those made from standards that were brought along. */
import { z } from 'zod';
import { auditTarget } from '../../../core/content-schema/audit-catalogue.ts';
import { query } from '../../../kernel/contract.ts';
import { engagementInput } from '../../../kernel/schema.ts';
import { contentCode, technique } from './shared.ts';

const item = z.strictObject({
  id: z.string(),
  /** Place in the catalogue, for example 4-12. */
  number: z.string(),
  title: z.string(),
  point: z.string(),
  confirmation: z.array(z.strictObject({ technique, procedure: z.string() })),
  evidence: z.array(z.string()),
  askWhom: z.string(),
  /** 1 slight, 2 considerable, 3 grave. */
  severity: z.int(),
  targets: z.array(auditTarget),
  references: z.array(z.strictObject({ standard: z.string(), provision: z.string() })),
});

const catalogue = z.strictObject({
  code: z.string(),
  version: z.string(),
  title: z.string(),
  introduction: z.string(),
  edition: z.string(),
  /** What follows a published document and what is our own. */
  note: z.string(),
  /** What has not been verified against the published document. */
  unverified: z.array(z.string()),
  chapters: z.array(
    z.strictObject({
      id: z.string(),
      number: z.string(),
      title: z.string(),
      sections: z.array(z.strictObject({ id: z.string(), title: z.string(), risk: z.string(), items: z.array(item) })),
    }),
  ),
});
export type CatalogueView = z.output<typeof catalogue>;
export type CatalogueSectionView = CatalogueView['chapters'][number]['sections'][number];
export type CatalogueItemView = CatalogueSectionView['items'][number];

export const catalogueOperations = {
  listCatalogues: query({
    summary: '監査項目の目録を、項目とともに返す。取り込んだ基準から作ったものを含む。',
    permission: 'checklist.read',
    input: engagementInput,
    output: z.strictObject({ catalogues: z.array(catalogue) }),
  }),
  getCatalogue: query({
    summary: '監査項目の目録一つを返す。',
    permission: 'checklist.read',
    input: engagementInput.extend({ code: contentCode }),
    output: catalogue,
  }),
} as const;
