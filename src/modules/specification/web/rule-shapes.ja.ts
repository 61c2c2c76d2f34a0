/** The common shapes of duties, as forms ask for them. */
import type { Field } from './form/field.ts';
import type { JsonRecord } from './form/value.ts';

export type RuleShape = {
  readonly label: string;
  readonly hint: string;
  readonly fields: readonly Field[];
  readonly start: JsonRecord;
};

const event = (name: string, label: string, hint?: string): Field => ({
  name,
  label,
  type: 'event',
  required: true,
  ...(hint === undefined ? {} : { hint }),
});
const requirements = (name: string, label: string, hint?: string): Field => ({
  name,
  label,
  type: 'requirements',
  ...(hint === undefined ? {} : { hint }),
});
const path = (name: string, label: string, hint: string): Field => ({ name, label, type: 'text', max: 80, hint });
const scope: Field = {
  name: 'scope',
  label: '何について済ませるか',
  type: 'choice',
  options: [
    { value: 'subject', label: '同じ対象について' },
    { value: 'engagement', label: '業務委託の全体について一度' },
  ],
};
const FROM: Field = { name: 'from', label: '始まり', type: 'date', hint: '定めがないときは、委託期間の初日とします。' };
const TO: Field = { name: 'to', label: '終わり', type: 'date', hint: '定めがないときは、委託期間の末日とします。' };
const times = (name: string, label: string, required = false): Field => ({
  name,
  label,
  type: 'number',
  min: 1,
  max: 100_000,
  required,
});
const NONE = { fact: '' };

export const RULE_SHAPES: Readonly<Record<string, RuleShape>> = {
  by: {
    label: '期日までに行う',
    hint: 'ある日までに、記録が一つあることを求めます。',
    start: { fact: NONE, due: { from: 'contractDate', span: { n: 14, unit: 'days' } } },
    fields: [
      event('fact', '行うこと'),
      { name: 'due', label: '期限', type: 'date', required: true },
      { name: 'notBefore', label: 'この日より前の記録は数えない', type: 'date' },
      { name: 'per', label: '対象ごとに求める', type: 'event', hint: '選ぶと、その記録の対象ごとに一つずつ求めます。' },
      {
        name: 'expect',
        label: '対象が一つもないとき',
        type: 'choice',
        options: [
          { value: 'some', label: '義務が果たされていないとする' },
          { value: 'any', label: '義務はないとする' },
        ],
        hint: '「対象ごとに求める」を選んだときに使います。',
      },
    ],
  },
  respond: {
    label: 'きっかけの後に行う',
    hint: 'ある記録があるたびに、期限までに応じることを求めます。',
    start: { trigger: NONE, response: NONE, within: { n: 5, unit: 'business-days' } },
    fields: [
      event('trigger', 'きっかけ'),
      event('response', '応じること'),
      { name: 'within', label: 'きっかけからの期限', type: 'span' },
      path(
        'startAt',
        '期限を数え始める日の項目',
        'きっかけの記録の項目の名前です。空のときは、きっかけの日から数えます。',
      ),
      path('dueAt', '期限の日が入る項目', '「きっかけからの期限」の代わりに、きっかけの記録に書かれた日を使います。'),
      { name: 'due', label: '決まった期限', type: 'date', hint: '「きっかけからの期限」の代わりに使います。' },
    ],
  },
  before: {
    label: 'きっかけの前に行う',
    hint: 'ある記録より前に、余裕をもって行うことを求めます。',
    start: { trigger: NONE, required: NONE, lead: { n: 2, unit: 'opening-days' } },
    fields: [
      event('trigger', 'きっかけ'),
      event('required', '前に行うこと'),
      { name: 'lead', label: 'どれだけ前か', type: 'span', required: true },
      scope,
    ],
  },
  without: {
    label: '済むまで行えない',
    hint: '前に済ませることがあるか、行ってはならないことを定めます。',
    start: { trigger: NONE, required: [NONE] },
    fields: [
      event('trigger', '制限すること'),
      { name: 'required', label: '前に済ませること', type: 'events', hint: '一つも置かないと、禁止になります。' },
      scope,
    ],
  },
  recur: {
    label: '定期に行う',
    hint: '期間ごとに、決まった回数を求めます。',
    start: { fact: NONE, every: { unit: 'months', n: 1 }, min: 1 },
    fields: [
      event('fact', '行うこと'),
      { name: 'every', label: '期間', type: 'cadence', required: true },
      times('min', '期間ごとの回数'),
      FROM,
      TO,
      {
        name: 'partial',
        label: '終わりの短い期間',
        type: 'choice',
        options: [
          { value: 'skip', label: '数えない' },
          { value: 'count', label: '一つの期間として数える' },
        ],
      },
    ],
  },
  count: {
    label: '数や上限を守る',
    hint: '数の下限や上限を定めます。',
    start: { fact: NONE, max: 10, every: { unit: 'months', n: 1 } },
    fields: [
      event('fact', '数えるもの'),
      times('min', '下限'),
      { name: 'max', label: '上限', type: 'number', min: 0, max: 100_000 },
      { name: 'every', label: '数える期間', type: 'cadence' },
      { name: 'per', label: '対象ごとに数える', type: 'event', hint: '「数える期間」の代わりに使います。' },
      path('distinct', '異なるものを数える項目', '記録の件数の代わりに、この項目の異なる値を数えます。'),
      FROM,
      { name: 'due', label: '下限の期限', type: 'date', hint: '定めがないときは、委託期間の末日とします。' },
    ],
  },
  participants: {
    label: '参加する人を求める',
    hint: '会議などに、条件を満たす人が加わることを求めます。',
    start: { fact: { fact: 'meeting.held' }, min: 1 },
    fields: [
      event('fact', '参加する場'),
      times('min', '人数', true),
      path('people', '参加者が入る項目', '記録の項目の名前です。空のときは、参加者（participants）とします。'),
      requirements('who', '参加者の条件'),
      { name: 'holding', label: 'その人が満たす条件', type: 'events', condition: true },
    ],
  },
  holds: {
    label: '期間を通じて満たす',
    hint: '資格をもつ人の配置のように、期間を通じて途切れないことを求めます。',
    start: { all: [NONE], min: 1 },
    fields: [
      { name: 'all', label: '満たす条件（同じ人がすべて満たす）', type: 'events', condition: true, required: true },
      times('min', '満たす人（もの）の数'),
      {
        name: 'every',
        label: '全員に求める人（もの）',
        type: 'event',
        condition: true,
        hint: '選ぶと、数の代わりに、その記録の対象の全員に求めます。',
      },
      FROM,
      TO,
    ],
  },
  content: {
    label: '記録の内容を求める',
    hint: '提出の部数のように、記録の内容を定めます。',
    start: { fact: NONE },
    fields: [
      event('fact', '内容を求める記録'),
      requirements(
        'must',
        '求める内容',
        '「はい」「いいえ」と数は、そのまま書きます。数字を文字として比べるときは、"3" と書きます。',
      ),
      {
        name: 'anyOf',
        label: 'どれか一つを満たせばよい内容',
        type: 'list',
        item: '内容',
        titled: '',
        bare: 'must',
        start: { must: {} },
        fields: [requirements('must', '求める内容')],
      },
    ],
  },
};

export const COMMON_FIELDS: readonly Field[] = [
  {
    name: 'title',
    label: '義務の名称',
    type: 'text',
    required: true,
    hint: '「業務計画書の提出」のように、名詞で書きます。',
  },
];
export const MORE_FIELDS: readonly Field[] = [
  {
    name: 'party',
    label: '義務を負う人',
    type: 'choice',
    options: [
      { value: 'contractor', label: '受託者' },
      { value: 'city', label: '市' },
      { value: 'both', label: '双方' },
    ],
  },
  { name: 'when', label: 'この記録があったときに限る', type: 'events' },
  { name: 'unless', label: 'この記録があるときは求めない', type: 'events', excuse: true },
  { name: 'occasional', label: 'きっかけが一度も起きないことがある', type: 'flag' },
];

/** The work item of a clause. */
export const WORK_FIELDS: readonly Field[] = [
  { name: 'name', label: '作業の名称', type: 'text', required: true },
  { name: 'start', label: '始め', type: 'date', required: true },
  { name: 'end', label: '終わり', type: 'date', required: true },
  { name: 'after', label: '先に終える作業の条項', type: 'clauses', hint: '条項の番号を一行に一つずつ書きます。' },
  {
    name: 'owner',
    label: '担当',
    type: 'choice',
    options: [
      { value: 'contractor', label: '受託者' },
      { value: 'city', label: '市' },
      { value: 'both', label: '双方' },
    ],
  },
];
