/** Audit checklists: contract documents of an external service (clause 9(1)ウ) and a department (clause 9(1)イ). */
import * as z from 'zod';
import {
  contentId,
  question,
  readableText,
  reference,
  refuseDuplicates,
  sentence,
  severity,
  suitability,
  terms,
} from './common.ts';
import { parseContent } from './parse.ts';
import type { Terms } from './parse.ts';

/** How a point is confirmed. */
export const technique = z.enum(['document-review', 'interview', 'site-visit', 're-performance']);
export type Technique = z.infer<typeof technique>;

/** Japanese names of {@link Technique}, as documents and facts use them. */
export const TECHNIQUE_LABELS: Readonly<Record<Technique, string>> = {
  'document-review': '書類確認',
  interview: 'ヒアリング',
  'site-visit': '現場確認',
  're-performance': '再実施',
};

/** Contract documents in which a point may be written. */
export const contractDocument = z.enum(['solicitation', 'specification', 'contract']);
export type ContractDocument = z.infer<typeof contractDocument>;

/** Japanese names of {@link ContractDocument}. */
export const CONTRACT_DOCUMENT_LABELS: Readonly<Record<ContractDocument, string>> = {
  solicitation: '募集要項',
  specification: '仕様書',
  contract: '契約書',
};

const contractItem = z.strictObject({
  id: contentId,
  /** part-group-serial, for example 1-2-1. */
  number: z.string().regex(/^[1-9]-[1-9]-[1-9]$/),
  title: readableText.max(40),
  question: question.max(160),
  /** Why the point matters and what it must achieve. */
  point: sentence.max(200),
  /** What to look for in each kind of document. */
  lookFor: z
    .partialRecord(contractDocument, sentence.max(200))
    .refine((places) => Object.keys(places).length > 0, '確認する書類を一つ以上書いてください'),
  keywords: z.array(readableText.max(30)).min(3),
  /** Kinds of evidence of which any one satisfies the item (certificates and the like). */
  anyOf: z.array(z.strictObject({ id: contentId, label: readableText.max(120) })).default([]),
  /** Wording proposed where the documents are silent. */
  example: sentence,
  /** Alternative measure where the wording can no longer be changed. */
  alternative: sentence,
  /** Hint for a better wording where the item is reflected. */
  betterWording: sentence,
  /** How it is confirmed that what is written is also done; the first is the normal way. */
  confirmation: z.array(z.strictObject({ technique, procedure: sentence.min(20).max(200) })).min(1),
  evidence: z.array(readableText.max(60)).min(1),
  askWhom: readableText.max(60),
  /** What may follow when the point fails. */
  assumedRisk: sentence.max(200),
  severity,
  references: z.array(reference).min(1),
});
/** One of the items looked up in the documents of a contract. */
export type ContractChecklistItem = z.infer<typeof contractItem>;

const auditItem = z.strictObject({
  id: contentId,
  number: z.number().int().positive(),
  title: readableText.max(40),
  point: question.max(120),
  /** Steps per technique; the first is the normal one. */
  confirmation: z.array(z.strictObject({ technique, procedure: sentence.max(200) })).min(1),
  evidence: z.array(readableText.max(60)).min(1),
  askWhom: readableText.max(60),
  severity,
  /** Draft of the column 想定されるリスク when the point fails. */
  assumedRisk: sentence.max(200),
  /** Draft of the column 改善提言 when the point fails. */
  recommendation: sentence.max(200),
  suitability: z.array(suitability).min(1),
  /** Self-check items whose answer this point verifies. */
  selfCheckItems: z.array(contentId).default([]),
  /** What to follow up when the observation contradicts the department's own answer. */
  contradiction: sentence.max(200).optional(),
  references: z.array(reference).min(1),
});
/** One point confirmed in a department by documents, hearing or site visit. */
export type AuditChecklistItem = z.infer<typeof auditItem>;

const head = {
  code: contentId,
  version: readableText.max(20),
  title: readableText.max(60),
  introduction: sentence,
  terms,
};
const contractPart = z.strictObject({
  number: z.number().int().positive(),
  title: readableText.max(40),
  groups: z
    .array(
      z.strictObject({
        number: z.number().int().positive(),
        title: readableText.max(60),
        items: z.array(contractItem).min(1),
      }),
    )
    .min(1),
});
const auditSection = z.strictObject({
  id: contentId,
  number: z.number().int().positive(),
  title: readableText.max(40),
  items: z.array(auditItem).min(1),
});

const contractChecklist = z.strictObject({
  ...head,
  type: z.literal('contract-documents'),
  parts: z.array(contractPart).min(1),
});
const departmentChecklist = z.strictObject({
  ...head,
  type: z.literal('department-audit'),
  sections: z.array(auditSection).min(1),
});

const checklistSchema = z
  .discriminatedUnion('type', [contractChecklist, departmentChecklist])
  .superRefine((list, context) => {
    if (list.type === 'department-audit') {
      const items = list.sections.flatMap((part, at) =>
        part.items.map((item, place) => ({ item, path: ['sections', at, 'items', place] as PropertyKey[] })),
      );
      refuseDuplicates(
        items.map(({ item, path }) => ({ value: item.id, path })),
        '項目の識別子',
        context,
      );
      refuseDuplicates(
        items.map(({ item, path }) => ({ value: String(item.number), path })),
        '項目の番号',
        context,
      );
      return;
    }
    const items = list.parts.flatMap((part, at) =>
      part.groups.flatMap((group, of) =>
        group.items.map((item, place) => ({
          item,
          expected: `${part.number}-${group.number}-${place + 1}`,
          path: ['parts', at, 'groups', of, 'items', place] as PropertyKey[],
        })),
      ),
    );
    refuseDuplicates(
      items.map(({ item, path }) => ({ value: item.id, path })),
      '項目の識別子',
      context,
    );
    for (const { item, expected, path } of items) {
      if (item.number === expected) continue;
      context.addIssue({ code: 'custom', path: [...path, 'number'], message: `番号は「${expected}」になるはずです` });
    }
  });

export type ContractChecklist = z.infer<typeof contractChecklist>;
export type DepartmentChecklist = z.infer<typeof departmentChecklist>;
/** A checklist, told apart by `type`. */
export type Checklist = z.output<typeof checklistSchema>;

/** @throws ContentError when the text is not a valid checklist. */
export function parseChecklist(text: string, replaced: Terms = {}): Checklist {
  return parseContent(text, checklistSchema, 'チェックリスト', replaced);
}

/** All items of a contract checklist in printed order. */
export function contractItems(list: ContractChecklist): ContractChecklistItem[] {
  return list.parts.flatMap((part) => part.groups.flatMap((group) => group.items));
}

/** All items of a department checklist in printed order. */
export function auditItems(list: DepartmentChecklist): AuditChecklistItem[] {
  return list.sections.flatMap((part) => part.items);
}
