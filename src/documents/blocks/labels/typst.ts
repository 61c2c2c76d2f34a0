import { mm, type TypstWriter } from '../../pdf/context.ts';
import { typstString } from '../../pdf/escape.ts';
import type { Label, LabelsBlock } from './model.ts';
import { labelSizes } from './size.ts';

export const labelsToTypst: TypstWriter<LabelsBlock> = (block) => {
  const boxes = block.labels.map(
    (label) =>
      `rect(width: ${mm(label.width)}, height: ${mm(label.height)}, stroke: (paint: rgb("#475569"), thickness: 0.5pt, dash: "dashed"), inset: ${label.upright === true ? '1mm' : '5mm'}, align(center + horizon, ${label.upright === true ? upright(label) : across(label)}))`,
  );
  const list = boxes.map((box) => `${box},`).join('\n  ');
  return `#block(width: 100%, above: gap, below: gap, breakable: true, ${
    block.beside
      ? `grid(columns: ${block.labels.length}, column-gutter: 8mm,\n  ${list})`
      : `stack(spacing: 6mm,\n  ${list})`
  })`;
};

const look = (index: number): string =>
  index === 0 ? `font: gothic, weight: "bold", size: ${labelSizes.first}pt` : `size: ${labelSizes.other}pt`;

const across = ({ lines }: Label): string =>
  `stack(spacing: 7pt, ${lines
    .map((line, index) => `par(justify: false, text(${look(index)})[#${typstString(line)}]),`)
    .join(' ')})`;

/** One character below the other: the typesetter has no vertical writing. Long lines stand in columns from the right. */
const upright = ({ lines }: Label): string =>
  `grid(columns: ${lines.length}, column-gutter: 2mm, ${lines
    .map((line, index) => ({ line, index }))
    .toReversed()
    .map(
      ({ line, index }) =>
        `align(center + top, text(${look(index)}, stack(spacing: 2pt, ${[...line].map((character) => `${standing(character)},`).join(' ')}))),`,
    )
    .join(' ')})`;

/** Characters that lie on their side in vertical writing. */
const LYING = /[（）「」【】ー～―－-]/u;
const standing = (character: string): string =>
  LYING.test(character) ? `rotate(90deg, reflow: true, [#${typstString(character)}])` : `[#${typstString(character)}]`;
