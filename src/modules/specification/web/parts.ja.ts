/** The parts of a specification that have a page of their own: what is asked there, in the words of the field. */
import { delivery } from './parts-delivery.ja.ts';
import { duties } from './parts-duties.ja.ts';
import { followUp } from './parts-follow-up.ja.ts';
import { roles, standards } from './parts-standards.ja.ts';
import { team } from './parts-team.ja.ts';
import type { Field, Option } from './form/field.ts';
import type { Part, PartName } from './part.ts';

const same = (values: readonly string[]): Option[] => values.map((value) => ({ value, label: value }));
const MODES = same(['対面', 'オンライン', '電話']);

const meeting: readonly Field[] = [
  { name: 'name', label: '会議の名称', type: 'text', required: true },
  { name: 'clause', label: '定めている条項', type: 'clause', required: true },
  {
    name: 'cadence',
    label: '開く間隔',
    type: 'span',
    hint: '2週間に一度は14日、毎月は1か月とします。定期に開かない会議では空のままにします。',
  },
  { name: 'due', label: '開く期限', type: 'date', hint: '一度だけ開く会議の期限です。' },
  { name: 'notBefore', label: '開ける最初の日', type: 'date' },
  { name: 'modes', label: '開催の方法', type: 'choices', options: MODES, required: true },
  { name: 'venue', label: '会場', type: 'text' },
  { name: 'per', label: '対象', type: 'choice', options: [{ value: 'department', label: '所属ごとに開く' }] },
  { name: 'audience', label: '相手', type: 'text', hint: '「CISO」など、誰のために開くかの定めがあるとき。' },
  { name: 'minutes', label: '予定の時間', type: 'number', min: 1, max: 1440, unit: '分' },
  { name: 'topics', label: '報告する事項', type: 'lines' },
  { name: 'papers', label: '持参する資料', type: 'lines' },
  {
    name: 'papersBefore',
    label: '資料の事前送付',
    type: 'part',
    fields: [
      { name: 'clause', label: '定めている条項', type: 'clause', required: true },
      { name: 'span', label: '会議のどれだけ前か', type: 'span', required: true },
    ],
  },
];

const CHANNELS = same(['訪問', '電子メール', '電話', 'Web会議', '書面', '画面']);

export const PARTS: Readonly<Record<PartName, Part>> = {
  standards,
  roles,
  meetings: {
    form: 'list',
    lead: '仕様書が求める会議です。開く間隔や期限から、会議の予定と義務を作ります。',
    start: {},
    fields: [
      {
        name: 'items',
        label: '会議の一覧',
        type: 'list',
        item: '会議',
        whole: true,
        titled: 'name',
        code: { name: 'type', prefix: 'meeting' },
        start: { modes: ['対面'] },
        fields: meeting,
      },
    ],
  },
  'meeting-conditions': {
    lead: '定例の会議、議事録、オンライン開催など、会議に共通する決まりです。',
    start: {},
    fields: [
      { name: 'regular', label: '定例の会議', type: 'picks', from: 'meetings' },
      {
        name: 'weekdays',
        label: '定例の会議を開ける曜日',
        type: 'choices',
        numeric: true,
        options: ['月', '火', '水', '木', '金', '土', '日'].map((label, at) => ({ value: String(at + 1), label })),
        hint: '選ばないときは、月曜日から金曜日とします。',
      },
      {
        name: 'minutes',
        label: '議事録',
        type: 'part',
        fields: [
          { name: 'clause', label: '定めている条項', type: 'clause', required: true },
          { name: 'within', label: '会議から提出まで', type: 'span' },
          { name: 'approval', label: '市が議事録を承認する', type: 'flag' },
          {
            name: 'modes',
            label: '議事録を作る会議',
            type: 'choices',
            options: MODES,
            hint: '選ばないときは、すべての会議とします。',
          },
        ],
      },
      {
        name: 'online',
        label: 'オンラインの会議',
        type: 'part',
        fields: [
          { name: 'clause', label: '定めている条項', type: 'clause', required: true },
          { name: 'licenceBy', label: 'ライセンスを用意する人', type: 'text' },
          { name: 'terminalsBy', label: '端末を用意する人', type: 'text' },
          { name: 'equipmentBy', label: '設備を用意する人', type: 'text' },
          { name: 'toolClause', label: '使うソフトウェアを定めている条項', type: 'clause' },
          { name: 'browserOnly', label: 'ブラウザだけで使えるものに限る', type: 'flag' },
          { name: 'agreement', label: '双方の合意があるときに限る', type: 'flag' },
        ],
      },
      {
        name: 'messages',
        label: '連絡の手段',
        type: 'part',
        fields: [
          { name: 'clause', label: '定めている条項', type: 'clause', required: true },
          { name: 'basicChannel', label: '基本とする手段', type: 'text', required: true },
        ],
      },
      {
        name: 'venue',
        label: '会場',
        type: 'part',
        fields: [
          { name: 'clause', label: '定めている条項', type: 'clause', required: true },
          {
            name: 'by',
            label: '会場を用意する人',
            type: 'choice',
            required: true,
            options: [
              { value: 'city', label: '市' },
              { value: 'contractor', label: '受託者' },
              { value: 'agreed', label: '協議で決める' },
            ],
          },
        ],
      },
    ],
  },
  team,
  duties,
  consultation: {
    lead: '職員からの相談を受ける窓口、方法、件数の上限です。',
    start: {},
    fields: [
      { name: 'clause', label: '定めている条項', type: 'clause', required: true },
      { name: 'intake', label: '相談を受け付ける窓口', type: 'text', required: true },
      { name: 'categories', label: '相談の分類', type: 'lines', required: true },
      { name: 'channels', label: '相談の方法', type: 'choices', options: CHANNELS, required: true },
      { name: 'considerations', label: '回答で考慮する事項', type: 'lines' },
      {
        name: 'basis',
        label: '回答の拠り所となる規程',
        hint: '一行に一つずつ、「基準」の画面にある基準はその符号で、そのほかは言葉で書きます。',
        type: 'lines',
      },
      {
        name: 'cap',
        label: '件数の上限',
        type: 'part',
        fields: [
          { name: 'clause', label: '定めている条項', type: 'clause', required: true },
          { name: 'max', label: '上限の件数', type: 'number', min: 1, max: 100_000, unit: '件', required: true },
          {
            name: 'per',
            label: '数える期間',
            type: 'choice',
            required: true,
            options: [
              { value: 'month', label: '月ごと' },
              { value: 'fiscal-year', label: '年度ごと' },
            ],
          },
          {
            name: 'carryOver',
            label: '使わなかった件数',
            type: 'choice',
            required: true,
            options: [
              { value: 'none', label: '次の期間に繰り越さない' },
              { value: 'next-period', label: '次の期間に繰り越す' },
              { value: 'within-year', label: '年度の中で繰り越す' },
            ],
          },
          {
            name: 'unit',
            label: '数え方',
            type: 'choice',
            required: true,
            options: [
              { value: 'consultation', label: '一つの相談を1件と数える' },
              { value: 'question', label: '一つの質問を1件と数える' },
            ],
          },
        ],
      },
      { name: 'answerWithin', label: '受付から回答まで', type: 'span' },
    ],
  },
  'follow-up': followUp,
  report: {
    lead: '業務完了報告書（事業報告書）の構成です。章は、始まりの条項から次の章の前までの条項を扱います。',
    start: {},
    fields: [
      { name: 'overview', label: '概要に載せる話題', type: 'choices', options: topicOptions() },
      {
        name: 'chapters',
        label: '章',
        type: 'list',
        item: '章',
        titled: 'title',
        start: { topics: ['records'] },
        fields: [
          { name: 'title', label: '章の題名', type: 'text', required: true },
          {
            name: 'clause',
            label: '始まりの条項',
            type: 'text',
            required: true,
            hint: '「4(1)」のように、章の最初の番号を書きます。その番号で始まる条項を扱います。',
          },
          { name: 'topics', label: '載せる話題', type: 'choices', options: topicOptions(), required: true },
        ],
      },
    ],
  },
  delivery,
};

function topicOptions(): Option[] {
  return [
    { value: 'records', label: '条項ごとの記録' },
    { value: 'work-plan', label: '作業計画' },
    { value: 'meetings', label: '会議' },
    { value: 'consultations', label: '相談' },
    { value: 'field-work', label: '監査の実施' },
    { value: 'contract-checks', label: '契約の確認' },
    { value: 'findings', label: '発見事項' },
    { value: 'explanations', label: '結果の説明' },
    { value: 'report-meeting', label: '事業報告会' },
  ];
}
