/** Schemas that every subject of the module uses. Browser-safe. */
import { z } from 'zod';
import { day, id, instant, line, requiredText, text, version } from '../../../kernel/schema.ts';

export { day, id, instant, line, requiredText, text, version };

export const changed = z.strictObject({ id, version: z.int(), state: z.string() });

/** Whom a course is for; decides where its people are found. The staff are not named one by one: they are counted. */
export const AUDIENCES = ['internal-auditors', 'city-staff'] as const;
export const audience = z.enum(AUDIENCES);
export type Audience = z.output<typeof audience>;

/** One who takes part: an internal auditor of the planning of audits, by id. */
export const trainee = z.strictObject({ kind: z.enum(['internal-auditor']), id });
export type Trainee = z.output<typeof trainee>;

/** 座学と実技演習. */
export const FORMS = ['座学', '実技演習'] as const;
export const form = z.enum(FORMS);
export type Form = z.output<typeof form>;

export const MODES = ['集合', 'Web会議', '動画', '資料配布'] as const;
export const mode = z.enum(MODES);

/** A key inside a material: small words joined by hyphens. */
export const key = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '小文字の英数字とハイフンで書いてください。')
  .max(40);
