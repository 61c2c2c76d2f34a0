/** A form as a spreadsheet: one item a row, its texts and choices in columns. Only drafts come back. */
import type { Context, ListScope } from '../../../kernel/module.ts';
import { AppError } from '../../../kernel/error.ts';
import {
  choiceColumn,
  choicesColumn,
  EDITABLE,
  FIRST,
  flagColumn,
  numberColumn,
  REQUIRED,
  textColumn,
  textsColumn,
} from '../../../kernel/list-columns.ts';
import { type ColumnOf, editableList, subjectOf } from '../../../kernel/list.ts';
import type { InputOf, OutputOf } from '../../../kernel/contract.ts';
import { questionnaireContract } from '../contract.ts';
import { segmentsOf } from '../../../core/assessment/index.ts';
import { answeredTypes, columnsInWords, conditionCell, fromRow, rowOf } from './item-row.ts';

type C = typeof questionnaireContract;
type Detail = OutputOf<C, 'getQuestionnaire'>;
type Edit = InputOf<C, 'buildDraft'>['edits'][number];
type Item = Detail['form']['sections'][number]['items'][number];

export interface ItemRecord {
  readonly detail: Detail;
  readonly section: { readonly id: string; readonly title: string };
  readonly item: Item;
}

const client = (context: Context) => context.client(questionnaireContract);
const read = (context: Context, scope: ListScope): Promise<Detail> =>
  client(context).getQuestionnaire({ questionnaireId: subjectOf(scope) });

const FIXED = { reason: '表の欄は、調査票の画面で直します。' } as const;

export const itemList = editableList<ItemRecord>({
  id: 'items',
  title: '調査票の設問',
  answers: ['getQuestionnaire'],
  scope: 'municipality',
  permission: 'questionnaire.read',
  edit: 'questionnaire.edit',
  help: '作成中の版の設問を直し、加え、外せます。選択肢と行は、セルの中で1行に一つずつ書きます。分類の名前が新しいときは、その分類を加えます。番号を変えると、設問は分類の中のその位置に移ります（上の行から順に移します）。番号のない新しい設問は分類の終わりに入ります。表の欄は画面で直します。',
  per: {
    title: '調査票の版',
    subjects: async (context) =>
      (await client(context).listQuestionnaires({})).questionnaires.map(({ id, title, number }) => ({
        id,
        title: `${title} 第${number}版`,
      })),
  },
  records: async (context, scope) => {
    const detail = await read(context, scope);
    return detail.form.sections.flatMap((section) => section.items.map((item) => ({ detail, section, item })));
  },
  key: ({ item }) => item.id,
  locked: ({ detail }) =>
    detail.state === 'published' ? '公開した版の設問は変えられません。次の版を作ってから直してください。' : null,
  columns: (context, scope) => read(context, scope).then(columnsFor),
  add: async (context, scope, values) => {
    const detail = await read(context, scope);
    const { section, edits } = sectionFor(detail, values.text('section'), context.newId());
    const item = fromRow({ id: `q-${context.newId().slice(0, 8)}` }, values, null);
    const to = placeIn(detail, section, values.numberOrNull('number'));
    await build(context, detail, [...edits, { kind: 'add-item', section, item, to }]);
  },
  change: async (context, scope, { item, detail: taken }, values, changed) => {
    const detail = await read(context, scope);
    const { section, edits } = sectionFor(detail, values.text('section'), context.newId());
    const wanted = changed.has('number') ? values.numberOrNull('number') : null;
    const moved: Edit[] =
      changed.has('section') || wanted !== null
        ? [...edits, { kind: 'move-item', item: item.id, section, to: placeIn(detail, section, wanted, item.id) }]
        : [];
    // Numbers in words are those of the file, whatever rows above have been moved meanwhile.
    const next = fromRow(item, values, taken.form);
    await build(context, detail, [
      ...moved,
      { kind: 'change-item', item: next, meaningChanged: values.flag('meaningChanged') },
    ]);
  },
  remove: async (context, scope, { item }) =>
    build(context, await read(context, scope), [{ kind: 'remove-item', item: item.id }]),
});

/** The section with this title, or edits that add it. */
function sectionFor(
  detail: Detail,
  title: string,
  newId: string,
): { readonly section: string; readonly edits: Edit[] } {
  const known = detail.form.sections.find((section) => section.title === title.trim());
  if (known !== undefined) return { section: known.id, edits: [] };
  const section = `section-${newId.slice(0, 8)}`;
  return { section, edits: [{ kind: 'add-section', section, title: title.trim() }] };
}

const END = 1000;

/** The place in the section at which an item bears the number; its end where no such number is in it. */
function placeIn(detail: Detail, sectionId: string, number: number | null, moving?: string): number {
  const { sections } = detail.form;
  const at = sections.findIndex(({ id }) => id === sectionId);
  if (number === null || at < 0) return END;
  const count = (items: readonly Item[]): number => items.filter(({ id }) => id !== moving).length;
  const before = sections.slice(0, at).reduce((sum, { items }) => sum + count(items), 0);
  const place = number - before - 1;
  return place < 0 || place > count(sections[at]?.items ?? []) ? END : place;
}

/** Refusals name the columns: the last part of the path of the field. */
async function build(context: Context, detail: Detail, edits: Edit[]): Promise<void> {
  try {
    await client(context).buildDraft({ questionnaireId: detail.id, version: detail.version, edits });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'input.invalid') throw error;
    const fields = (error.detail.fields ?? []).map(({ path, message }) => ({ path: columnOf(path), message }));
    throw new AppError('input.invalid', { fields });
  }
}

function columnOf(path: string): string {
  const [, , , first = '', second = ''] = path.split('.');
  return first === 'guidance' ? second : first === 'title' ? 'section' : first;
}

function columnsFor(detail: Detail): ColumnOf<ItemRecord>[] {
  const { form } = detail;
  const segments = [
    { value: 'all', label: '全員' },
    ...segmentsOf(form).map(({ id, label }) => ({ value: id, label })),
  ];
  const subjects = (form.subjects ?? []).map(({ id, label }) => ({ value: id, label }));
  const of =
    <K extends keyof ReturnType<typeof rowOf>>(key: K) =>
    ({ item }: ItemRecord): ReturnType<typeof rowOf>[K] =>
      rowOf(item)[key];
  const when = (rule: Item['visibleIf']): string => conditionCell(form, rule);
  return [
    textColumn('section', '分類', 20, ({ section }) => section.title, { ...REQUIRED, maxLength: 60 }),
    numberColumn('number', '番号', 6, ({ item }) => item.number, { ...EDITABLE, min: 1, max: 1000 }),
    choiceColumn('type', '答え方', 18, answeredTypes, ({ item }) => item.type, {
      ...FIRST,
      reason: '答え方は、新しい設問でだけ選べます。変えるときは、設問を外して新しく加えます。',
    }),
    textColumn('question', '設問', 60, ({ item }) => item.question, { ...REQUIRED, maxLength: 120 }),
    flagColumn('required', '必ず答える', 10, ({ item }) => item.required, EDITABLE),
    flagColumn('meaningChanged', '意味を変える', 12, () => false, EDITABLE),
    textsColumn('options', '選択肢', 30, of('options'), { ...EDITABLE, maxLength: 60 }),
    textsColumn('rows', '行', 30, of('rows'), { ...EDITABLE, maxLength: 60 }),
    textColumn('unit', '単位', 8, of('unit'), { ...EDITABLE, maxLength: 10 }),
    numberColumn('min', '下限', 10, of('min'), { ...EDITABLE, decimals: 2 }),
    numberColumn('max', '上限', 10, of('max'), { ...EDITABLE, decimals: 2 }),
    textColumn('fromLabel', '初めの段階', 16, of('fromLabel'), { ...EDITABLE, maxLength: 30 }),
    textColumn('toLabel', '終わりの段階', 16, of('toLabel'), { ...EDITABLE, maxLength: 30 }),
    numberColumn('severity', '重さ', 6, ({ item }) => item.severity, { ...EDITABLE, min: 1, max: 3 }),
    numberColumn('weight', '重み', 6, ({ item }) => item.weight, { ...EDITABLE, decimals: 2, max: 5 }),
    choicesColumn('segments', '対象の区分', 24, segments, ({ item }) => item.segments, EDITABLE),
    textColumn('good', 'できている状態', 40, of('good'), { ...EDITABLE, maxLength: 200 }),
    textColumn('why', 'なぜ必要か', 40, of('why'), { ...EDITABLE, maxLength: 200 }),
    textColumn('howToCheck', '確かめ方', 40, of('howToCheck'), { ...EDITABLE, maxLength: 200 }),
    textColumn('askWhom', '誰に聞くか', 30, of('askWhom'), { ...EDITABLE, maxLength: 120 }),
    textsColumn('evidence', '根拠となる資料の例', 30, of('evidence'), { ...EDITABLE, maxLength: 60 }),
    textColumn('misunderstanding', '間違えやすい点', 40, of('misunderstanding'), { ...EDITABLE, maxLength: 200 }),
    textsColumn('references', '根拠となる規定', 30, of('references'), { ...EDITABLE, maxLength: 121 }),
    choiceColumn('subject', '測る事柄', 24, subjects, ({ item }) => item.subject ?? null, EDITABLE),
    flagColumn('risk', 'リスクの理解を測る', 12, ({ item }) => item.risk !== undefined, EDITABLE),
    textColumn('lesson', '答えた後に示す解説', 40, of('lesson'), { ...EDITABLE, maxLength: 300 }),
    textColumn('visibleIf', '表示する条件', 40, ({ item }) => when(item.visibleIf), { ...EDITABLE, maxLength: 1000 }),
    textColumn('requiredIf', '必ず答える条件', 40, ({ item }) => when(item.requiredIf), {
      ...EDITABLE,
      maxLength: 1000,
    }),
    textColumn('columns', '表の欄', 30, ({ item }) => columnsInWords(item), FIXED),
  ];
}
