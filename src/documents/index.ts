export { appendix, type AppendixBlock, type AppendixLabel } from './blocks/appendix/model.ts';
export { callout, type CalloutBlock } from './blocks/callout/model.ts';
export { chart, type ChartBlock } from './blocks/chart/model.ts';
export { chartLimits, chartName } from './charts/check.ts';
export { chartWords } from './charts/words.ts';
export { type ChartPage, chartForWeb } from './charts/web.ts';
export type * from './charts/model.ts';
export { definitionList, type DefinitionListBlock } from './blocks/definition-list/model.ts';
export { figure, type FigureBlock } from './blocks/figure/model.ts';
export { heading, type HeadingBlock, type HeadingLevel } from './blocks/heading/model.ts';
export { type Label, labels, type LabelsBlock } from './blocks/labels/model.ts';
export { letterHead, type LetterHeadBlock } from './blocks/letter-head/model.ts';
export { bulletList, item, type ListBlock, type ListItem, numberedList } from './blocks/list/model.ts';
export { note, type NoteBlock } from './blocks/note/model.ts';
export { pageBreak, type PageBreakBlock } from './blocks/page-break/model.ts';
export { paragraph, type ParagraphBlock } from './blocks/paragraph/model.ts';
export { landscape, section, type SectionBlock } from './blocks/section/model.ts';
export { signature, type SignatureBlock, stampBox, type StampBoxBlock } from './blocks/stamp-box/model.ts';
export { tableOfContents, type TableOfContentsBlock } from './blocks/table-of-contents/model.ts';
export {
  cell,
  type MarkedRow,
  row,
  type Cell,
  type CellBlock,
  type Shade,
  table,
  type TableBlock,
  type TableCell,
  type TableColumn,
} from './blocks/table/model.ts';
export { titlePage, type TitlePageBlock } from './blocks/title-page/model.ts';
export { type Bullet, deck, type DeckTree, type Slide } from './pptx/model.ts';
export { DocumentError, type DocumentErrorCode } from './errors.ts';
export { type Parties, toTheCity } from './letter.ts';
export { textBlocks } from './text-blocks.ts';
export type { Block, FlowBlock } from './model/blocks.ts';
export { document, type DocumentParticulars, type DocumentTree } from './model/document.ts';
export { bold, comment, deleted, hidden, type Inline, inserted, reference, underline } from './model/inline.ts';
export type { Change, Comment, Revision, Version } from './model/changes.ts';
export { changedText } from './model/changed-text.ts';
export { changedDocument } from './compare/document.ts';
export { remarkOn } from './compare/remark.ts';
export { treeVersion } from './prepare/changes.ts';
export { type EditionKind, forExecutives, marked, type Marked, type Marks, sensitive } from './model/marks.ts';
export type { Alignment, Orientation, PageSize, Width } from './model/units.ts';
export type { CellValue, Sheet, SheetCell, SheetColumn, SheetShade, WorkbookTree } from './xlsx/model.ts';
export { asDocument, type DocumentFile, pageOf, portableName, renderFile, titleOf, wordsToCheck } from './file.ts';
export {
  type DocumentFormat,
  mediaTypes,
  renderDocx,
  renderHtml,
  renderPdf,
  renderPptx,
  renderWorkbookHtml,
  renderXlsx,
} from './render.ts';
export { type Assurance, assuranceIn, findAssurance, refuseAssurance } from './edition/assurance.ts';
export { type PlacedText, textsOf } from './edition/texts.ts';
export { type ConfidentialWord, findLeaks, type Leak, type LeakCheck, refuseLeaks } from './edition/confidential.ts';
export { detailedEdition } from './edition/detailed.ts';
export { readerOf, type WantedEdition } from './edition/reader.ts';
export { detailedOf, editionOf, type EditionResult } from './edition/edition.ts';
export type { Edition, Removal } from './edition/model.ts';
export type { BoundDocument, BoundPart, BoundVolume, PdfFault } from './bound/model.ts';
export { bindVolume, type BoundPdf, faultOf, pageCount } from './bound/index.ts';
