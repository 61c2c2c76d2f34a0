import { shades } from '../prepare/look.ts';
import type { CellValue, Sheet, SheetCell, WorkbookTree } from '../xlsx/model.ts';
import { htmlLines, htmlText } from './escape.ts';
import { htmlPage, Looks } from './page.ts';

/** A workbook as one page of HTML: a table for each sheet, without the columns that are hidden. */
export function writeWorkbookHtml(tree: WorkbookTree): string {
  const marking = tree.marking === undefined ? '' : `<p class="marking">【${htmlText(tree.marking)}】</p>\n`;
  const body = [
    `<h1>${htmlText(tree.title)}</h1>`,
    ...tree.sheets.map((sheet) => `<div class="sheet landscape">\n${marking}${writeSheet(sheet)}\n</div>`),
  ];
  return htmlPage(tree.title, new Looks(), body.join('\n'));
}

function writeSheet(sheet: Sheet): string {
  const shown = sheet.columns.flatMap((column, index) => (column.hidden === true ? [] : [{ column, index }]));
  const name = htmlText(sheet.title ?? sheet.name);
  const head = shown.map(({ column }) => `<th scope="col">${htmlLines(column.title)}</th>`).join('');
  const rows = sheet.rows.map(
    (row) => `<tr>${shown.map(({ column, index }) => writeCell(row[index] ?? null, column.align)).join('')}</tr>`,
  );
  return [
    `<h2>${name}</h2>`,
    ...(sheet.subtitle ?? []).map((line) => `<p>${htmlLines(line)}</p>`),
    `<div class="scroll" tabindex="0" role="region" aria-label="${name}">`,
    `<table><thead><tr>${head}</tr></thead>`,
    `<tbody>${rows.length === 0 ? `<tr><td colspan="${shown.length}">該当なし</td></tr>` : rows.join('\n')}</tbody></table>`,
    '</div>',
  ].join('\n');
}

function writeCell(cell: SheetCell | CellValue, align: string | undefined): string {
  const { value, shade, bold } =
    typeof cell === 'object' && cell !== null ? cell : { value: cell, shade: undefined, bold: undefined };
  const classes = [
    ...(align === undefined ? [] : [align]),
    ...(shade === undefined || !(shade in shades) ? [] : [`shade-${shade}`]),
    ...(bold === true ? ['bold'] : []),
  ];
  return `<td${classes.length === 0 ? '' : ` class="${classes.join(' ')}"`}>${htmlLines(String(value ?? ''))}</td>`;
}
