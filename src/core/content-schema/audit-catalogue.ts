/**
 * Catalogues of audit items, from which the checklist of an audit is put together (clauses internal-audit, external-audit,
 * my-number and vendor-site-audit of the specifications). A catalogue is a folder: `catalogue.yaml` and files of chapters.
 */
import * as z from 'zod';
import { AUDIT_TARGETS } from './audit-target.ts';
import { technique } from './checklist.ts';
import { contentId, question, readableText, reference, refuseDuplicates, sentence, severity, terms } from './common.ts';
import { ContentError, type ContentFault, parseContent, type Terms } from './parse.ts';

export const auditTarget = z.enum(AUDIT_TARGETS);

const item = z.strictObject({
  /** Stable for ever: findings of earlier years point to it. */
  id: contentId,
  title: readableText.max(40),
  point: question.max(120),
  /** What exactly to look at, per technique; the first is the normal one. */
  confirmation: z.array(z.strictObject({ technique, procedure: sentence.min(20).max(200) })).min(1),
  evidence: z.array(readableText.max(60)).min(1),
  askWhom: readableText.max(60),
  severity,
  targets: z.array(auditTarget).min(1),
  references: z.array(reference).min(1),
});
type Item = z.infer<typeof item>;

const section = z.strictObject({
  id: contentId,
  title: readableText.max(60),
  /** Draft of the column 想定されるリスク for the items of the section. */
  risk: sentence.max(120),
  items: z.array(item).min(1),
});

const head = z.strictObject({
  code: contentId,
  version: readableText.max(20),
  type: z.literal('audit-catalogue'),
  /** Place among the catalogues where they are listed. */
  order: z.number().int().positive(),
  title: readableText.max(60),
  introduction: sentence,
  edition: z.strictObject({
    label: readableText.max(60),
    /** What was taken from a published document (structure) and what is our own (wording, number of items). */
    note: sentence,
    /** What has not been verified against the published document; shown wherever the catalogue is. */
    unverified: z.array(readableText.max(80)).default([]),
  }),
  terms,
});

const chapterFile = z.strictObject({
  type: z.literal('audit-catalogue-chapter'),
  /** Code of the catalogue that the chapter belongs to. */
  catalogue: contentId,
  /** A long chapter may be spread over several files that follow each other. */
  id: contentId,
  number: readableText.max(10),
  title: readableText.max(60),
  sections: z.array(section).min(1),
});

/** One point of a catalogue; `number` is its place in the printed catalogue (chapter-serial). */
export interface CatalogueItem extends Item {
  readonly number: string;
}
export interface CatalogueSection extends Omit<z.infer<typeof section>, 'items'> {
  readonly items: readonly CatalogueItem[];
}
export interface CatalogueChapter {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly sections: readonly CatalogueSection[];
}
/** A catalogue of audit items with its edition. */
export interface AuditCatalogue extends z.infer<typeof head> {
  readonly chapters: readonly CatalogueChapter[];
}

/** A file of a catalogue: its name, for faults, and its text. */
export interface CatalogueFile {
  readonly name: string;
  readonly text: string;
}

/**
 * Puts a catalogue together from its head and its chapters, in the order of the files.
 * @throws ContentError when a file is not valid, belongs to another catalogue, or an identifier occurs twice.
 */
export function parseAuditCatalogue(
  headText: string,
  files: readonly CatalogueFile[],
  replaced: Terms = {},
): AuditCatalogue {
  const catalogue = parseContent(headText, head, KIND, replaced);
  const parts = files.map(({ name, text }) => ({
    name,
    part: parseContent(text, chapterFile, `${KIND}（${name}）`, catalogue.terms),
  }));
  const faults: ContentFault[] = parts
    .filter(({ part }) => part.catalogue !== catalogue.code)
    .map(({ name, part }) => ({ path: name, message: `別の目録「${part.catalogue}」の章です` }));
  if (parts.length === 0) faults.push({ path: '', message: '章のファイルが一つもありません' });
  const chapters = [...Map.groupBy(parts, ({ part }) => part.id).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    for (const { name, part } of group) {
      if (part.number !== first.part.number || part.title !== first.part.title)
        faults.push({ path: name, message: `章「${part.id}」の番号又は題名が「${first.name}」と違います` });
    }
    return [
      numbered(
        first.part,
        group.flatMap(({ part }) => part.sections),
      ),
    ];
  });
  const result = { ...catalogue, chapters };
  faults.push(...duplicates(result));
  if (faults.length > 0) throw new ContentError(KIND, faults);
  return result;
}

const KIND = '監査項目の目録';

function numbered(
  { id, number, title }: z.infer<typeof chapterFile>,
  sections: readonly z.infer<typeof section>[],
): CatalogueChapter {
  let serial = 0;
  return {
    id,
    number,
    title,
    sections: sections.map((part) => ({
      ...part,
      items: part.items.map((own) => ({ ...own, number: `${number}-${(serial += 1)}` })),
    })),
  };
}

/** Identifiers that occur twice over the files: sections within a chapter, items in the whole catalogue. */
function duplicates(catalogue: AuditCatalogue): ContentFault[] {
  const checked = z.unknown().superRefine((_, context) => {
    for (const chapter of catalogue.chapters) {
      const entries = chapter.sections.map(({ id }) => ({ value: id, path: [chapter.id] }));
      refuseDuplicates(entries, '節の識別子', context);
    }
    const entries = catalogueItems(catalogue).map(({ id }) => ({ value: id, path: [id] }));
    refuseDuplicates(entries, '項目の識別子', context);
  });
  const result = checked.safeParse(null);
  if (result.success) return [];
  return result.error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message }));
}

const OF_STANDARD = 'standard.';

/** The catalogue of items made from a standard. Its code has a mark: a standard may be called like a catalogue of the product. */
export const catalogueOfStandard = (standard: string): string => `${OF_STANDARD}${standard}`;

/** The standard whose items the catalogue holds; null for a catalogue that comes with the product. */
export const standardOfCatalogue = (code: string): string | null =>
  code.startsWith(OF_STANDARD) ? code.slice(OF_STANDARD.length) : null;

/** All items of a catalogue in printed order. */
export function catalogueItems(catalogue: Pick<AuditCatalogue, 'chapters'>): CatalogueItem[] {
  return catalogue.chapters.flatMap(({ sections }) => sections.flatMap(({ items }) => [...items]));
}

/** The item with its section and chapter, or undefined when the catalogue does not hold it. */
export function findCatalogueItem(
  catalogue: AuditCatalogue,
  id: string,
):
  | { readonly item: CatalogueItem; readonly section: CatalogueSection; readonly chapter: CatalogueChapter }
  | undefined {
  for (const chapter of catalogue.chapters) {
    for (const part of chapter.sections) {
      const found = part.items.find((own) => own.id === id);
      if (found !== undefined) return { item: found, section: part, chapter };
    }
  }
  return undefined;
}
