import type { Part } from './part.ts';

/** The rules and guidelines that the work rests on, and which of them come first. */
export const standards: Part = {
  lead: '業務が拠り所とする規程やガイドラインと、食い違うときにどれを優先するかの定めです。',
  form: 'record',
  start: { standards: [], precedence: [] },
  fields: [
    {
      name: 'standards',
      label: '基準の一覧',
      required: true,
      type: 'list',
      item: '基準',
      titled: 'name',
      code: { name: 'code', prefix: 'standard' },
      start: { public: true, tier: 1 },
      fields: [
        { name: 'name', label: '基準の名称', type: 'text', required: true },
        {
          name: 'code',
          label: '識別名',
          type: 'text',
          max: 60,
          required: true,
          hint: '英小文字、数字、ハイフンで書きます。街守の基準の目録と結ぶときは、同じ識別名にします。',
        },
        { name: 'clause', label: '挙げている条項', type: 'clause', required: true },
        { name: 'issuer', label: '定めた機関', type: 'text', required: true, hint: '「市」「総務省」など。' },
        { name: 'public', label: '公開されている', type: 'flag' },
        {
          name: 'tier',
          label: '優先の段',
          type: 'number',
          min: 1,
          max: 100,
          required: true,
          hint: '1が最も優先するものです。優先の定めがないときは、どれも1とします。',
        },
      ],
    },
    {
      name: 'precedence',
      label: '優先順位（上の段ほど優先する）',
      required: true,
      type: 'list',
      item: '段',
      titled: '',
      bare: 'codes',
      start: { codes: [] },
      fields: [{ name: 'codes', label: 'この段の基準', type: 'picks', from: 'standards', required: true }],
    },
  ],
};

/** Whom the contractor has to put in place. */
export const roles: Part = {
  lead: '仕様書が、置くことを求めている役割とその人数です。',
  form: 'list',
  start: {},
  fields: [
    {
      name: 'items',
      label: '役割の一覧',
      type: 'list',
      whole: true,
      item: '役割',
      titled: 'name',
      code: { name: 'id', prefix: 'role' },
      start: { min: 1 },
      fields: [
        { name: 'name', label: '役割の名称', type: 'text', required: true },
        { name: 'clause', label: '定めている条項', type: 'clause', required: true },
        { name: 'min', label: '必要な人数', type: 'number', min: 1, max: 100, unit: '人', required: true },
      ],
    },
  ],
};
