/** Bringing a catalogue along: the file is read, a person looks, and an edition is saved that never changes. */
import { z } from 'zod';
import { CATALOGUE_FORMATS } from '../../../core/catalogue/index.ts';
import { command, query } from '../../../kernel/contract.ts';
import { day, done, engagementInput, id, instant, line, text, version } from '../../../kernel/schema.ts';
import { code, sheetMapping } from './shared.ts';

const refusedRow = z.strictObject({ place: z.string(), subject: z.string(), reason: z.string() });

export const importView = z.strictObject({
  id,
  version,
  fileName: z.string(),
  state: z.enum(['read', 'saved', 'discarded']),
  importedAt: instant,
  format: z.enum(CATALOGUE_FORMATS),
  about: z.strictObject({
    code: z.string(),
    title: z.string(),
    issuer: z.string(),
    edition: z.string(),
    date: day.nullable(),
    licence: z.string(),
    source: z.string(),
  }),
  /** Of a spreadsheet: its sheets and columns, and how they are understood. */
  sheets: z
    .strictObject({
      mapping: sheetMapping,
      /** As it was saved for an earlier file with the same headings. */
      fromEarlier: z.boolean(),
      offered: z.array(
        z.strictObject({
          name: z.string(),
          rows: z.int(),
          firstRows: z.array(z.strictObject({ row: z.int(), text: z.string() })),
          columns: z.array(z.strictObject({ at: z.int(), heading: z.string(), samples: z.array(z.string()) })),
        }),
      ),
    })
    .nullable(),
  /** Why nothing can be taken yet. */
  fault: z.string().nullable(),
  accepted: z.int(),
  groups: z.array(
    z.strictObject({
      id: z.string(),
      number: z.string().nullable(),
      title: z.string(),
      depth: z.int(),
      controls: z.array(
        z.strictObject({
          id: z.string(),
          number: z.string().nullable(),
          title: z.string(),
          /** The beginning of the text. */
          statement: z.string(),
          depth: z.int(),
        }),
      ),
    }),
  ),
  refused: z.array(refusedRow),
});
export type ImportView = z.output<typeof importView>;

const imported = engagementInput.extend({ importId: id });

export const importOperations = {
  listImports: query({
    summary: '読み取ったまま、まだ保存していない基準のファイルを返す。',
    permission: 'standards.manage',
    input: engagementInput,
    output: z.strictObject({
      imports: z.array(z.strictObject({ id, fileName: z.string(), importedAt: instant, accepted: z.int() })),
    }),
  }),
  getImport: query({
    summary: '読み取った基準のファイルの、取り込む項目と取り込めない行を返す。',
    permission: 'standards.manage',
    input: imported,
    output: importView,
  }),
  readCatalogueFile: command({
    summary: '基準のファイル（OSCAL、枠組みのライブラリ、表計算、街守の目録）を読み取る。',
    permission: 'standards.manage',
    input: engagementInput.extend({ fileId: id }),
    output: z.strictObject({ importId: id }),
  }),
  mapColumns: command({
    summary: '表計算のファイルの列が何を表すかを定め、読み取り直す。',
    permission: 'standards.manage',
    input: imported.extend({ version, mapping: sheetMapping }),
    output: z.strictObject({ version }),
  }),
  saveCatalogue: command({
    summary: '読み取った基準を、版と出典を付けて保存する。既にある基準の略号であれば、その新しい版とする。',
    permission: 'standards.manage',
    input: imported.extend({
      version,
      code,
      name: line,
      issuer: line,
      edition: line,
      publishedOn: day.nullable(),
      licence: text.max(2000),
      source: text.max(500),
      public: z.boolean(),
    }),
    output: z.strictObject({ code: z.string(), editionId: id, current: z.boolean() }),
  }),
  discardImport: command({
    summary: '読み取った基準のファイルを、保存せずに片付ける。',
    permission: 'standards.manage',
    input: imported.extend({ version }),
    output: done,
  }),
} as const;
