import { test } from 'vitest';
import { appendix, heading, paragraph, reference } from '../../index.ts';
import { expectGoldenBlocks } from '../../testing/golden.ts';

test('appendix is written as approved', () =>
  expectGoldenBlocks(import.meta.dirname, [
    heading(1, '本文'),
    heading(2, '節'),
    paragraph([reference('a'), 'の', reference('a2'), '及び', reference('b')]),
    appendix('確認項目', { id: 'a' }),
    paragraph('前書き'),
    heading(2, '一'),
    heading(3, '二', { id: 'a2' }),
    appendix('次の別紙'),
    heading(2, '一'),
    appendix('用語', { label: '付録', id: 'b' }),
  ]));
