import { test } from 'vitest';
import { heading } from '../../index.ts';
import { expectGoldenBlocks } from '../../testing/golden.ts';

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
