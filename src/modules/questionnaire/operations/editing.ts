/** Making and fixing versions. */
import { questionnaireItems } from '../../../core/content-schema/index.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { OK } from '../../../kernel/schema.ts';
import { facts } from '../facts.ts';
import { effectiveForm, nextEdition } from '../rules/versions.ts';
import { deleteDraft, findQuestionnaire, insertDraft, publishDraft, type StoredQuestionnaire } from '../store.ts';
import { obstaclesOf } from './obstacles.ts';
import { detailOf, type H, summaryOf } from './reading.ts';
import { contentForm, contentNames } from './shipped.ts';

export const importFromContent: H<'importFromContent'> = async (context, { content }) => {
  if (!contentNames().includes(content))
    throw fieldError('content', 'このひな形はありません。一覧から選び直してください。');
  const draft = { form: contentForm(content), leftOut: [] };
  return summaryOf(await insertDraft(context.tx, context.newId(), draft, context.now));
};

export const startNextEdition: H<'startNextEdition'> = async (context, { questionnaireId, fiscalYear, title }) => {
  const row = await findQuestionnaire(context.tx, questionnaireId);
  if (row.state !== 'published')
    throw new AppError('state.refused', { message: '作成中の版は写せません。先にこの版を公開してください。' });
  const draft = { form: nextEdition(row.form, fiscalYear, title), leftOut: [] };
  return summaryOf(await insertDraft(context.tx, context.newId(), draft, context.now));
};

export const discardDraft: H<'discardDraft'> = async (context, { questionnaireId, version }) => {
  const row = await openDraft(context, questionnaireId, version);
  await deleteDraft(context.tx, row.id);
  return OK;
};

export const publish: H<'publish'> = async (context, { questionnaireId, version }) => {
  const row = await openDraft(context, questionnaireId, version);
  const obstacles = obstaclesOf(row);
  if (obstacles.length > 0) throw new AppError('state.refused', { message: notYet(obstacles) });
  const form = effectiveForm(row);
  const published = await publishDraft(context.tx, row.id, form, context.now);
  facts.record(context, 'questionnaire.published', {
    engagementId: null,
    subject: row.id,
    data: {
      code: row.code,
      edition: row.edition,
      number: row.number,
      type: row.type,
      items: questionnaireItems(form).length,
    },
  });
  return summaryOf(published);
};

/** The first things to put right; the builder shows them all. */
const NAMED = 3;
const notYet = (obstacles: readonly string[]): string =>
  `公開する前に直すところが${obstacles.length}件あります。${obstacles.slice(0, NAMED).join('')}`;

/** The draft, locked. @throws AppError `state.refused` when published, `record.stale` when changed meanwhile. */
export async function openDraft(context: Context, id: string, version: number): Promise<StoredQuestionnaire> {
  const row = await findQuestionnaire(context.tx, id, true);
  if (row.state !== 'draft')
    throw new AppError('state.refused', {
      message: '公開した調査票は変えられません。「次の版を作る」で写しを作ってから直してください。',
    });
  if (row.version !== version) throw new AppError('record.stale', { current: detailOf(row) });
  return row;
}
