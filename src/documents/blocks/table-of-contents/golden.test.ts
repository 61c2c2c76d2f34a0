import { test } from 'vitest';
import { heading, pageBreak, paragraph, tableOfContents } from '../../index.ts';
import { expectGoldenBlocks } from '../../testing/golden.ts';

test('table-of-contents is written as approved', () =>
  expectGoldenBlocks(import.meta.dirname, [
    tableOfContents({ depth: 2 }),
    pageBreak(),
    heading(1, '一'),
    heading(2, '二'),
    paragraph('本文'),
    pageBreak(),
    heading(1, '三'),
  ]));
