/** The forms of the pre-survey, from the questions of the library by who answers. */
import { YES_NO_NA_LABELS } from '../../../core/assessment/index.ts';
import { formatEra } from '../../../core/calendar/index.ts';
import { type Audience, type FormItem, parseItemLibrary } from '../../../core/content-schema/index.ts';
import type { Programme } from '../../../core/programme/index.ts';
import {
  type Block,
  document,
  type DocumentTree,
  heading,
  letterHead,
  numberedList,
  pageBreak,
  paragraph,
  renderFile,
  type Sheet,
  type SheetCell,
  table,
  type WorkbookTree,
} from '../../../documents/index.ts';
import { listContent, readContent } from '../../../kernel/content.ts';
import type { EngagementProfile } from '../../engagement/contract.ts';
import { bookHead } from './source.ts';

export interface SurveySource {
  readonly engagement: EngagementProfile;
  readonly programme: Programme;
  /** Id of the form in the programme. */
  readonly form: string;
  readonly today: string;
  readonly due: string | null;
  /** Null for the form as a deliverable, before it goes to a target. */
  readonly target: string | null;
}

interface Part {
  readonly title: string;
  readonly items: readonly FormItem[];
}

/** Who a form is for, by the words that stand in the clauses. */
const AUDIENCES: Readonly<Record<string, readonly Audience[]>> = {
  システム責任者用: ['system-owner'],
  運用担当者用: ['operator'],
  運用事業者用: ['vendor'],
  対象システム: ['system-owner', 'operator'],
  情報資産: ['protection-officer'],
  特定個人情報: ['number-using'],
  拠点: ['vendor'],
};

/** Questions of a form: by its variant, otherwise by its subjects. */
function partsOf({ programme, form }: SurveySource): Part[] {
  const asked = programme.questionnaires.find(({ id }) => id === form) ?? programme.questionnaires[0];
  if (asked === undefined) return [];
  const words = asked.variant === null ? asked.subjects : [asked.variant];
  const wanted = new Set(words.flatMap((word) => AUDIENCES[word] ?? []));
  const libraries = listContent('library', '.yaml').map((name) => parseItemLibrary(readContent(`library/${name}`)));
  const parts = libraries
    .filter(({ kind }) => kind !== 'self-check')
    .flatMap(({ kind, groups }) =>
      groups
        .filter(({ audiences }) => audiences.some((one) => wanted.has(one)))
        // Of the measures for individual numbers a survey asks one question per measure: the audit asks the rest.
        .map(({ title, items }) =>
          kind === 'my-number' ? { title: '特定個人情報の安全管理措置', items: items.slice(0, 1) } : { title, items },
        ),
    )
    .filter(({ items }) => items.length > 0);
  return [...Map.groupBy(parts, ({ title }) => title)].map(([title, own]) => ({
    title,
    items: own.flatMap(({ items }) => items),
  }));
}

export function surveyTitle({ programme, form }: SurveySource): string {
  const asked = programme.questionnaires.find(({ id }) => id === form) ?? programme.questionnaires[0];
  if (asked === undefined) return '事前調査票';
  return asked.variant === null ? asked.title : `${asked.title}（${asked.variant}）`;
}

function answerSpace(item: FormItem): string {
  if (item.type === 'yes-no-na') return '□はい　□いいえ　□対象外\n（いいえ・対象外の理由）';
  if (item.type === 'single' || item.type === 'multiple')
    return item.options.map(({ label }) => `□${label}`).join('\n');
  if (item.type === 'table') return item.columns.map(({ label }) => `${label}：`).join('\n');
  return '';
}

export function surveyTree(source: SurveySource): DocumentTree {
  return document(particulars(source, surveyTitle(source)), [letterHead(), ...formBlocks(source, 1)]);
}

/** Several forms in one paper: each begins a page under its own name. */
export function surveysTree(title: string, forms: readonly [SurveySource, ...SurveySource[]]): DocumentTree {
  const [first] = forms;
  if (forms.length === 1) return document(particulars(first, title), [letterHead(), ...formBlocks(first, 1)]);
  return document(particulars(first, title), [
    letterHead(),
    paragraph(`この調査票は、答える人の立場ごとに${forms.length}種類からなります。`),
    ...forms.flatMap((form, at) => [
      ...(at === 0 ? [] : [pageBreak()]),
      heading(1, surveyTitle(form)),
      ...formBlocks(form, 2),
    ]),
  ]);
}

function particulars({ engagement, today, target }: SurveySource, title: string) {
  return {
    title,
    date: formatEra(today),
    created: today,
    addressee: addresseeOf(target),
    sender: [engagement.municipality, engagement.client.department],
    ...(engagement.marking === null ? {} : { marking: engagement.marking }),
  };
}

const addresseeOf = (target: string | null): string =>
  target === null ? '監査を受ける所属　御中' : `${target}　御担当者　様`;
const dueText = (due: string | null): string =>
  due === null ? '提出の期限は、配付の際にお知らせします。' : `${formatEra(due)}までに御提出ください。`;

function formBlocks(source: SurveySource, level: 1 | 2): Block[] {
  let number = 0;
  return [
    paragraph(
      '監査を円滑に行うため、次の事項について事前に伺います。分からない事項は空欄のままとし、監査の当日にお聞かせください。',
    ),
    numberedList([
      dueText(source.due),
      '当てはまる□に印を付け、必要なときは具体的に記入してください。',
      '個人情報、パスワードなどは記入しないでください。',
    ]),
    table({
      columns: [{ width: 40 }, { width: '1fr' }],
      header: ['項目', '記入欄'],
      rows: headOf(source),
    }),
    ...partsOf(source).flatMap(({ title, items }) => [
      heading(level, title),
      table({
        columns: [{ width: 12, align: 'center' }, { width: '3fr' }, { width: '2fr' }],
        header: ['番号', '質問', '回答'],
        rows: items.map((item) => [(number += 1), item.question, answerSpace(item)]),
      }),
    ]),
  ];
}

/** What is written above the questions: who answers for what. */
const headOf = ({ target }: SurveySource): readonly (readonly [string, string])[] => [
  ['監査の対象', target ?? ''],
  ['回答した所属', ''],
  ['回答した人', ''],
  ['回答した日', ''],
];

export const surveyWorkbook = (source: SurveySource): WorkbookTree => surveysWorkbook(surveyTitle(source), [source]);

/** A sheet for each form. */
export function surveysWorkbook(title: string, forms: readonly [SurveySource, ...SurveySource[]]): WorkbookTree {
  const [{ engagement, today }] = forms;
  const alone = forms.length === 1;
  return {
    ...bookHead(engagement, title, today),
    sheets: forms.map((form) => formSheet(form, alone ? title : surveyTitle(form), alone)),
  };
}

function formSheet(source: SurveySource, title: string, alone: boolean): Sheet {
  let number = 0;
  const asked = source.programme.questionnaires.find(({ id }) => id === source.form);
  return {
    name: (alone ? null : asked?.variant) ?? '事前調査票',
    title,
    subtitle: [addresseeOf(source.target), dueText(source.due)],
    orientation: 'landscape',
    columns: [
      { title: '番号', width: 8, align: 'center', readOnly: true },
      { title: '区分', width: 24, readOnly: true },
      { title: '質問', width: 56, readOnly: true },
      { title: '選択肢', width: 32, readOnly: true },
      { title: '回答', width: 28, text: true },
      { title: '理由など', width: 28, text: true },
    ],
    rows: [
      ...headOf(source).map(([name, value]) => [null, '回答者', name, null, value, null]),
      ...partsOf(source).flatMap(({ title: part, items }) =>
        items.map((item) => [(number += 1), part, item.question, answerSpace(item), answerCell(item), null]),
      ),
    ],
  };
}

/** One answer is chosen from the list of its cell; several and own words are typed. */
function answerCell(item: FormItem): SheetCell {
  if (item.type === 'yes-no-na') return { value: '', choices: Object.values(YES_NO_NA_LABELS) };
  return { value: '', ...(item.type === 'single' ? { choices: item.options.map(({ label }) => label) } : {}) };
}

export async function surveyFile(source: SurveySource, format: 'docx' | 'xlsx' | 'pdf') {
  const tree = format === 'xlsx' ? surveyWorkbook(source) : surveyTree(source);
  return renderFile(tree, format, surveyTitle(source));
}
