import type { TableBlock } from '../table/model.ts';
import type { DefinitionListBlock } from './model.ts';

/** 項目 and 内容 as the two-column table they look like. */
export const asTable = (block: DefinitionListBlock): TableBlock => ({
  kind: 'table',
  columns: [{ width: block.termWidth ?? 40 }, { width: '1fr' }],
  header: [],
  rows: block.entries.map(({ term, description }) => [
    { content: term, shade: 'light', vertical: 'middle' },
    { content: description },
  ]),
  ...(block.entries.some(({ change }) => change !== undefined)
    ? { rowChanges: block.entries.map(({ change }) => change) }
    : {}),
  ...(block.together === undefined ? {} : { together: block.together }),
  fontSize: 10,
});
