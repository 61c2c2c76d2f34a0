import type { Field } from './form/field.ts';
import type { Part } from './part.ts';

const clause: Field = { name: 'clause', label: '定めている条項', type: 'clause', required: true };
const part = (name: string, label: string, ...fields: readonly Field[]): Field => ({
  name,
  label,
  type: 'part',
  fields: [clause, ...fields],
});
const lines = (name: string, label: string, required = true): Field => ({ name, label, type: 'lines', required });

/** The contractor's own security duties. */
export const duties: Part = {
  lead: '情報の取扱い、再委託、検査、返還など、受託者自身の情報セキュリティの義務です。定めのあるものに印を付けます。',
  start: {},
  fields: [
    { name: 'protectedAssets', label: '特に守る情報', type: 'text', hint: '「個人情報」「重要度3の情報資産」など。' },
    {
      name: 'level',
      label: 'その情報の区分',
      type: 'choice',
      options: ['1', '2', '3'].map((value) => ({ value, label: value })),
    },
    part('rules', '守る規程', lines('names', '規程の名称')),
    part('measures', '安全管理措置', lines('prevents', '防ぐこと')),
    part('documents', '提出する書類', lines('names', '書類の名称', false)),
    part('cloud', 'クラウドサービスの条件', {
      name: 'evidences',
      label: '認める証拠',
      type: 'choices',
      required: true,
      options: [
        { value: 'ismap', label: 'ISMAPへの登録' },
        { value: 'iso27017', label: 'ISO/IEC 27017の認証' },
        { value: 'soc2', label: 'SOC2の報告書' },
        { value: 'accepted', label: '市の承諾' },
      ],
    }),
    part('manager', '情報の管理責任者', { name: 'role', label: '役割の名称', type: 'text', required: true }),
    part('handlerNotice', '従事者の通知', lines('fields', '通知する事項')),
    part('workplace', '作業場所の届出'),
    part(
      'training',
      '従事者への研修',
      lines('topics', '研修の内容'),
      { name: 'planClause', label: '計画の報告を定めている条項', type: 'clause' },
      { name: 'reportClause', label: '実施の報告を定めている条項', type: 'clause' },
    ),
    part(
      'confidentiality',
      '守秘の誓約',
      lines('contents', '誓約の内容'),
      {
        name: 'signers',
        label: '誓約する人',
        type: 'choices',
        required: true,
        options: [
          { value: 'member', label: '従事者' },
          { value: 'firm', label: '事業者' },
          { value: 'subcontractor', label: '再委託先' },
        ],
      },
      { name: 'evidenceClause', label: '書面の提出を定めている条項', type: 'clause' },
    ),
    part(
      'subcontract',
      '再委託',
      lines('particulars', '申請に書く事項'),
      { name: 'written', label: '書面による承諾が要る', type: 'flag' },
      lines('forbidden', '認めない再委託', false),
      { name: 'declarationClause', label: '再委託がないことの申告を定めている条項', type: 'clause' },
    ),
    part(
      'inspection',
      '市による検査',
      lines('objects', '検査の対象'),
      lines('paperReasons', '書面で行える理由', false),
    ),
    part('incident', '事故の報告'),
    part('materials', '資料の貸与と返還'),
    part(
      'carryOut',
      '持出しの承諾',
      { name: 'clauses', label: 'ほかに定めている条項', type: 'clauses' },
      lines('materials', '対象の資料'),
    ),
    part('thirdParties', '第三者への提供などの許可', lines('acts', '許可が要る行為')),
    part('supervisor', '指示をする市の担当者', { name: 'title', label: '呼び方', type: 'text', required: true }),
    part(
      'reports',
      '市が求める報告',
      lines('objects', '報告する事項'),
      { name: 'within', label: '求めから報告まで', type: 'span' },
      { name: 'subcontractorClause', label: '再委託先の報告を定めている条項', type: 'clause' },
    ),
    part(
      'works',
      '第三者の著作物',
      {
        name: 'costBy',
        label: '費用を負担する人',
        type: 'choice',
        options: ['受託者', '発注者'].map((value) => ({ value, label: value })),
      },
      { name: 'papersClause', label: '添える書類を定めている条項', type: 'clause' },
    ),
    part('eco', '環境に配慮した物品', lines('scope', '対象の物品')),
    {
      name: 'annexes',
      label: '名前だけが示されている別の文書',
      type: 'list',
      item: '文書',
      titled: 'title',
      fields: [
        clause,
        { name: 'annex', label: '文書の番号', type: 'text', required: true, hint: '「別紙1」「別記」など。' },
        { name: 'title', label: '文書の題名', type: 'text', required: true },
      ],
    },
    {
      name: 'compliance',
      label: '守ることを申告する法令',
      type: 'list',
      item: '条項と法令',
      titled: 'clause',
      fields: [clause, lines('laws', '法令の名称')],
    },
    part('proposals', '受託者からの提案', {
      name: 'objectives',
      label: '提案の目的',
      type: 'list',
      item: '目的',
      titled: 'name',
      fields: [clause, { name: 'name', label: '目的', type: 'text', required: true }],
    }),
    part('disposal', '終了時の消去', { name: 'certificate', label: '証明書の名称', type: 'text' }),
  ],
};
