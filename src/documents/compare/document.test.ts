import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bulletList,
  changedDocument,
  definitionList,
  document,
  type DocumentTree,
  heading,
  paragraph,
  renderDocx,
  table,
  treeVersion,
} from '../index.ts';
import { textsOf } from '../edition/texts.ts';
import { objections, part } from '../testing/ooxml.ts';
import { wordVersion } from '../testing/word-changes.ts';
import { anyTree, revision } from './testing.ts';

const said = (one: DocumentTree): string[] =>
  textsOf(one)
    .map(({ text }) => text)
    .filter((text) => text !== '課' && text !== '内容' && text !== '部数');

describe('a document against its next version', () => {
  test('accepted it is the new one, refused it says what the old one said', () => {
    fc.assert(
      fc.property(anyTree, anyTree, (before, after) => {
        const changed = changedDocument(before, after, revision);
        expect(said(treeVersion(changed, 'after'))).toEqual(said(after));
        // A head that went as a row comes back as a row.
        expect(said(treeVersion(changed, 'before')).join('\n')).toBe(said(before).join('\n'));
      }),
      { numRuns: 300 },
    );
  });

  test('against itself it bears no change', () => {
    fc.assert(
      fc.property(anyTree, (one) => {
        expect(changedDocument(one, one, revision)).toEqual(one);
      }),
    );
  });

  test('Word accepts and refuses it whole, and finds nothing to repair', async () => {
    const before = document({ title: '議事録' }, [
      definitionList([
        ['日時', '6月2日'],
        ['版', '第1版'],
      ]),
      heading(1, '議事'),
      paragraph('計画の案を確認した。'),
      paragraph('質問はなかった。'),
      table({ columns: [{ width: '1fr' }, { width: 20 }], header: ['内容', '期限'], rows: [['台帳を送る', '6月']] }),
    ]);
    const after = document({ title: '議事録' }, [
      definitionList([
        ['日時', '6月2日'],
        ['欠席者', '情報課長'],
        ['版', '第2版'],
      ]),
      heading(1, '議事'),
      paragraph('計画の案を確認し、部数を三部とした。'),
      heading(1, '決定事項'),
      bulletList(['部数は三部とする。']),
      table({
        columns: [{ width: '1fr' }, { width: 20 }],
        header: ['内容', '期限'],
        rows: [
          ['台帳を送る', '7月'],
          ['名簿を送る', '6月'],
        ],
      }),
    ]);
    const changed = changedDocument(before, after, revision);
    const bytes = await renderDocx(changed);
    expect(await objections(bytes, 'docx')).toEqual([]);
    const xml = part(bytes, 'word/document.xml');
    expect(xml).toContain('w:author="青空監査法人"');
    for (const [version, wanted] of [
      ['after', after],
      ['before', before],
    ] as const) {
      const clean = part(await renderDocx(wanted), 'word/document.xml');
      expect(wordVersion(xml, version)).toEqual(wordVersion(clean, version));
    }
  });

  test('two hundred rows of which a few changed are compared row by row', () => {
    const rows = (change: number) =>
      Array.from({ length: 200 }, (_, index) => [
        String(index),
        `作業${index}の内容`,
        index % 50 === change ? '変更' : '―',
      ]);
    const of = (change: number) =>
      document({ title: '計画書' }, [
        table({
          columns: [{ width: 10 }, { width: '1fr' }, { width: 20 }],
          header: ['No.', '作業', '備考'],
          rows: rows(change),
        }),
      ]);
    const [changed] = changedDocument(of(1), of(2), revision).blocks;
    if (changed?.kind !== 'table') throw new Error('no table');
    expect(changed.rowChanges).toBeUndefined();
    expect(JSON.stringify(changed).match(/inserted/gu)).toHaveLength(8);
  });
});
