/** Lists of the product out to a spreadsheet program and back. */
import { z } from 'zod';
import { command, defineContract, download, query } from '../../kernel/contract.ts';
import { id, line, sha256 } from '../../kernel/schema.ts';

/** At most this many rows may be added, changed or removed by one file. */
export const CHANGE_LIMIT = 3000;
const ROWS = 12_000;

/** `module.list`, for example `meetings.issues`. */
const list = z
  .string()
  .max(80)
  .regex(/^[a-z0-9-]+\.[a-z0-9-]+$/);
const chosen = { list, engagementId: id.nullable(), subject: z.string().max(130).nullable() };

export const listEntry = z.strictObject({
  list,
  title: z.string(),
  editable: z.boolean(),
  /** Why it only goes out. */
  because: z.string().nullable(),
  help: z.string().nullable(),
  /** What a subject has to be chosen from: 監査対象課. */
  per: z.string().nullable(),
});
export type ListEntry = z.output<typeof listEntry>;

const row = z.int().min(1);
const refusedCell = z.strictObject({
  row: row.nullable(),
  column: z.string(),
  title: z.string(),
  value: z.string(),
  reason: z.string(),
});

export const listPreview = z.strictObject({
  added: z.array(z.strictObject({ row, name: z.string() })),
  changed: z.array(
    z.strictObject({
      row,
      name: z.string(),
      cells: z.array(z.strictObject({ column: z.string(), title: z.string(), before: z.string(), after: z.string() })),
    }),
  ),
  /** Proposed only: nothing is removed that is not named when the file is taken in. */
  removed: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  refused: z.array(refusedCell),
  unchanged: z.int(),
  notices: z.array(z.string()),
  /** The state of list and file that was looked at. */
  basis: sha256,
});
export type ListPreview = z.output<typeof listPreview>;

export const exchangeContract = defineContract({
  id: 'exchange',
  title: '一覧の取出しと読込み',
  permissions: {},
  operations: {
    listLists: query({
      summary: 'ExcelやCSVに取り出せる一覧を返す。自分に見える一覧だけが含まれる。',
      permission: 'signed-in',
      input: z.strictObject({ engagementId: id.nullable() }),
      output: z.strictObject({ lists: z.array(listEntry) }),
    }),
    listSubjects: query({
      summary: '一覧を分ける対象（監査対象課など）を返す。',
      permission: 'signed-in',
      input: z.strictObject({ list, engagementId: id.nullable() }),
      output: z.strictObject({ subjects: z.array(z.strictObject({ id: z.string(), title: z.string() })) }),
    }),
    downloadList: download({
      summary: '一覧をExcel又はCSVのファイルとして返す。',
      permission: 'signed-in',
      input: z.strictObject({ ...chosen, format: z.enum(['xlsx', 'csv']) }),
    }),
    previewList: command({
      summary: '編集したファイルを読み込むと一覧がどう変わるかを、何も変えずに返す。',
      permission: 'signed-in',
      input: z.strictObject({ ...chosen, fileId: id }),
      output: listPreview,
    }),
    applyList: command({
      summary: '確かめたファイルの、選んだ行を一覧に取り込む。一つでも受け付けられなければ何も変えない。',
      permission: 'signed-in',
      input: z.strictObject({
        ...chosen,
        fileId: id,
        basis: sha256,
        /** Rows of the sheet whose additions and changes are taken in. */
        accept: z.array(row).max(ROWS),
        remove: z.array(line).max(ROWS),
      }),
      output: z.strictObject({ added: z.int(), changed: z.int(), removed: z.int() }),
    }),
  },
});
