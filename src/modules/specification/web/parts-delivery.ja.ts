import type { Field } from './form/field.ts';
import type { Part } from './part.ts';

const clause: Field = { name: 'clause', label: '定めている条項', type: 'clause', required: true };
const part = (name: string, label: string, ...fields: readonly Field[]): Field => ({
  name,
  label,
  type: 'part',
  fields: [clause, ...fields],
});
const copies = (label: string, required: boolean): Field => ({
  name: 'copies',
  label,
  type: 'number',
  min: 1,
  max: 1000,
  unit: '部',
  required,
});

/** How it all is handed over. */
export const delivery: Part = {
  lead: '成果物をまとめて納めるときの決まりです。フォルダ、ディスク、製本、納品書、ウイルス検査、納品先など、定めのあるものに印を付けます。',
  start: {},
  fields: [
    {
      name: 'tasks',
      label: '納品の区分',
      type: 'list',
      item: '区分',
      titled: 'name',
      code: { name: 'id', prefix: 'task' },
      hint: '業務ごとに分けて納めるときの区分です。どの区分にも入らない成果物は「その他」になります。',
      fields: [
        { name: 'name', label: '区分の名称', type: 'text', max: 60, required: true },
        {
          name: 'clauses',
          label: '成果物を定めている条項',
          type: 'clauses',
          hint: '条項の番号を一行に一つずつ書きます。',
        },
        { name: 'types', label: '成果物', type: 'picks', from: 'deliverables' },
      ],
    },
    part('perTask', '区分ごとの納品'),
    part(
      'folders',
      'フォルダの分け方',
      { name: 'pdf', label: 'PDFのフォルダの名称', type: 'text', max: 40, required: true },
      { name: 'office', label: 'Word・Excelなどのフォルダの名称', type: 'text', max: 40, required: true },
      { name: 'both', label: 'すべての成果物を両方に入れる', type: 'flag' },
    ),
    part(
      'media',
      'ディスク',
      {
        name: 'kinds',
        label: 'ディスクの種類',
        type: 'choices',
        required: true,
        options: ['CD-ROM', 'DVD-ROM'].map((value) => ({ value, label: value })),
      },
      {
        name: 'copies',
        label: 'ディスクの部数',
        required: true,
        type: 'list',
        item: '部数',
        titled: 'name',
        start: { count: 1 },
        fields: [
          { name: 'name', label: '呼び方', type: 'text', required: true, hint: '「正本」「副本」「納品物」など。' },
          { name: 'count', label: '枚数', type: 'number', min: 1, max: 1000, unit: '枚', required: true },
        ],
      },
    ),
    part('electronic', '電子データでの納品', copies('部数', false)),
    part('bound', '製本', copies('部数', true)),
    part('note', '納品書', {
      name: 'form',
      label: '市の様式の名称',
      type: 'text',
      hint: '市の様式が決まっているとき。',
    }),
    part('virusCheck', 'ウイルス検査', { name: 'states', label: '記録に書く事項', type: 'lines' }),
    part(
      'destination',
      '納品先',
      { name: 'department', label: '部署', type: 'text', required: true },
      { name: 'address', label: '所在地', type: 'text' },
    ),
  ],
};
