import { test } from 'vitest';
import { bold, comment, deleted, heading, inserted, pageBreak, paragraph, reference, underline } from '../../index.ts';
import { expectGoldenBlocks } from '../../testing/golden.ts';
import { revision } from '../../testing/tracked.ts';

test('paragraph is written as approved', () =>
  expectGoldenBlocks(import.meta.dirname, [
    paragraph('前文'),
    heading(1, '一', { id: 'x' }),
    heading(2, '二'),
    paragraph(['本文', bold('太字'), underline('下線'), reference('x'), '\n改行 "#$\\"']),
    paragraph('右', { align: 'right' }),
    paragraph('字下げ', { indent: 2, firstLine: false, keepWithNext: true }),
    pageBreak(),
    paragraph('次のページ'),
  ]));

test('paragraph with changes and comments is written as approved', () =>
  expectGoldenBlocks(
    import.meta.dirname,
    [
      heading(1, '一', { id: 'x' }),
      paragraph(['規程は', deleted('３年\n毎', revision), inserted(bold('毎年'), revision), '見直す。']),
      inserted(paragraph(['新しい段落', deleted('消えた語', revision), reference('x')]), revision),
      deleted(paragraph('古い段落'), revision),
      paragraph([
        ...comment(['期間は', inserted('一年', revision)], { ...revision, text: '根拠は\n<何>か' }),
        ...comment('とする。', { ...revision, text: '次' }),
      ]),
    ],
    'changed',
  ));
