/** Lists of findings 監査指摘事項一覧表: made from the findings as they stand, their pages counted from the file. */
import { z } from 'zod';
import { command, download, query } from '../../../kernel/contract.ts';
import { changed, day, id, inEngagement } from './shared.ts';

export const findingsListContent = z.strictObject({
  findings: z.int(),
  charts: z.int(),
  columns: z.array(z.string()),
  paper: z.string(),
  /** Pages of the list itself, counted from the made PDF; the charts stand on pages of their own. */
  pages: z.int(),
  madeOn: day,
  files: z.array(z.strictObject({ fileId: id, name: z.string(), format: z.enum(['pdf', 'xlsx']) })),
});
export type FindingsListContent = z.output<typeof findingsListContent>;

const madeList = findingsListContent.extend({ id, number: z.int() });

export const findingsListOperations = {
  listFindingsLists: query({
    summary: '監査の手順ごとに、作った発見事項の一覧表と今の発見事項の件数を返す。',
    permission: 'audit-report.read',
    input: z.strictObject(inEngagement),
    output: z.strictObject({
      programmes: z.array(
        z.strictObject({
          programmeId: id,
          programme: z.string(),
          title: z.string(),
          /** Findings that would stand in it now. */
          findings: z.int(),
          made: z.array(madeList),
        }),
      ),
    }),
  }),
  makeFindingsList: command({
    summary: '発見事項の一覧表と図を作り、枚数を数えて記録する。A4判1枚に収まらないときは作れない。',
    permission: 'audit-report.work',
    input: z.strictObject({ programmeId: id }),
    output: changed.extend({ pages: z.int() }),
  }),
  downloadFindingsList: download({
    summary: '作った一覧表のファイルを取り出す。',
    permission: 'audit-report.read',
    input: z.strictObject({ listId: id, fileId: id }),
  }),
} as const;
