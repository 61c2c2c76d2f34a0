/** 自己点検結果一覧: every answer of every department, and the words behind いいえ and 対象外. */
import { answerTo, YES_NO_NA_LABELS, type YesNoNa } from '../../../core/assessment/index.ts';
import { questionnaireItems } from '../../../core/content-schema/index.ts';
import type { Sheet, SheetCell, WorkbookTree } from '../../../documents/index.ts';
import type { Context, DocumentRequest } from '../../../kernel/module.ts';
import { bureauCell } from '../rules/bureaus.ts';
import { headLines, marked, materialOf } from './material.ts';

type Material = Awaited<ReturnType<typeof materialOf>>;

export async function resultsWorkbook(context: Context, { engagementId }: DocumentRequest): Promise<WorkbookTree> {
  const material = await materialOf(context, engagementId, 'self-check');
  const subtitle = headLines(material.profile, material.campaign, context.today);
  return {
    title: '自己点検結果一覧',
    ...marked(material.profile),
    sheets: [answersSheet(material, subtitle), wordsSheet(material, subtitle), itemsSheet(material, subtitle)],
  };
}

function answersSheet({ form, statuses, sheets }: Material, subtitle: readonly string[]): Sheet {
  const items = questionnaireItems(form).filter((item) => item.type === 'yes-no-na');
  const mark = (value: unknown): SheetCell => ({
    value: typeof value === 'string' ? (YES_NO_NA_LABELS[value as YesNoNa] ?? '') : '',
    ...(value === 'no' ? { shade: 'warning' as const } : {}),
  });
  return {
    name: '回答一覧',
    title: '自己点検結果一覧',
    subtitle,
    size: 'A3',
    orientation: 'landscape',
    columns: [
      { title: '局', width: 18 },
      { title: '課', width: 22 },
      { title: '得点', width: 8, align: 'right' },
      ...items.map((item) => ({ title: `問${item.number}`, width: 7, align: 'center' as const })),
    ],
    rows: statuses.map((status) => {
      const own = sheets.find((sheet) => sheet.status.department_id === status.department_id);
      const head = [bureauCell(status.bureau_name), status.department_name];
      if (own === undefined) return [...head, '未提出', ...items.map(() => null)];
      return [...head, status.points, ...items.map((item) => mark(answerTo(own.answers, item.id)?.value))];
    }),
  };
}

function wordsSheet({ form, sheets }: Material, subtitle: readonly string[]): Sheet {
  const items = questionnaireItems(form);
  return {
    name: '理由・代替措置',
    title: '「いいえ」「対象外」の理由と代替措置',
    subtitle,
    orientation: 'landscape',
    columns: [
      { title: '局', width: 16 },
      { title: '課', width: 20 },
      { title: '問', width: 6, align: 'right' },
      { title: '確認事項', width: 44 },
      { title: '回答', width: 9 },
      { title: '理由', width: 34 },
      { title: '代替措置', width: 34 },
    ],
    rows: sheets.flatMap(({ status, answers }) =>
      items.flatMap((item) => {
        const answer = answerTo(answers, item.id);
        if (answer?.value !== 'no' && answer?.value !== 'not-applicable') return [];
        return [
          [
            bureauCell(status.bureau_name),
            status.department_name,
            item.number,
            item.question,
            YES_NO_NA_LABELS[answer.value],
            answer.reason ?? '',
            answer.alternative ?? '',
          ],
        ];
      }),
    ),
  };
}

function itemsSheet({ form }: Material, subtitle: readonly string[]): Sheet {
  return {
    name: '確認事項',
    title: '自己点検の確認事項',
    subtitle,
    columns: [
      { title: 'No.', width: 6, align: 'right' },
      { title: 'カテゴリ', width: 24 },
      { title: '確認事項', width: 70 },
      { title: '重大度', width: 8, align: 'right' },
    ],
    rows: form.sections.flatMap((section) =>
      section.items.map((item) => [item.number, `${section.number}.${section.title}`, item.question, item.severity]),
    ),
  };
}
