/** Catalogues of requirements, those that come with the product and those that the municipality brought along. */
import { z } from 'zod';
import { query } from '../../../kernel/contract.ts';
import { day, engagementInput, id, instant } from '../../../kernel/schema.ts';
import { code, provision } from './shared.ts';

const control = z.strictObject({
  id: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  statement: z.string(),
  guidance: z.string(),
  /** 0 directly under the chapter; what makes another requirement stronger is deeper. */
  depth: z.int(),
  references: z.array(z.string()),
});
export type ControlView = z.output<typeof control>;

const group = z.strictObject({
  id: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  aim: z.string(),
  depth: z.int(),
  controls: z.array(control),
});
export type GroupView = z.output<typeof group>;

/** Null: the edition that comes with the product. */
export const editionId = id.nullable();

export const editionView = z.strictObject({
  id: editionId,
  label: z.string(),
  publishedOn: day.nullable(),
  licence: z.string(),
  source: z.string(),
  controls: z.int(),
  /** The edition that pages, checklists and citations go by. */
  current: z.boolean(),
  importedAt: instant.nullable(),
});
export type EditionView = z.output<typeof editionView>;

const head = z.strictObject({
  code: z.string(),
  name: z.string(),
  issuer: z.string(),
  public: z.boolean(),
  /** Brought along by the municipality; otherwise it came with the product only. */
  imported: z.boolean(),
  /** The oldest first. */
  editions: z.array(editionView),
});
export type CatalogueHead = z.output<typeof head>;

export const catalogueOperations = {
  listCatalogues: query({
    summary: '目録のある基準を、版とともに返す。',
    permission: 'standards.read',
    input: engagementInput,
    output: z.strictObject({ catalogues: z.array(head) }),
  }),
  getCatalogue: query({
    summary: '基準の目録（条文の要旨又は取り込んだ項目）を返す。版を指定しなければ、今使う版を返す。',
    permission: 'standards.read',
    input: engagementInput.extend({ code, edition: z.union([id, z.literal('bundled')]).optional() }),
    output: head.extend({
      edition: z.string(),
      editionId,
      /** The edition shown is the one that counts. */
      current: z.boolean(),
      licence: z.string(),
      source: z.string(),
      description: z.string(),
      /** A catalogue of a city that does not exist, to be replaced by the city's own. */
      fictional: z.boolean(),
      groups: z.array(group),
    }),
  }),
  citeProvisions: query({
    summary: '取り込んだ基準の章及び項目を、文書に引く形で返す。',
    permission: 'standards.read',
    input: engagementInput.extend({
      provisions: z.array(z.strictObject({ standard: code, provision })).max(5000),
    }),
    output: z.strictObject({
      /** Those that were found. */
      citations: z.array(z.strictObject({ standard: z.string(), provision: z.string(), citation: z.string() })),
    }),
  }),
} as const;
