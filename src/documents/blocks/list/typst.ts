import { bodySize } from '../../model/units.ts';
import { place, type TypstWriter } from '../../pdf/context.ts';
import { type InlinePlace, typstInline } from '../../pdf/escape.ts';
import { bodyIndent } from '../../prepare/look.ts';
import type { ListBlock, ListItem } from './model.ts';

export const listToTypst: TypstWriter<ListBlock> = (block, context) => {
  const indent = bodyIndent(context.depth) + 1;
  return `#indented(${indent * bodySize}pt)[${listContent(block, place(context, context.width, bodySize, indent + 1.5))}]`;
};

/** A list in any place, for body text and cells. */
export function listContent(block: ListBlock, inline: InlinePlace): string {
  switch (block.marker) {
    case 'bullet':
      return `#list(${items(block.items, inline)})`;
    case 'circled':
      return `#enum(numbering: "①", ${items(block.items, inline)})`;
    case 'decimal':
      return `#enum(numbering: "1.", ${items(block.items, inline)})`;
  }
}

// Below the first level every list is marked by －.
const items = (list: readonly ListItem[], inline: InlinePlace): string =>
  list
    .map((item) => {
      const words = typstInline(item.content, inline);
      const below = item.children ?? [];
      return below.length === 0 ? words : `[#${words}#list(marker: [－], ${items(below, inline)})]`;
    })
    .join(', ');
