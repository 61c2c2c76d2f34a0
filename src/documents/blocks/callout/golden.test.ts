import { test } from 'vitest';
import { bulletList, callout, paragraph } from '../../index.ts';
import { expectGoldenBlocks } from '../../testing/golden.ts';

test('callout is written as approved', () =>
  expectGoldenBlocks(import.meta.dirname, [
    callout('一文', { title: '題' }),
    callout([paragraph('段落', { align: 'right' }), bulletList(['項目'])], { tone: 'warning' }),
  ]));
