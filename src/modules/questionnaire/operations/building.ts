/** Building a draft: edits, the library of items, new forms. */
import { ContentError, parseDraft, parseItem } from '../../../core/content-schema/index.ts';
import type { ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError, type FieldProblem } from '../../../kernel/error.ts';
import type { questionnaireContract } from '../contract.ts';
import { applyEdits, type Draft, type FormEdit } from '../rules/build.ts';
import { ownChoices } from '../../../core/assessment/index.ts';
import { insertDraft, updateDraft } from '../store.ts';
import { openDraft } from './editing.ts';
import { itemCollections } from './libraries.ts';
import { closed, plainForm } from './obstacles.ts';
import { detailOf, type H, summaryOf } from './reading.ts';
import { readItemLibraries } from './shipped.ts';

type Edits = ParsedInputOf<typeof questionnaireContract, 'buildDraft'>['edits'];

export const createQuestionnaire: H<'createQuestionnaire'> = async (context, { type, fiscalYear, title }) => {
  const id = context.newId();
  const form = parseDraft({
    code: `form-${id.slice(0, 8)}`,
    version: String(fiscalYear),
    type,
    fiscalYear,
    title,
    introduction: '回答をお願いします。分からないことは、情報セキュリティ担当課に問い合わせてください。',
    respondent: '課の情報セキュリティを担当する職員が記入してください。',
    sections: [{ id: 'section-1', number: 1, title: '設問', items: [] }],
  });
  return summaryOf(await insertDraft(context.tx, id, { form, leftOut: [] }, context.now));
};

export const buildDraft: H<'buildDraft'> = async (context, { questionnaireId, version, edits }) => {
  const row = await openDraft(context, questionnaireId, version);
  const result = applyEdits(row, edits.map(readEdit));
  if ('problem' in result) {
    const { path, message } = result.problem;
    throw new AppError('input.invalid', { fields: [{ path: `edits.${path}`, message }] });
  }
  checkShape(result.draft, edits);
  return detailOf(await updateDraft(context.tx, row.id, result.draft));
};

/** An edit as it came, its item checked by the schema of items. */
function readEdit(edit: Edits[number], index: number): FormEdit {
  if (edit.kind !== 'add-item' && edit.kind !== 'change-item') return edit;
  try {
    return { ...edit, item: ownChoices(parseItem(edit.item)) };
  } catch (error) {
    throw refusal(error, ({ path, message }) => ({ path: `edits.${index}.item.${path}`, message }));
  }
}

/** Texts and conditions of the form and its sections, at the edit that brought them. */
function checkShape(draft: Draft, edits: Edits): void {
  try {
    parseDraft(plainForm(draft.form));
  } catch (error) {
    throw refusal(error, ({ path, message }) => {
      const [, place, ...rest] = path.split('.');
      const section = path.startsWith('sections.') ? draft.form.sections[Number(place)]?.id : undefined;
      const index = edits.findIndex((edit) =>
        section === undefined ? edit.kind === 'describe' : 'section' in edit && edit.section === section,
      );
      return { path: `edits.${Math.max(index, 0)}.${section === undefined ? path : rest.join('.')}`, message };
    });
  }
}

function refusal(error: unknown, place: (fault: FieldProblem) => FieldProblem): unknown {
  if (!(error instanceof ContentError)) return error;
  const fields = error.faults.map((fault) => place({ ...fault, message: closed(fault.message) }));
  return new AppError('input.invalid', { fields });
}

/** Items shown at once; the words narrow them down. */
const SHOWN = 30;

export const searchLibrary: H<'searchLibrary'> = async (_context, { library, words }) => {
  const wanted = fold(words)
    .split(' ')
    .filter((word) => word !== '');
  const found = itemCollections()
    .filter(({ name }) => library === null || name === library)
    .flatMap(({ name, items }) => items.map(({ section, item }) => ({ library: name, section, item })))
    .filter(({ section, item }) => {
      const text = fold(
        `${section} ${item.question} ${Object.values(item.guidance ?? {})
          .flat()
          .join(' ')}`,
      );
      return wanted.every((word) => text.includes(word));
    });
  return {
    libraries: itemCollections().map(({ name, title, items }) => ({ name, title, items: items.length })),
    found: found.length,
    items: found.slice(0, SHOWN),
  };
};

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();

export const listLibraryItems: H<'listLibraryItems'> = async () => ({
  groups: readItemLibraries().flatMap(({ code, kind, groups }) =>
    groups.map(({ id, title, chapter, measure, audiences, items }) => ({
      library: code,
      kind,
      id,
      title,
      chapter: chapter ?? null,
      measure: measure === undefined ? null : [measure.letter, measure.part ?? []].flat().join('-').toLowerCase(),
      audiences: [...audiences],
      items: items.map(ownChoices),
    })),
  ),
});
