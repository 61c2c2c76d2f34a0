import type { SectionBlock } from '../blocks/section/model.ts';
import type { TitlePageBlock } from '../blocks/title-page/model.ts';
import type { FlowBlock } from './flow-block.ts';

export type { FlowBlock };

/** Everything that may stand at the top level of a document. */
export type Block = FlowBlock | TitlePageBlock | SectionBlock;

/** The block of one kind. */
export type BlockOf<K extends Block['kind']> = Extract<Block, { readonly kind: K }>;
