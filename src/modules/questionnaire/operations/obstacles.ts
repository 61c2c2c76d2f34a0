/** What keeps a draft from being published. */
import { checkForm } from '../../../core/assessment/index.ts';
import { ContentError, parseQuestionnaire, type Questionnaire } from '../../../core/content-schema/index.ts';
import { type Draft, mapItems } from '../rules/build.ts';
import { ownChoices } from '../../../core/assessment/index.ts';
import { effectiveForm } from '../rules/versions.ts';

/** A fault of a content file as a sentence. */
export const closed = (message: string): string => (message.endsWith('。') ? message : `${message}。`);

/** Choices stand in the items; a form may name them or their shared list, not both. */
export const plainForm = (form: Questionnaire): Questionnaire => mapItems(form, ownChoices);

/** Why a draft cannot be published, in sentences; the whole schema of forms has the last word. */
export function obstaclesOf(draft: Draft): string[] {
  const form = effectiveForm(draft);
  const errors = checkForm(form).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return errors.map(({ message }) => message);
  try {
    parseQuestionnaire(JSON.stringify(plainForm(form)));
    return [];
  } catch (error) {
    if (error instanceof ContentError) return error.faults.map(({ message }) => closed(message));
    throw error;
  }
}
