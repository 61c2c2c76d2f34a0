/**
 * Forms of campaigns in memory. They never change, and a whole country may ask the same: then it is held once, not once for
 * each municipality.
 */
import type { Questionnaire } from '../../../core/content-schema/index.ts';
import { canonical, sha256Of } from '../../../kernel/canonical.ts';
import { cellsOf } from '../rules/tally.ts';

export interface KnownForm {
  readonly form: Questionnaire;
  /** Names what is counted of the form; see `campaign_tally`. */
  readonly layout: string;
}

const KEPT = 100;
const forms = new Map<string, KnownForm>();

/** @param hash SHA-256 of the form as the database writes it: equal hashes, equal forms. */
export async function keptForm(hash: string, read: () => Promise<Questionnaire>): Promise<KnownForm> {
  const known = forms.get(hash);
  if (known !== undefined) return known;
  const form = await read();
  const made = { form, layout: layoutName(form) };
  const [oldest] = forms.keys();
  if (forms.size >= KEPT && oldest !== undefined) forms.delete(oldest);
  forms.set(hash, made);
  return made;
}

export const layoutName = (form: Questionnaire): string => sha256Of(canonical(cellsOf(form)));
