import { test } from 'vitest';
import { bulletList, cell, deleted, inserted, paragraph, row, table } from '../../index.ts';
import { expectGoldenBlocks } from '../../testing/golden.ts';
import { revision } from '../../testing/tracked.ts';

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

test('table with changed rows is written as approved', () =>
  expectGoldenBlocks(
    import.meta.dirname,
    [
      table({
        columns: [{ width: 20 }, { width: '1fr' }],
        header: ['号', '事項'],
        rows: [
          deleted(row([1, '廃止']), revision),
          inserted(row([2, cell([paragraph('新設'), bulletList(['項目'])])]), revision),
          [3, cell(['改', deleted('旧', revision), inserted('新', revision)])],
        ],
      }),
    ],
    'changed',
  ));
