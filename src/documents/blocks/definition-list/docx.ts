import { tableToDocx } from '../table/docx.ts';
import type { DocxWriter } from '../../docx/context.ts';
import { asTable } from './as-table.ts';
import type { DefinitionListBlock } from './model.ts';

export const definitionListToDocx: DocxWriter<DefinitionListBlock> = (block, context) =>
  tableToDocx(asTable(block), context);
