/** Questionnaires as people read them. */
import { questionnaireItems } from '../../../core/content-schema/index.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Caller } from '../../../kernel/caller.ts';
import type { Handler } from '../../../kernel/module.ts';
import type { questionnaireContract, QuestionnaireDetail, QuestionnaireSummary } from '../contract.ts';
import { compareForms, effectiveForm } from '../rules/versions.ts';
import { contentForm, contentNames } from './shipped.ts';
import { findQuestionnaire, listQuestionnaires as storedQuestionnaires, type StoredQuestionnaire } from '../store.ts';

type C = typeof questionnaireContract;
export type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

export function summaryOf(row: StoredQuestionnaire): QuestionnaireSummary {
  return {
    id: row.id,
    code: row.code,
    edition: row.edition,
    number: row.number,
    type: row.type,
    fiscalYear: row.fiscal_year,
    title: row.title,
    state: row.state,
    items: questionnaireItems(effectiveForm(row)).length,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    publishedAt: row.published_at?.toISOString() ?? null,
  };
}

export function detailOf(row: StoredQuestionnaire): QuestionnaireDetail {
  const leftOut = questionnaireItems(row.form)
    .filter((item) => row.leftOut.includes(item.id))
    .map(({ id, number, question }) => ({ id, number, question }));
  return { ...summaryOf(row), form: effectiveForm(row), leftOut };
}

/** Drafts are the office's working papers. */
const mayRead = (caller: Caller, row: StoredQuestionnaire): boolean =>
  row.state === 'published' || caller.roles.includes('security-office');

export const listQuestionnaires: H<'listQuestionnaires'> = async (context, { type }) => {
  const rows = await storedQuestionnaires(context.tx);
  const shown = rows.filter((row) => mayRead(context.caller, row) && (type === undefined || row.type === type));
  return { questionnaires: shown.map(summaryOf) };
};

export const getQuestionnaire: H<'getQuestionnaire'> = async (context, { questionnaireId }) => {
  const row = await findQuestionnaire(context.tx, questionnaireId);
  if (!mayRead(context.caller, row)) throw new AppError('record.missing', { internal: 'draft questionnaire' });
  return detailOf(row);
};

export const compareQuestionnaires: H<'compareQuestionnaires'> = async (context, { fromId, toId }) => {
  const [before, after] = [await findQuestionnaire(context.tx, fromId), await findQuestionnaire(context.tx, toId)];
  if (!mayRead(context.caller, before) || !mayRead(context.caller, after))
    throw new AppError('record.missing', { internal: 'draft questionnaire' });
  if (before.code !== after.code)
    throw new AppError('state.refused', {
      message: '種類の異なる調査票は比べられません。同じ種類の版を選んでください。',
    });
  return { items: compareForms(effectiveForm(before), effectiveForm(after)) };
};

export const listContent: H<'listContent'> = async () => ({
  contents: contentNames().map((content) => {
    const form = contentForm(content);
    return { content, title: form.title, type: form.type, items: questionnaireItems(form).length };
  }),
});
