import type { TypstWriter } from '../../pdf/context.ts';
import { tableToTypst } from '../table/typst.ts';
import { asTable } from './as-table.ts';
import type { DefinitionListBlock } from './model.ts';

export const definitionListToTypst: TypstWriter<DefinitionListBlock> = (block, context) =>
  tableToTypst(asTable(block), context);
