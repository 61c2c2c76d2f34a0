import { RECORD_TYPES } from '../../../core/programme/words.ts';
import type { Field } from './form/field.ts';
import type { Part } from './part.ts';

const clause: Field = { name: 'clause', label: '定めている条項', type: 'clause', required: true };

/** What happens after an audit. */
export const followUp: Part = {
  lead: '監査の後の改善の確かめ方、改善計画の確認、支援の記録の決まりです。定めのないところは、製品の標準によります。',
  start: {},
  fields: [
    {
      name: 'audits',
      label: '改善を確かめる監査',
      type: 'list',
      item: '監査',
      titled: 'type',
      hint: '確かめ方が監査の種類ごとに定められているときに加えます。',
      fields: [
        {
          name: 'type',
          label: '監査の種類',
          type: 'choice',
          required: true,
          options: Object.entries(RECORD_TYPES).map(([value, label]) => ({ value, label })),
        },
        clause,
        {
          name: 'techniques',
          label: '改善を確かめる技法',
          type: 'lines',
          required: true,
          hint: '「ヒアリング」「現場確認」などを、一行に一つずつ書きます。',
        },
        { name: 'evaluated', label: '改善の効果も確かめる', type: 'flag' },
      ],
    },
    {
      name: 'plan',
      label: '改善計画の確認',
      type: 'part',
      fields: [
        clause,
        {
          name: 'checks',
          label: '改善計画で確かめる事項',
          type: 'lines',
          required: true,
          hint: '「改善方法」「方針等」などを、一行に一つずつ書きます。',
        },
      ],
    },
    {
      name: 'support',
      label: '支援の記録',
      type: 'part',
      fields: [
        clause,
        {
          name: 'channels',
          label: '支援の手段',
          type: 'lines',
          required: true,
          hint: '「電話」「電子メール」などを、一行に一つずつ書きます。',
        },
        { name: 'recordWithin', label: '支援から記録の提出まで', type: 'span' },
      ],
    },
  ],
};
