/** A sheet that the department filled in comes back: its white cells become the draft of the plan. */
import { type CellContent, type ListColumn, readCell, type SheetContent } from '../../../core/exchange/index.ts';
import { readListFile } from '../../../importers/list-file.ts';
import { AppError, fieldError, type FieldProblem, refuse } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { type FormKey, FORM_KEYS, KEY_COLUMN, VALUE_COLUMN, sheetKey } from '../documents/sheet.ts';
import { FIELD_NAMES } from '../labels.ts';
import { savePlan } from './own.ts';
import { type H, takePlan } from './shared.ts';

export const readSheet: H<'readSheet'> = async (context, { planId, version, fileId }) => {
  const plan = await takePlan(context, planId, version);
  const file = await open(context, fileId, planId);
  const found = cellsOf(await readListFile(file.bytes), planId);
  if (found === null)
    throw fieldError(
      'fileId',
      'この改善計画のシートがファイルに見付かりません。この画面から取り出したExcelのシートを選んでください。',
    );
  if (found.version !== plan.version)
    throw refuse(
      'シートを取り出した後に、画面で改善計画が変わっています。シートを取り出し直し、内容を見比べて記入してください。',
    );
  return savePlan(context, { planId, version, ...fieldsOf(found.cells) });
};

async function open(context: Context, fileId: string, planId: string) {
  const file = await context.attempt(
    async () => {
      await context.files.attach(fileId, `improvement:sheet:${planId}`);
      return context.files.open(fileId);
    },
    // The file is only looked at: it stays an upload that nobody uses, and goes with the next sweep.
    { keep: false },
  );
  if (!/\.xlsx$/iu.test(file.name)) throw fieldError('fileId', 'Excel（.xlsx）のファイルを選んでください。');
  return file;
}

interface Found {
  readonly version: number;
  readonly cells: ReadonlyMap<FormKey, CellContent | null>;
}

/** The cells to fill in of the sheet of this plan, by the hidden column; null where no sheet of the plan is there. */
function cellsOf(sheets: readonly SheetContent[], planId: string): Found | null {
  for (const { lines } of sheets) {
    const cells = new Map<FormKey, CellContent | null>();
    let version: number | null = null;
    for (const line of lines) {
      const hidden = line.cells.get(KEY_COLUMN);
      const key = typeof hidden === 'string' ? sheetKey(hidden) : null;
      if (key === null || key.planId !== planId) continue;
      version = key.version;
      cells.set(key.field, line.cells.get(VALUE_COLUMN) ?? null);
    }
    if (version !== null && cells.size === FORM_KEYS.length) return { version, cells };
  }
  return null;
}

const columnOf = (key: FormKey): ListColumn => ({
  key,
  title: FIELD_NAMES[key],
  kind: key === 'due' ? 'day' : 'text',
  width: 10,
  maxLength: key === 'responsible' ? 200 : key === 'budget' ? 1000 : 4000,
});

function fieldsOf(cells: Found['cells']) {
  const problems: FieldProblem[] = [];
  const valueOf = (key: FormKey): string => {
    const reading = readCell(columnOf(key), cells.get(key) ?? null);
    if ('value' in reading) return typeof reading.value === 'string' ? reading.value : '';
    problems.push({ path: 'fileId', message: `${FIELD_NAMES[key]}：${reading.refused}` });
    return '';
  };
  const due = valueOf('due');
  const fields = {
    ...{ cause: valueOf('cause'), measure: valueOf('measure'), shortTerm: valueOf('shortTerm') },
    ...{ longTerm: valueOf('longTerm'), responsible: valueOf('responsible'), budget: valueOf('budget') },
    due: due === '' ? null : due,
  };
  if (problems.length > 0) throw new AppError('input.invalid', { fields: problems });
  return fields;
}
