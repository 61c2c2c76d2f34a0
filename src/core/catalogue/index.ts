export { assemble, type CatalogueRow } from './assemble.ts';
export {
  type EditionMatch,
  MATCH_GROUNDS,
  MATCH_KINDS,
  matchEditions,
  type MatchKind,
  type Provision,
  THRESHOLDS,
} from './editions.ts';
export { isFramework, readFramework } from './framework.ts';
export { isFrameworkWorkbook, readFrameworkWorkbook } from './framework-sheets.ts';
export { identifierOf } from './identifier.ts';
export {
  coverageOf,
  COVERAGES,
  type Mappable,
  MAPPING_KINDS,
  type MappingKind,
  type MappingProposal,
  pairKey,
  PROPOSAL,
  proposeMappings,
  reversed,
} from './mapping.ts';
export * from './model.ts';
export { isOscal, readOscal } from './oscal.ts';
export { isOwn, readOwn } from './own.ts';
export { type Carried, carryOver, type Move, movesOf } from './carry.ts';
export { changes, type Correction, correctionFault, regroup } from './regroup.ts';
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
