import type { ListContent } from '../../../core/exchange/index.ts';

export const LARGE = 10_000;

/** 10,000 rows of twelve columns; one cell holds 5,000 characters. */
export function largeList(): ListContent {
  const texts = Array.from({ length: 8 }, (_, index) => ({
    key: `text${index}`,
    title: `項目${index}`,
    kind: 'text' as const,
    width: 24,
    edit: 'always' as const,
    maxLength: 5000,
  }));
  return {
    columns: [
      { key: 'number', title: '番号', kind: 'number', width: 8 },
      { key: 'due', title: '期限', kind: 'day', width: 18, edit: 'always' },
      { key: 'public', title: '公開', kind: 'boolean', width: 8, edit: 'always' },
      ...texts,
    ],
    rows: Array.from({ length: LARGE }, (_, index) => ({
      id: `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`,
      values: {
        number: index,
        due: '2026-06-01',
        public: index % 2 === 0,
        ...Object.fromEntries(texts.map(({ key }) => [key, `情報資産の管理 ${index}`])),
        ...(index === 77 ? { text0: '監'.repeat(5000) } : {}),
      },
    })),
  };
}
