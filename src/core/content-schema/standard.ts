/** Catalogues of requirements: the city's policy and guidelines and the national guidelines (clause 6 of the specification). */
import * as z from 'zod';
import { contentId, readableText, reference, refuseDuplicates, sentence, terms } from './common.ts';
import type { Reference } from './common.ts';
import { parseContent } from './parse.ts';
import type { Terms } from './parse.ts';

const control = z.strictObject({
  id: contentId,
  /** Printed number (`4.4`, `第35条`); null where the edition's numbering has not been confirmed. */
  number: readableText.max(20).nullable(),
  title: readableText.max(80),
  statement: sentence.max(300),
  references: z.array(reference).default([]),
});
/** One requirement, in the project's own words. */
export type Control = z.infer<typeof control>;

const group = z.strictObject({
  id: contentId,
  number: readableText.max(20).nullable(),
  title: readableText.max(80),
  aim: sentence.max(300),
  /** Words put before a number in a citation, for example 「対策基準 」. */
  citationPrefix: z.string().default(''),
  controls: z.array(control).default([]),
});
/** A chapter of a catalogue; can be cited itself. */
export type ControlGroup = z.infer<typeof group>;

const standardSchema = z
  .strictObject({
    code: contentId,
    title: readableText.max(80),
    shortTitle: readableText.max(30),
    issuer: readableText.max(40),
    /** Edition in force; a city replaces it when a newer edition appears (clause 6, newest edition applies). */
    edition: z.strictObject({
      label: readableText.max(40),
      date: z.iso.date().nullable(),
      source: z.url().optional(),
    }),
    /** 1 city policy, 2 city guideline, 3 national policy guideline, 4 national audit guideline; a lower tier prevails. */
    tier: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
    /** Confidentiality of the document itself: 1 may be public, 3 the highest. */
    level: z.enum(['1', '2', '3']),
    public: z.boolean(),
    fictional: z.boolean().default(false),
    description: sentence,
    terms,
    groups: z.array(group).min(1),
  })
  .superRefine((standard, context) => {
    refuseDuplicates(
      standard.groups.flatMap((entry, index) => [
        { value: entry.id, path: ['groups', index, 'id'] },
        ...entry.controls.map((own, place) => ({ value: own.id, path: ['groups', index, 'controls', place, 'id'] })),
      ]),
      '識別子',
      context,
    );
    if (standard.public && standard.level !== '1') {
      context.addIssue({ code: 'custom', path: ['level'], message: '公開する基準の機密性は1にしてください' });
    }
  });
/** A catalogue of requirements with its edition and standing among the applicable standards. */
export type Standard = z.infer<typeof standardSchema>;

/** A provision found in a catalogue: a chapter, or one requirement of a chapter. */
export type Provision = { standard: Standard; group: ControlGroup; control: Control | null };

/** @throws ContentError when the text is not a valid catalogue. */
export function parseStandard(text: string, replaced: Terms = {}): Standard {
  return parseContent(text, standardSchema, '基準', replaced);
}

/** The provision a reference points to, or undefined when no catalogue holds it. */
export function findProvision(standards: readonly Standard[], target: Reference): Provision | undefined {
  const standard = standards.find((entry) => entry.code === target.standard);
  if (standard === undefined) return undefined;
  for (const entry of standard.groups) {
    if (entry.id === target.provision) return { standard, group: entry, control: null };
    const own = entry.controls.find((candidate) => candidate.id === target.provision);
    if (own !== undefined) return { standard, group: entry, control: own };
  }
  return undefined;
}

/** How a document cites a provision: title of the standard, number where confirmed, heading in brackets. */
export function citationOf(provision: Provision): string {
  const { standard, group: chapter, control: own } = provision;
  const heading = (own ?? chapter).title;
  const place = `${chapter.citationPrefix}${own?.number ?? chapter.number ?? ''}`.trim();
  const lead = place === '' ? standard.title : `${standard.title} ${place}`;
  return place === heading ? lead : `${lead}（${heading}）`;
}
