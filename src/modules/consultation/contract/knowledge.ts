/** The knowledge base: entries made from answers, explanations, notices; search. */
import { z } from 'zod';
import { command, query } from '../../../kernel/contract.ts';
import { day, engagementInput, id, line, requiredText, text, version } from '../../../kernel/schema.ts';

export const KNOWLEDGE_TYPES = ['answer', 'explanation', 'notice'] as const;
export const VISIBILITIES = ['everyone', 'city', 'contractor'] as const;

const type = z.enum(KNOWLEDGE_TYPES);
const visibility = z.enum(VISIBILITIES);
const part = z.strictObject({ text: z.string(), hit: z.boolean() });

export const knowledgeText = z.strictObject({
  type,
  title: line,
  /** In plain words, for people who do not know the field. */
  summary: requiredText.max(1000),
  body: requiredText,
  /** What it rests on: provisions, notices, cases; may be empty. */
  source: text.max(1000),
  visibility,
});
export type KnowledgeText = z.output<typeof knowledgeText>;

const entry = z.strictObject({
  id,
  published: knowledgeText.extend({ publishedOn: day, edition: z.int() }).nullable(),
  /** The working copy; null for everybody but the side that wrote it. */
  draft: knowledgeText.nullable(),
  /** True while the working copy waits for a review. */
  waiting: z.boolean(),
  /** True when the caller may review the working copy. */
  mayReview: z.boolean(),
  /** The consultation from which it was made, when the caller may see that one. */
  consultationId: id.nullable(),
  version,
});
export type KnowledgeEntry = z.output<typeof entry>;

const inHand = engagementInput.extend({ entryId: id, version });
const versioned = z.strictObject({ version });

export const knowledgeOperations = {
  searchKnowledge: query({
    summary: '知識ベースを日本語で探し、合うものから順に返す。言葉がなければ新しい順に返す。',
    permission: 'knowledge.read',
    input: engagementInput.extend({
      words: z.string().max(200),
      type: type.optional(),
      page: z.int().min(1).max(1000).optional(),
    }),
    output: z.strictObject({
      total: z.int(),
      page: z.int(),
      size: z.int(),
      /** Words that were looked for besides those that were typed. */
      alsoSearched: z.array(z.string()),
      hits: z.array(
        z.strictObject({
          id,
          type,
          visibility,
          publishedOn: day,
          title: z.array(part),
          snippet: z.array(part),
        }),
      ),
    }),
  }),
  getKnowledge: query({
    summary: '知識ベースの項目一件を返す。',
    permission: 'knowledge.read',
    input: engagementInput.extend({ entryId: id }),
    output: entry,
  }),
  listKnowledgeDrafts: query({
    summary: '公開前の項目と、確認を待っている項目を返す。',
    permission: 'knowledge.write',
    input: engagementInput,
    output: z.strictObject({
      drafts: z.array(
        z.strictObject({ id, type, title: z.string(), visibility, waiting: z.boolean(), mayReview: z.boolean() }),
      ),
    }),
  }),
  saveKnowledge: command({
    summary: '知識ベースの項目を書き、又は直す。公開には、別の人の確認が要る。',
    permission: 'knowledge.write',
    input: engagementInput.extend({
      /** Absent for a new entry. */
      entryId: id.optional(),
      version: version.optional(),
      /** The consultation from which a new entry is made. */
      consultationId: id.nullable().optional(),
      text: knowledgeText,
    }),
    output: z.strictObject({ id, version }),
  }),
  publishKnowledge: command({
    summary: '個人や所属が分からないことを確かめて、項目を公開する。',
    permission: 'knowledge.review',
    input: inHand.extend({ anonymous: z.literal(true) }),
    output: versioned,
  }),
  withdrawKnowledge: command({
    summary: '公開した項目を取り下げる。',
    permission: 'knowledge.review',
    input: inHand,
    output: versioned,
  }),
};
