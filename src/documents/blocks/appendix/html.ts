import type { HtmlWriter } from '../../html/context.ts';
import { numberedHeading } from '../heading/html.ts';
import type { AppendixBlock } from './model.ts';

export const appendixToHtml: HtmlWriter<AppendixBlock> = (block, context) =>
  `<hr>\n${numberedHeading(block.content, context)}`;
