/** Editing and comparing forms. Pure. */
import {
  ContentError,
  type FormItem,
  parseQuestionnaire,
  type Questionnaire,
  questionnaireItems,
  type TableColumn,
} from '../../core/content-schema/index.ts';

/** One edit of an item; see the contract. */
export interface ItemChange {
  readonly itemId: string;
  readonly question?: string | undefined;
  readonly guidance?: Readonly<Record<string, unknown>> | undefined;
  readonly meaningChanged?: boolean | undefined;
  readonly leftOut?: boolean | undefined;
}

export interface Draft {
  readonly form: Questionnaire;
  readonly leftOut: readonly string[];
}

export interface EditProblem {
  /** Path in the operation's input. */
  readonly path: string;
  readonly message: string;
}

/** Applies edits; the result has passed the whole schema of forms, or the answer says what is wrong where. */
export function editForm(
  draft: Draft,
  changes: readonly ItemChange[],
): { readonly draft: Draft } | { readonly problems: readonly EditProblem[] } {
  const problems: EditProblem[] = [];
  const leftOut = new Set(draft.leftOut);
  let { form } = draft;
  changes.forEach((change, index) => {
    const item = questionnaireItems(form).find((candidate) => candidate.id === change.itemId);
    if (item === undefined) {
      problems.push({ path: `changes.${index}.itemId`, message: 'この設問は調査票にありません。' });
      return;
    }
    if (change.leftOut === true) leftOut.add(item.id);
    if (change.leftOut === false) leftOut.delete(item.id);
    form = withItem(form, item.id, (before) => editItem(before, change));
  });
  const next = { form, leftOut: [...leftOut].sort() };
  if (problems.length === 0) problems.push(...faultsOf(effectiveForm(next), changes));
  return problems.length > 0 ? { problems } : { draft: next };
}

function editItem(item: FormItem, change: ItemChange): FormItem {
  const guidance = change.guidance === undefined ? item.guidance : { ...item.guidance, ...change.guidance };
  return {
    ...item,
    ...(guidance === undefined ? {} : { guidance }),
    question: change.question ?? item.question,
    revision: item.revision + (change.meaningChanged === true ? 1 : 0),
  } as FormItem;
}

function withItem(form: Questionnaire, id: string, edit: (item: FormItem) => FormItem): Questionnaire {
  const sections = form.sections.map((section) => ({
    ...section,
    items: section.items.map((item) => (item.id === id ? edit(item) : item)),
  }));
  return { ...form, sections };
}

/** The form as departments get it: items that are left out, and sections that are empty without them, are gone. */
export function effectiveForm({ form, leftOut }: Draft): Questionnaire {
  const sections = form.sections
    .map((section) => ({ ...section, items: section.items.filter((item) => !leftOut.includes(item.id)) }))
    .filter((section) => section.items.length > 0);
  return { ...form, sections };
}

/** What the schema of forms says against it, at the change that caused it. */
function faultsOf(form: Questionnaire, changes: readonly ItemChange[]): EditProblem[] {
  try {
    parseQuestionnaire(JSON.stringify(withoutSets(form)));
    return [];
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return error.faults.map(({ path, message }) => {
      const [, section, , item, ...part] = path.split('.');
      const id = form.sections[Number(section)]?.items[Number(item)]?.id;
      const index = changes.findIndex((change) => change.itemId === id);
      return { path: index === -1 ? 'changes' : ['changes', index, ...part].join('.'), message: `${message}。` };
    });
  }
}

/** Choices are already resolved; a file may name either the choices or their shared list, not both. */
function withoutSets(form: Questionnaire): unknown {
  const plain = <T extends FormItem | TableColumn>(holder: T) => ({ ...holder, optionSet: undefined });
  const sections = form.sections.map((section) => ({
    ...section,
    items: section.items.map((item) =>
      item.type === 'table' ? { ...item, columns: item.columns.map(plain) } : plain(item),
    ),
  }));
  return { ...form, sections };
}

/** The same form for another year: item ids and revisions are kept, so that answers stay comparable. */
export function nextEdition(form: Questionnaire, fiscalYear: number, title: string): Questionnaire {
  return { ...form, fiscalYear, version: String(fiscalYear), title };
}

export type ItemComparison = 'same' | 'reworded' | 'changed' | 'added' | 'removed';

/**
 * Compares two forms item by item. `same` and `reworded` items are comparable over the years; `changed` ones are not,
 * because their meaning (revision) or kind differs.
 */
export function compareForms(
  before: Questionnaire,
  after: Questionnaire,
): { readonly id: string; readonly comparison: ItemComparison; readonly before: string; readonly after: string }[] {
  const old = new Map(questionnaireItems(before).map((item) => [item.id, item]));
  const current = questionnaireItems(after);
  const ids = new Set(current.map((item) => item.id));
  const kept = current.map((item) => {
    const earlier = old.get(item.id);
    return {
      id: item.id,
      comparison: compareItem(earlier, item),
      before: earlier?.question ?? '',
      after: item.question,
    };
  });
  const removed = [...old.values()]
    .filter((item) => !ids.has(item.id))
    .map((item) => ({ id: item.id, comparison: 'removed' as const, before: item.question, after: '' }));
  return [...kept, ...removed];
}

function compareItem(before: FormItem | undefined, after: FormItem): ItemComparison {
  if (before === undefined) return 'added';
  if (before.revision !== after.revision || before.type !== after.type) return 'changed';
  return before.question === after.question ? 'same' : 'reworded';
}
