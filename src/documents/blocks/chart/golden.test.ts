import { test } from 'vitest';
import { chart } from '../../index.ts';
import { expectGoldenBlocks } from '../../testing/golden.ts';
import { sampleCharts } from '../../testing/charts.ts';

test('chart is written as approved', () =>
  expectGoldenBlocks(import.meta.dirname, [
    chart(sampleCharts.stacked, { caption: '図1　分類ごとの回答', withTable: true }),
    chart(sampleCharts.risks),
  ]));
