/** The register of lent property as a spreadsheet that comes back filled in. */
import { parseDay } from '../../../core/calendar/index.ts';
import type { CellContent, SheetContent } from '../../../core/exchange/index.ts';
import { readListFile } from '../../../importers/list-file.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { type LEVELS, MATERIAL_KINDS, MATERIAL_ORIGINS } from '../choices.ts';
import { REGISTER_COLUMNS } from '../register-columns.ts';
import { listRecords, saveRecord } from '../store.ts';
import { type H, settingOf } from './common.ts';
import { receiveMaterial, returnMaterial } from './materials.ts';

type Column = keyof typeof REGISTER_COLUMNS;
type Row = Readonly<Record<Column, string>> & { readonly line: number };

/**
 * Rows that carry an id change the note and the return of the material; rows without one add a material. Nothing is taken
 * over when one row has a fault; the faults are named with their lines.
 */
export const importMaterials: H<'importMaterials'> = async (context, { engagementId, fileId }) => {
  await settingOf(context, engagementId);
  await context.files.attach(fileId, `duty:import:${engagementId}`);
  const { bytes } = await context.files.open(fileId);
  const rows = rowsOf(await readListFile(bytes));
  const known = await listRecords(context.tx, engagementId, 'material');
  const faults = rows.flatMap((row) => faultsOf(row, new Set(known.map(({ id }) => id)), context));
  if (faults.length > 0) {
    throw new AppError('input.invalid', {
      fields: faults.slice(0, 20).map((message) => ({ path: 'fileId', message })),
    });
  }
  let changed = 0;
  for (const row of rows.filter(({ id }) => id !== '')) {
    const entry = known.find(({ id }) => id === row.id);
    if (entry === undefined) continue;
    const number = row.number === '' ? null : row.number;
    const returnedOn = row.returnedOn === '' ? null : dayFrom(row.returnedOn);
    const noted = entry.handling !== row.handling || entry.number !== number;
    if (noted) await saveRecord(context.tx, 'material', { ...entry, handling: row.handling, number });
    const back = entry.returnedOn === null && returnedOn !== null;
    if (back) {
      const version = entry.version + (noted ? 1 : 0);
      const input = { engagementId, id: entry.id, version, receivedBackBy: row.receivedBackBy, occurredOn: returnedOn };
      await returnMaterial(context, input);
    }
    changed += noted || back ? 1 : 0;
  }
  const added = rows.filter(({ id }) => id === '');
  for (const row of added) {
    await receiveMaterial(context, {
      engagementId,
      name: row.name,
      level: keyOf(LEVEL_NAMES, row.level) ?? '1',
      kind: keyOf(MATERIAL_KINDS, row.kind) ?? 'document',
      origin: keyOf(MATERIAL_ORIGINS, row.origin) ?? 'lent',
      public: false,
      handling: row.handling,
      number: row.number === '' ? null : row.number,
      occurredOn: dayFrom(row.receivedOn) ?? context.today,
    });
  }
  return { added: added.length, changed };
};

const LEVEL_NAMES = { '1': '1', '2': '2', '3': '3' } as const satisfies Record<(typeof LEVELS)[number], string>;

function keyOf<K extends string>(table: Readonly<Record<K, string>>, label: string): K | undefined {
  return (Object.keys(table) as K[]).find((key) => table[key] === label);
}

/** @throws AppError `input.invalid` when no sheet has the columns of the register. */
function rowsOf(sheets: readonly SheetContent[]): readonly Row[] {
  for (const { lines } of sheets) {
    const header = lines.find(({ cells }) => [...cells.values()].includes(REGISTER_COLUMNS.name));
    if (header === undefined) continue;
    const columns = Object.entries(REGISTER_COLUMNS).map(([key, title]) => ({
      key,
      column: [...header.cells].find(([, content]) => content === title)?.[0],
    }));
    return lines
      .filter(({ row }) => row > header.row)
      .map(({ row, cells }) => ({
        ...(Object.fromEntries(
          columns.map(({ key, column }) => [key, column === undefined ? '' : textOf(cells.get(column))]),
        ) as Record<Column, string>),
        line: row,
      }))
      .filter(({ name, id }) => name !== '' || id !== '');
  }
  throw new AppError('input.invalid', {
    fields: [
      {
        path: 'fileId',
        message: `「${REGISTER_COLUMNS.name}」の見出しのある表が見つかりません。この画面から出した貸与品台帳に記入して送ってください。`,
      },
    ],
  });
}

function textOf(content: CellContent | undefined): string {
  if (content === undefined) return '';
  return typeof content === 'object' ? content.day : String(content).trim();
}

/** A day as it is written in a cell, 2026-06-01 or 令和8年6月1日; null for anything else. */
function dayFrom(written: string): string | null {
  try {
    return parseDay(written);
  } catch {
    return null;
  }
}

function faultsOf(row: Row, known: ReadonlySet<string>, { today }: Context): readonly string[] {
  const at = `${row.line}行目：`;
  const faults: string[] = [];
  const check = (wrong: boolean, message: string): void => {
    if (wrong) faults.push(`${at}${message}`);
  };
  check(
    row.returnedOn !== '' && dayFrom(row.returnedOn) === null,
    `返還日「${row.returnedOn}」を日付として読めません。`,
  );
  check((dayFrom(row.returnedOn) ?? '') > today, '返還日がまだ来ていません。');
  check(row.handling.length > 10_000 || row.number.length > 200, '文字が多すぎます。短くしてください。');
  if (row.id !== '') {
    check(!known.has(row.id), '番号の列が書き換えられています。この業務委託の台帳を使ってください。');
    return faults;
  }
  check(row.name.length > 200, '名称は200文字までにしてください。');
  check(keyOf(LEVEL_NAMES, row.level) === undefined, `機密性「${row.level}」は、1・2・3のいずれかにしてください。`);
  check(keyOf(MATERIAL_KINDS, row.kind) === undefined, `種別「${row.kind}」は、一覧から選んでください。`);
  check(keyOf(MATERIAL_ORIGINS, row.origin) === undefined, `由来「${row.origin}」は、一覧から選んでください。`);
  check(dayFrom(row.receivedOn) === null, `受け取った日「${row.receivedOn}」を日付として読めません。`);
  check(row.returnedOn !== '', '返還日は、受け取りを登録した後の台帳で記入してください。');
  return faults;
}
