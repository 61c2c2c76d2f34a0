import { test } from 'vitest';
import { deleted, heading, inserted } from '../../index.ts';
import { expectGoldenBlocks } from '../../testing/golden.ts';
import { revision } from '../../testing/tracked.ts';

test('heading is written as approved', () =>
  expectGoldenBlocks(import.meta.dirname, [
    heading(1, '概要', { id: 'a' }),
    heading(2, '目的'),
    heading(3, '範囲'),
    heading(4, '対象'),
    heading(5, '期間'),
    heading(6, '詳細'),
    heading(1, 'おわりに', { numbered: false, newPage: true }),
  ]));

test('heading with changes is written as approved', () =>
  expectGoldenBlocks(
    import.meta.dirname,
    [
      inserted(heading(1, '新設', { id: 'a' }), revision),
      deleted(heading(1, '廃止'), revision),
      heading(2, ['改', deleted('旧', revision), inserted('新', revision)]),
    ],
    'changed',
  ));
