import { test } from 'vitest';
import { signature, stampBox } from '../../index.ts';
import { expectGoldenBlocks } from '../../testing/golden.ts';

test('stamp-box is written as approved', () =>
  expectGoldenBlocks(import.meta.dirname, [
    stampBox(['課長', '係長'], { title: '決裁' }),
    stampBox(['担当'], { align: 'left' }),
    signature([
      { label: '所在地', value: 'みはま市' },
      { label: '氏名', seal: true },
    ]),
  ]));
