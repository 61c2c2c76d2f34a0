import { test } from 'vitest';
import { definitionList } from '../../index.ts';
import { expectGoldenBlocks } from '../../testing/golden.ts';

test('definition-list is written as approved', () =>
  expectGoldenBlocks(import.meta.dirname, [
    definitionList(
      [
        ['業務名', '監査業務委託'],
        ['期間', '始め\n終わり'],
      ],
      { termWidth: 30 },
    ),
  ]));
