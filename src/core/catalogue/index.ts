export { assemble, type CatalogueRow } from './assemble.ts';
export { isFramework, readFramework } from './framework.ts';
export { isFrameworkWorkbook, readFrameworkWorkbook } from './framework-sheets.ts';
export { identifierOf } from './identifier.ts';
export * from './model.ts';
export { isOscal, readOscal } from './oscal.ts';
export { isOwn, readOwn } from './own.ts';
export {
  columnsOf,
  headingsOf,
  proposeMapping,
  readSheet,
  SHEET_FIELDS,
  type SheetColumn,
  type SheetField,
  type SheetMapping,
} from './sheet.ts';
