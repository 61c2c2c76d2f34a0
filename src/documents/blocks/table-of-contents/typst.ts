import type { TypstWriter } from '../../pdf/context.ts';
import { typstString } from '../../pdf/escape.ts';
import type { TableOfContentsBlock } from './model.ts';

export const tableOfContentsToTypst: TypstWriter<TableOfContentsBlock> = (block) =>
  `#block(width: 100%, below: 18pt, align(center, text(font: gothic, size: 14pt, weight: "bold", ${typstString(block.title)})))
#outline(title: none, depth: ${block.depth}, indent: 1em)`;
