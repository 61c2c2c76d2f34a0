import { test } from 'vitest';
import { bulletList, deleted, inserted, item, numberedList } from '../../index.ts';
import { expectGoldenBlocks } from '../../testing/golden.ts';
import { revision } from '../../testing/tracked.ts';

test('list is written as approved', () =>
  expectGoldenBlocks(import.meta.dirname, [
    bulletList(['一', item('二', '二の一', item('二の二', '深い'))]),
    numberedList(['甲', '乙']),
    numberedList(['甲', '乙'], 'decimal'),
    numberedList(Array.from({ length: 21 }, (_, index) => `${index + 1}番目`)),
  ]));

test('list with changes is written as approved', () =>
  expectGoldenBlocks(
    import.meta.dirname,
    [bulletList(['一', deleted(item('二', '二の一'), revision), inserted(item('三'), revision)])],
    'changed',
  ));
