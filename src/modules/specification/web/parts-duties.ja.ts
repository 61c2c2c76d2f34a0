import type { Field } from './form/field.ts';
import type { Part } from './parts.ja.ts';

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
  label: '受託者の義務',
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
    part('disposal', '終了時の消去', { name: 'certificate', label: '証明書の名称', type: 'text' }),
  ],
};
