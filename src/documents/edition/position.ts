import type { FlowBlock } from '../model/blocks.ts';
import { plainText } from '../model/inline.ts';
import { HeadingCounter } from '../prepare/numbering.ts';
import { numberOf } from '../prepare/prepare.ts';

/** Where a reader stands in a document: under which heading. */
export class Position {
  readonly #counter = new HeadingCounter();
  #heading = '';

  /** Goes past a block. */
  pass(block: FlowBlock): void {
    if (block.kind !== 'heading' && block.kind !== 'appendix') return;
    this.#heading = `${numberOf(block, this.#counter) ?? ''}「${plainText(block.content)}」`;
  }

  /** 第2の1「件数」, then what is meant under it. */
  here(more = ''): string {
    if (this.#heading === '') return more === '' ? '文書の初め' : more;
    return more === '' ? this.#heading : `${this.#heading}の${more}`;
  }
}
