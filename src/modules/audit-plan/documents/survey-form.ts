/** The forms of the pre-survey, from the questions of the library by who answers. */
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
  paragraph,
  renderFile,
  table,
  type WorkbookTree,
} from '../../../documents/index.ts';
import { listContent, readContent } from '../../../kernel/content.ts';
import type { EngagementProfile } from '../../engagement/contract.ts';

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
  const { engagement, due, target, today } = source;
  const parts = partsOf(source);
  let number = 0;
  const blocks: Block[] = parts.flatMap(({ title, items }) => [
    heading(1, title),
    table({
      columns: [{ width: 12, align: 'center' }, { width: '3fr' }, { width: '2fr' }],
      header: ['番号', '質問', '回答'],
      rows: items.map((item) => [(number += 1), item.question, answerSpace(item)]),
    }),
  ]);
  return document(
    {
      title: surveyTitle(source),
      date: formatEra(today),
      created: today,
      addressee: [target ?? '監査を受ける所属　御中'],
      sender: [engagement.municipality, engagement.client.department],
      ...(engagement.marking === null ? {} : { marking: engagement.marking }),
    },
    [
      letterHead(),
      paragraph(
        '監査を円滑に行うため、次の事項について事前に伺います。分からない事項は空欄のままとし、監査の当日にお聞かせください。',
      ),
      numberedList([
        due === null ? '提出の期限は、配付の際にお知らせします。' : `${formatEra(due)}までに御提出ください。`,
        '当てはまる□に印を付け、必要なときは具体的に記入してください。',
        '個人情報、パスワードなどは記入しないでください。',
      ]),
      definition(source),
      ...blocks,
    ],
  );
}

function definition({ target }: SurveySource): Block {
  return table({
    columns: [{ width: 40 }, { width: '1fr' }],
    header: ['項目', '記入欄'],
    rows: [
      ['監査の対象', target ?? ''],
      ['回答した所属', ''],
      ['回答した人', ''],
      ['回答した日', ''],
    ],
  });
}

export function surveyWorkbook(source: SurveySource): WorkbookTree {
  const { engagement, today, due } = source;
  let number = 0;
  return {
    title: surveyTitle(source),
    author: engagement.contractor,
    created: today,
    sheets: [
      {
        name: '事前調査票',
        title: surveyTitle(source),
        subtitle: [
          `${source.target ?? '監査を受ける所属'}　御中`,
          due === null ? '提出の期限は、配付の際にお知らせします。' : `${formatEra(due)}までに御提出ください。`,
        ],
        orientation: 'landscape',
        columns: [
          { title: '番号', width: 6, align: 'center', readOnly: true },
          { title: '区分', width: 24, readOnly: true },
          { title: '質問', width: 60, readOnly: true },
          { title: '選択肢', width: 30, readOnly: true },
          { title: '回答', width: 40, text: true },
        ],
        rows: partsOf(source).flatMap(({ title, items }) =>
          items.map((item) => [(number += 1), title, item.question, answerSpace(item), '']),
        ),
      },
    ],
  };
}

export async function surveyFile(source: SurveySource, format: 'docx' | 'xlsx' | 'pdf') {
  const tree = format === 'xlsx' ? surveyWorkbook(source) : surveyTree(source);
  return renderFile(tree, format, surveyTitle(source));
}
