/** Small forms of every type of item, for tests. */
import { parseQuestionnaire, type Questionnaire } from '../../content-schema/index.ts';

type Raw = Readonly<Record<string, unknown>>;

/** A form with one section that holds these items, numbered in their order; texts that a form needs are filled in. */
export function formOf(items: readonly Raw[], rest: Raw = {}): Questionnaire {
  return parseQuestionnaire(
    JSON.stringify({
      code: 'test',
      version: '2026',
      type: 'preliminary-survey',
      fiscalYear: 2026,
      title: '試験の調査票',
      introduction: '試験です。',
      respondent: '職員が答えてください。',
      sections: [
        {
          id: 'only',
          number: 1,
          title: '全て',
          items: items.map((item, index) => ({ number: index + 1, question: `${index + 1}番目はどうか。`, ...item })),
        },
      ],
      ...rest,
    }),
  );
}

export const options = (...values: readonly string[]) => values.map((value) => ({ value, label: `選択肢${value}` }));

export const choice = (id: string, rest: Raw = {}): Raw => ({
  id,
  type: 'single',
  options: options('a', 'b'),
  ...rest,
});

/** One item of every type. */
export const everyType: readonly Raw[] = [
  {
    id: 'kind',
    type: 'single',
    options: [
      { value: 'general', label: '一般の職員' },
      { value: 'system', label: '情報システムの担当者' },
      { value: 'officer', label: '保護責任者' },
    ],
  },
  { id: 'pledge', type: 'yes-no-na', severity: 2 },
  { id: 'media', type: 'multiple', options: options('paper', 'usb', 'cloud') },
  { id: 'level', type: 'scale', fromLabel: '全くない', toLabel: '常にある', achievement: 'rising' },
  {
    id: 'habits',
    type: 'matrix',
    rows: [
      { id: 'lock', label: '離席時の施錠' },
      { id: 'shred', label: '書類の裁断' },
    ],
    options: [
      { value: 'always', label: '常に行う', achievement: 1 },
      { value: 'never', label: '行わない', achievement: 0, severity: 3 },
    ],
  },
  { id: 'count', type: 'number', unit: '台', max: 500, required: false },
  { id: 'since', type: 'date', required: false },
  { id: 'note', type: 'text', required: false },
  { id: 'proof', type: 'file', required: false, visibleIf: { item: 'pledge', equals: 'yes' } },
  {
    id: 'list',
    type: 'table',
    rowLabel: '機器',
    required: false,
    columns: [
      { id: 'name', type: 'text', label: '名称' },
      { id: 'lent', type: 'yes-no', label: '貸出し' },
      { id: 'to', type: 'text', label: '貸出先', visibleIf: { item: 'lent', equals: true } },
    ],
  },
];

export const everyForm: Questionnaire = formOf(everyType, { segmentItem: 'kind' });
