/** In a thread whose memory is limited: a list of 10,000 rows as Excel. The test receives the bytes. */
import { parentPort } from 'node:worker_threads';
import { renderXlsx } from '../../../documents/index.ts';
import { listWorkbook } from '../documents/list-workbook.ts';
import { largeList } from './large-list.ts';

const bytes = await renderXlsx(
  listWorkbook(largeList(), {
    title: '大きな一覧',
    help: null,
    today: '2026-06-10',
    editable: true,
    additions: true,
    engagement: null,
  }),
);
parentPort?.postMessage(bytes, []);
