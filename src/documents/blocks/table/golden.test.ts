import { test } from 'vitest';
import { bulletList, cell, paragraph, table } from '../../index.ts';
import { expectGoldenBlocks } from '../../testing/golden.ts';

test('table is written as approved', () =>
  expectGoldenBlocks(import.meta.dirname, [
    table({
      caption: '表1',
      columns: [{ width: 20, align: 'center' }, { width: '1fr' }, { width: '2fr', align: 'right' }],
      header: [
        [cell('甲', { rowspan: 2 }), cell('乙', { colspan: 2 })],
        ['丙', '丁'],
      ],
      rows: [
        [1, '#文字', cell('太字', { bold: true, shade: 'danger', vertical: 'bottom' })],
        [
          cell([paragraph('段落'), bulletList(['項目'])], { colspan: 2 }),
          '00000000000000000000000000000000000000000000000000000000000000000000',
        ],
      ],
      fontSize: 8,
    }),
  ]));
