import type { FormItem, Questionnaire } from '../../../core/content-schema/index.ts';
import type { InputOf, OutputOf } from '../../../kernel/contract.ts';
import { clientFor } from '../../../web/client.ts';
import type { questionnaireContract } from '../contract.ts';

export const questionnaires = clientFor<typeof questionnaireContract>('questionnaire');

type Contract = typeof questionnaireContract;
export type Summary = OutputOf<Contract, 'listQuestionnaires'>['questionnaires'][number];
export type Detail = OutputOf<Contract, 'getQuestionnaire'>;
export type Content = OutputOf<Contract, 'listContent'>['contents'][number];
export type Compared = OutputOf<Contract, 'compareQuestionnaires'>['items'][number];

/** All items in printed order. The reader of forms has the same, but brings a schema library with it. */
export const itemsOf = (form: Questionnaire): FormItem[] => form.sections.flatMap((section) => section.items);
export type FormEdit = InputOf<Contract, 'buildDraft'>['edits'][number];
export type LibraryReply = OutputOf<Contract, 'searchLibrary'>;
