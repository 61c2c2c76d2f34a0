/** PNG beside SVG: older Word and other readers of the format draw no SVG, and would leave a blank. */
import { checkFigure } from '../blocks/figure/check.ts';
import type { FlowBlock } from '../model/blocks.ts';
import { textWidth } from '../model/units.ts';
import type { Section } from '../prepare/prepare.ts';

/** The sections, with a painted picture for every figure that brings its SVG only. @throws DocumentError for an unsound figure */
export async function withPaintedFigures(sections: readonly Section[]): Promise<Section[]> {
  if (!sections.some(({ blocks }) => blocks.some(lacksPainting))) return [...sections];
  const { paint } = await import('../charts/png.ts');
  const painted = async (block: FlowBlock, width: number): Promise<FlowBlock> => {
    if (!lacksPainting(block) || block.kind !== 'figure') return block;
    // Looked at before it is painted: a picture from outside the product must not make the painter open a file.
    const { svg } = checkFigure(block, width);
    return svg === undefined ? block : { ...block, png: await paint(svg) };
  };
  return Promise.all(
    sections.map(async (section) => {
      const width = textWidth(section.size, section.orientation);
      return { ...section, blocks: await Promise.all(section.blocks.map((block) => painted(block, width))) };
    }),
  );
}

const lacksPainting = (block: FlowBlock): boolean =>
  block.kind === 'figure' && block.svg !== undefined && block.png === undefined;
