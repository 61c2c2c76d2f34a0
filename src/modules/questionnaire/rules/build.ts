/** Building a form: edits of a draft. Pure, and free of schema libraries, so that the builder's page uses it too. */
import type { Condition, FormItem, Questionnaire, QuestionnaireSection } from '../../../core/content-schema/index.ts';

export interface Draft {
  readonly form: Questionnaire;
  /** Ids of items that this version leaves out; they can come back until it is published. */
  readonly leftOut: readonly string[];
}

/** What the page of a section edits. */
export interface SectionTexts {
  readonly title: string;
  readonly description: string;
  readonly visibleIf: Condition | null;
  /** Ids of segments; empty: everybody. */
  readonly segments: readonly string[];
}

/** One edit. `to` counts the items or sections that the draft shows, from 0; beyond the last it means the end. */
export type FormEdit =
  | {
      readonly kind: 'describe';
      readonly title: string;
      readonly introduction: string;
      readonly respondent: string;
      readonly subjects?: readonly string[] | undefined;
    }
  | { readonly kind: 'ask-segment'; readonly item: string | null }
  | ({ readonly kind: 'add-section'; readonly section: string } & SectionTexts)
  | ({ readonly kind: 'change-section'; readonly section: string } & SectionTexts)
  | { readonly kind: 'move-section'; readonly section: string; readonly to: number }
  | { readonly kind: 'remove-section'; readonly section: string }
  | { readonly kind: 'add-item'; readonly section: string; readonly item: FormItem; readonly to?: number | undefined }
  | { readonly kind: 'change-item'; readonly item: FormItem; readonly meaningChanged: boolean }
  | { readonly kind: 'move-item'; readonly item: string; readonly section: string; readonly to: number }
  | { readonly kind: 'remove-item'; readonly item: string }
  | { readonly kind: 'restore-item'; readonly item: string };

export interface EditProblem {
  /** Path inside the edits: `0.item`. */
  readonly path: string;
  readonly message: string;
}

/** Most sections and items of one form. */
export const LIMITS = { sections: 60, items: 300 } as const;

/** Carries out all edits in their order, or says which one cannot be. Numbers follow the printed order. */
export function applyEdits(
  draft: Draft,
  edits: readonly FormEdit[],
): { readonly draft: Draft } | { readonly problem: EditProblem } {
  let next = draft;
  for (const [index, edit] of edits.entries()) {
    const result = applyEdit(next, edit);
    if (typeof result === 'string') return { problem: { path: `${index}`, message: result } };
    next = result;
  }
  return { draft: numbered(next) };
}

const GONE = {
  section: 'この分類は、もうありません。画面を開き直してください。',
  item: 'この設問は、もうありません。画面を開き直してください。',
} as const;

/** The draft after one edit, or a sentence why it cannot be. */
function applyEdit(draft: Draft, edit: FormEdit): Draft | string {
  const { form, leftOut } = draft;
  const withForm = (changed: Questionnaire): Draft => ({ form: changed, leftOut });
  switch (edit.kind) {
    case 'describe':
      return withForm({
        ...(edit.subjects === undefined ? form : withSubjects(form, edit.subjects)),
        title: edit.title,
        introduction: edit.introduction,
        respondent: edit.respondent,
      });
    case 'ask-segment': {
      const { segmentItem: _before, ...rest } = form;
      if (edit.item === null) return withForm(rest);
      if (itemOf(form, edit.item)?.type !== 'single') return '区分を尋ねる設問には、一つを選ぶ設問を指定してください。';
      return withForm({ ...form, segmentItem: edit.item });
    }
    case 'add-section': {
      if (form.sections.some(({ id }) => id === edit.section)) return 'この分類は、既にあります。';
      if (form.sections.length >= LIMITS.sections) return `分類は${LIMITS.sections}までです。`;
      const section = sectionFrom({ id: edit.section, number: form.sections.length + 1, title: '', items: [] }, edit);
      return withForm({ ...form, sections: [...form.sections, section] });
    }
    case 'change-section':
      return changeSection(draft, edit.section, (section) => sectionFrom(section, edit));
    case 'move-section': {
      const moving = form.sections.find(({ id }) => id === edit.section);
      if (moving === undefined) return GONE.section;
      const others = form.sections.filter((section) => section !== moving);
      return withForm({ ...form, sections: [...others.slice(0, edit.to), moving, ...others.slice(edit.to)] });
    }
    case 'remove-section':
      return removeSection(draft, edit.section);
    case 'add-item':
      if (itemOf(form, edit.item.id) !== undefined) return 'この設問は、既に調査票（外した設問を含む）にあります。';
      if (form.sections.flatMap(({ items }) => items).length >= LIMITS.items)
        return `設問は、外したものを含めて${LIMITS.items}問までです。`;
      return placeItem(draft, edit.item, edit.section, edit.to ?? Number.MAX_SAFE_INTEGER);
    case 'change-item': {
      const before = itemOf(form, edit.item.id);
      if (before === undefined) return GONE.item;
      const revision = before.revision + (edit.meaningChanged ? 1 : 0);
      return withForm(mapItems(form, (item) => (item === before ? { ...edit.item, revision } : item)));
    }
    case 'move-item': {
      const moving = itemOf(form, edit.item);
      if (moving === undefined) return GONE.item;
      return placeItem({ form: without(form, edit.item), leftOut }, moving, edit.section, edit.to);
    }
    case 'remove-item':
      return itemOf(form, edit.item) === undefined
        ? GONE.item
        : { form, leftOut: [...new Set([...leftOut, edit.item])].sort() };
    case 'restore-item':
      return leftOut.includes(edit.item) ? { form, leftOut: leftOut.filter((id) => id !== edit.item) } : GONE.item;
  }
}

/**
 * The form with these subjects. A known label keeps its id; where as many as before are given, a new label is the old one
 * written anew. Items of a subject that is gone measure nothing.
 */
function withSubjects(form: Questionnaire, labels: readonly string[]): Questionnaire {
  const { subjects: before = [], ...rest } = form;
  const taken = new Set(before.map(({ id }) => id));
  const free = (): string => {
    let count = 1;
    while (taken.has(`subject-${count}`)) count += 1;
    taken.add(`subject-${count}`);
    return `subject-${count}`;
  };
  const renamed = labels.length === before.length;
  const subjects = labels.map((label, index) => ({
    id: (before.find((one) => one.label === label) ?? (renamed ? before[index] : undefined))?.id ?? free(),
    label,
  }));
  const kept = mapItems(rest, (item) => {
    if (item.subject === undefined || subjects.some(({ id }) => id === item.subject)) return item;
    const { subject: _gone, ...without } = item;
    return without;
  });
  return subjects.length === 0 ? kept : { ...kept, subjects };
}

export function itemOf(form: Questionnaire, id: string): FormItem | undefined {
  return form.sections.flatMap(({ items }) => items).find((item) => item.id === id);
}

/** The section as its page left it; texts that are empty are not kept. */
function sectionFrom(section: QuestionnaireSection, texts: SectionTexts): QuestionnaireSection {
  const { id, number, items } = section;
  return {
    id,
    number,
    title: texts.title,
    ...(texts.description === '' ? {} : { description: texts.description }),
    ...(texts.visibleIf === null ? {} : { visibleIf: texts.visibleIf }),
    ...(texts.segments.length === 0 ? {} : { segments: [...texts.segments] }),
    items,
  };
}

function changeSection(
  { form, leftOut }: Draft,
  id: string,
  change: (section: QuestionnaireSection) => QuestionnaireSection,
): Draft | string {
  if (!form.sections.some((section) => section.id === id)) return GONE.section;
  return { form: { ...form, sections: form.sections.map((one) => (one.id === id ? change(one) : one)) }, leftOut };
}

/** Only what is empty goes: items are moved or left out first, so that none vanishes unnoticed. */
function removeSection({ form, leftOut }: Draft, id: string): Draft | string {
  const section = form.sections.find((one) => one.id === id);
  if (section === undefined) return GONE.section;
  if (section.items.some((item) => !leftOut.includes(item.id)))
    return '設問のある分類は削除できません。先に、設問をほかの分類に移すか、外してください。';
  if (form.sections.length === 1) return '分類は一つ以上必要です。';
  const gone = section.items.map((item) => item.id);
  return {
    form: { ...form, sections: form.sections.filter((one) => one !== section) },
    leftOut: leftOut.filter((item) => !gone.includes(item)),
  };
}

function placeItem(draft: Draft, item: FormItem, sectionId: string, to: number): Draft | string {
  return changeSection(draft, sectionId, (section) => {
    const before = section.items.filter(({ id }) => !draft.leftOut.includes(id))[to];
    const at = before === undefined ? section.items.length : section.items.indexOf(before);
    return { ...section, items: [...section.items.slice(0, at), item, ...section.items.slice(at)] };
  });
}

const without = (form: Questionnaire, id: string): Questionnaire => ({
  ...form,
  sections: form.sections.map((section) => ({ ...section, items: section.items.filter((item) => item.id !== id) })),
});

export function mapItems(form: Questionnaire, change: (item: FormItem) => FormItem): Questionnaire {
  return { ...form, sections: form.sections.map((section) => ({ ...section, items: section.items.map(change) })) };
}

/** Sections and shown items count from 1; what is left out comes after, so that it keeps a number of its own. */
function numbered({ form, leftOut }: Draft): Draft {
  const shown = form.sections.flatMap(({ items }) => items).filter(({ id }) => !leftOut.includes(id));
  const gone = form.sections.flatMap(({ items }) => items).filter(({ id }) => leftOut.includes(id));
  const places = new Map([...shown, ...gone].map(({ id }, index) => [id, index + 1]));
  const renumbered = mapItems(form, (item) => ({ ...item, number: places.get(item.id) ?? item.number }));
  return {
    form: { ...renumbered, sections: renumbered.sections.map((one, index) => ({ ...one, number: index + 1 })) },
    leftOut,
  };
}
