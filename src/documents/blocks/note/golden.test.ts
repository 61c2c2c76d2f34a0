import { test } from 'vitest';
import { heading, note, paragraph } from '../../index.ts';
import { expectGoldenBlocks } from '../../testing/golden.ts';

test('note is written as approved', () =>
  expectGoldenBlocks(import.meta.dirname, [
    paragraph('本文'),
    note('四捨五入による。'),
    heading(1, '一'),
    heading(2, '二'),
    note('別の注', '注2'),
  ]));
