/** Documents as two versions of a paper might be: any blocks, few words, so that much is alike. */
import fc from 'fast-check';
import {
  bulletList,
  definitionList,
  document,
  type DocumentTree,
  type FlowBlock,
  heading,
  paragraph,
  table,
} from '../index.ts';

export const revision = { author: '青空監査法人', at: '2026-06-10T01:00:00.000Z' };
const words = fc.constantFrom(
  '計画の案を確認した。',
  '計画の案を承認した。',
  '次回は来月とする。',
  '髙﨑<&>',
  '部数は二部とする。',
);
const short = fc.constantFrom('市民課', '税務課', '2部', '3部', '―');
const block = fc.oneof<fc.Arbitrary<FlowBlock>[]>(
  words.map((text) => paragraph(text)),
  words.map((text) => heading(1, text)),
  fc.array(words, { minLength: 1, maxLength: 4 }).map((items) => bulletList(items)),
  fc
    .array(fc.tuple(short, words), { minLength: 1, maxLength: 3 })
    .map((entries) => definitionList([...new Map(entries)].map(([term, text]) => [term, text]))),
  fc
    .array(fc.tuple(short, words, short), { minLength: 1, maxLength: 4 })
    .map((rows) =>
      table({ columns: [{ width: 20 }, { width: '1fr' }, { width: 20 }], header: ['課', '内容', '部数'], rows }),
    ),
);
export const anyTree: fc.Arbitrary<DocumentTree> = fc
  .array(block, { maxLength: 7 })
  .map((blocks) => document({ title: '議事録' }, blocks));
