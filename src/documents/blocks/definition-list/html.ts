import type { HtmlWriter } from '../../html/context.ts';
import { tableElement } from '../table/html.ts';
import { asTable } from './as-table.ts';
import type { DefinitionListBlock } from './model.ts';

export const definitionListToHtml: HtmlWriter<DefinitionListBlock> = (block, context) =>
  tableElement(asTable(block), context, true);
