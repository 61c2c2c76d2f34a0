import { test } from 'vitest';
import { labels } from '../../index.ts';
import { expectGoldenBlocks } from '../../testing/golden.ts';

test('labels are written as approved', () =>
  expectGoldenBlocks(import.meta.dirname, [
    labels([{ width: 120, height: 120, lines: ['正本', '成果物'] }]),
    labels(
      [
        { width: 30, height: 200, lines: ['成果物', '令和8年度'], upright: true },
        { width: 50, height: 200, lines: ['成果物'], upright: true },
      ],
      { beside: true },
    ),
  ]));
