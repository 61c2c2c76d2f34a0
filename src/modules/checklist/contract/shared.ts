/** Schemas that every subject of the module uses. Browser-safe. */
import { z } from 'zod';
import { technique } from '../../../core/content-schema/checklist.ts';
import { day, done, id, instant, line, requiredText, text, version } from '../../../kernel/schema.ts';

export { day, done, id, instant, line, requiredText, technique, text, version };

export const changed = z.strictObject({ id, version: z.int(), state: z.string() });

/** Identifiers of content files and standards. */
export const contentCode = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, '識別子は小文字の英数字とハイフンで書いてください');

/** What an item rests on: a standard in hand, and the place in it as the paper prints it. */
export const basis = z.strictObject({
  standard: z.string().max(120),
  /** The provision where the standard has a catalogue; null where a person wrote the place. */
  provision: z.string().max(120).nullable(),
  place: z.string().trim().max(300),
});
export type Basis = z.output<typeof basis>;
