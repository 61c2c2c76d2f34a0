import { test } from 'vitest';
import { bold, heading, pageBreak, paragraph, reference, underline } from '../../index.ts';
import { expectGoldenBlocks } from '../../testing/golden.ts';

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
