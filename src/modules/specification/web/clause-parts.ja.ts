/** Parts of a clause beside its words, rules and work item. */
import type { Field } from './form/field.ts';

export type ClausePartName = 'openPoints' | 'evidence' | 'parameters';

const openPoints: Field = {
  name: 'items',
  label: '論点',
  type: 'list',
  whole: true,
  item: '論点',
  titled: 'question',
  code: { name: 'id', prefix: 'point', among: 'points' },
  hint: '仕様書の文章が二通りに読めるところです。読み方の選択肢を置くと、契約ごとに選べます。',
  fields: [
    { name: 'question', label: '何が分かれるか', type: 'text', long: true, required: true },
    { name: 'reading', label: 'どう読むか', type: 'text', long: true, required: true },
    {
      name: 'id',
      label: '識別名',
      type: 'text',
      max: 60,
      required: true,
      hint: '英小文字、数字、ハイフン。規則や定めは、この名前で論点を参照します。',
    },
    {
      name: 'options',
      label: '読み方の選択肢',
      type: 'list',
      item: '読み方',
      titled: 'label',
      code: { name: 'id', prefix: 'reading' },
      start: { value: 0 },
      hint: '二つ以上置きます。選び方で期日や数が変わらない論点には、置きません。',
      fields: [
        { name: 'label', label: '読み方', type: 'text', required: true },
        { name: 'value', label: '決まる値', type: 'reading-value' },
      ],
    },
    {
      name: 'default',
      label: '選ばないときの読み方',
      type: 'own-pick',
      list: 'options',
      code: 'id',
      titled: 'label',
      hint: '空のときは、最初の選択肢とします。',
    },
  ],
};

const evidence: Field = {
  name: 'items',
  label: '証跡',
  type: 'list',
  whole: true,
  item: '証跡',
  titled: '',
  bare: 'record',
  start: { record: { fact: '' } },
  hint: '義務ではないが、条項が働いていることを示す記録です。どれか一つがあれば足ります。',
  fields: [{ name: 'record', label: '記録', type: 'event', required: true, counted: true }],
};

const parameters: Field = {
  name: 'items',
  label: '条項に書かれた数や語',
  type: 'named',
};

export const CLAUSE_PARTS: Readonly<Record<ClausePartName, readonly Field[]>> = {
  openPoints: [openPoints],
  evidence: [evidence],
  parameters: [parameters],
};
