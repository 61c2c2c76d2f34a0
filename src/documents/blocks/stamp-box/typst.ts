import { mm, type TypstWriter } from '../../pdf/context.ts';
import { typstString } from '../../pdf/escape.ts';
import type { SignatureBlock, StampBoxBlock } from './model.ts';
import { signatureWidths, stampSize } from './size.ts';

export const stampBoxToTypst: TypstWriter<StampBoxBlock> = (block) => {
  const { side, label, title } = stampSize;
  const columns = [...(block.title === undefined ? [] : [title]), ...block.labels.map(() => side)];
  // One character below the other: the typesetter has no vertical writing.
  const upright = [...(block.title ?? '')].map((character) => `#${typstString(character)}`).join('#linebreak()');
  const head = block.title === undefined ? '' : `table.cell(rowspan: 2)[${upright}], `;
  return `#block(width: 100%, above: gap + 6pt, breakable: false, align(${block.align}, {
  set text(size: 9pt)
  set par(leading: 2pt, justify: false)
  table(columns: (${columns.map((width) => `${mm(width)},`).join(' ')}), rows: (${mm(label)}, ${mm(side)}), align: center + horizon, inset: 1mm,
    ${head}${block.labels.map((text) => `[#${typstString(text)}], `).join('')}${block.labels.map(() => '[], ').join('')})
}))`;
};

export const signatureToTypst: TypstWriter<SignatureBlock> = (block) => {
  const line = 'table.hline(start: 1, stroke: rule),';
  const rows = block.lines.map(
    (each) =>
      `[#${typstString(each.label)}], [#${typstString(each.value ?? '')}], [#${typstString(each.seal === true ? '印' : '')}], ${line}`,
  );
  return `#block(width: 100%, above: gap + 6pt, breakable: false, align(right, table(columns: (${signatureWidths.map((width) => `${mm(width)},`).join(' ')}), rows: 9mm, stroke: none, align: left + bottom, inset: (x: 1.6mm, y: 1mm),
  ${rows.join('\n  ')}
)))`;
};
