import { DocumentError } from '../errors.ts';
import { pack } from '../pack.ts';
import { contentTypes, coreProperties, fileRelationships, relationKind, relationships } from '../parts.ts';
import { xmlAttribute, xmlHead, xmlText } from '../prepare/xml.ts';
import { choicesSheet, LongChoices } from './choices.ts';
import type { Sheet, WorkbookTree } from './model.ts';
import { fitOnePage } from './one-page.ts';
import { headerRow, plainSheetPart, sheetPart, type Writing } from './sheet.ts';
import { SharedStrings } from './strings.ts';
import { CellStyles, main } from './styles.ts';
import { checkSheetNames } from './text.ts';

/** The workbook as an Excel file. */
export async function writeXlsx(tree: WorkbookTree): Promise<Uint8Array> {
  if (tree.sheets.length === 0) throw new DocumentError('sheet-invalid', `「${tree.title}」にシートがありません。`);
  checkSheetNames(tree.sheets.map((sheet) => sheet.name));
  const writing: Writing = {
    tree,
    styles: new CellStyles(),
    strings: new SharedStrings(),
    long: new LongChoices(),
  };
  const sheets = tree.sheets.map(fitOnePage);
  const written = sheets.map((sheet) => sheetPart(sheet, writing));
  const { lists } = writing.long;
  if (lists.length > 0) written.push(plainSheetPart(lists, writing.strings));
  const sheetNames = written.map((_part, index) => `worksheets/sheet${index + 1}.xml`);
  return pack(
    new Map<string, string | Uint8Array>([
      [
        '[Content_Types].xml',
        contentTypes([
          ['xl/workbook.xml', 'spreadsheetml.sheet.main'],
          ...sheetNames.map((name) => [`xl/${name}`, 'spreadsheetml.worksheet'] as const),
          ['xl/styles.xml', 'spreadsheetml.styles'],
          ['xl/sharedStrings.xml', 'spreadsheetml.sharedStrings'],
        ]),
      ],
      ['_rels/.rels', fileRelationships('xl/workbook.xml')],
      ['docProps/core.xml', coreProperties({ title: tree.title, author: tree.author ?? '', created: tree.created })],
      ['xl/workbook.xml', workbookPart(sheets, lists.length > 0)],
      [
        'xl/_rels/workbook.xml.rels',
        relationships([
          ...sheetNames.map((name, index) => [`sheet${index + 1}`, 'worksheet', name] as const),
          ['styles', 'styles', 'styles.xml'],
          ['sharedStrings', 'sharedStrings', 'sharedStrings.xml'],
        ]),
      ],
      ['xl/styles.xml', writing.styles.part()],
      ['xl/sharedStrings.xml', writing.strings.part()],
      ...written.map((part, index): [string, Uint8Array] => [`xl/${sheetNames[index] ?? ''}`, part]),
    ]),
  );
}

function workbookPart(sheets: readonly Sheet[], hasChoices: boolean): string {
  const entry = (name: string, index: number, hidden: boolean): string =>
    `<sheet name="${xmlAttribute(name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ''} r:id="sheet${index + 1}"/>`;
  const entries = sheets.map((sheet, index) => entry(sheet.name, index, sheet.hidden === true));
  if (hasChoices) entries.push(entry(choicesSheet, sheets.length, true));
  const titles = sheets.map((sheet, index) => {
    const name = sheet.name.replaceAll("'", "''");
    const row = headerRow(sheet);
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">&apos;${xmlText(name)}&apos;!$${row}:$${row}</definedName>`;
  });
  return (
    `${xmlHead}<workbook ${main} xmlns:r="${relationKind}"><workbookPr/>` +
    `<sheets>${entries.join('')}</sheets><definedNames>${titles.join('')}</definedNames></workbook>`
  );
}
