export {
  type AddedRow,
  type ChangedCell,
  type ChangedRow,
  checkList,
  type ListCheck,
  nameOf,
  type RefusedCell,
} from './check.ts';
export { type CsvLimits, readCsv, writeCsv } from './csv.ts';
export {
  ID_TITLE,
  type ListChoice,
  type ListColumn,
  type ListColumnKind,
  type ListContent,
  ListFileError,
  type ListRow,
  type ListValue,
  type ListValues,
  STAMP_TITLE,
} from './model.ts';
export { type CellReading, readCell, readDay, readTick } from './read-cell.ts';
export { type CellContent, columnLetters, type SheetContent, type SheetLine } from './sheet.ts';
export { cellOf, findTable, type FoundTable, type Heading, matchLines } from './table.ts';
export { cellText, guard, partsOf, plain, tidy, unguard } from './text.ts';
export { csvText, readableText, shownText, stampOf } from './write-cell.ts';
