import { test } from 'vitest';
import { figure } from '../../index.ts';
import { expectGoldenBlocks } from '../../testing/golden.ts';
import { sampleSvg } from '../../testing/sample.ts';

test('figure is written as approved', () =>
  expectGoldenBlocks(import.meta.dirname, [
    figure({ svg: sampleSvg, alt: '業務責任者の枠', width: 60, height: 20, caption: '図1　体制' }),
  ]));
