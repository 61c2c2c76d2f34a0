import { test } from 'vitest';
import { pageBreak, paragraph, stampBox } from '../../index.ts';
import { expectGoldenBlocks } from '../../testing/golden.ts';

test('page-break is written as approved', () =>
  expectGoldenBlocks(import.meta.dirname, [
    paragraph('前'),
    pageBreak(),
    stampBox(['担当']),
    pageBreak(),
    paragraph('後'),
  ]));
