import type { FlowBlock } from '../model/blocks.ts';
import type { DocumentTree } from '../model/document.ts';
import { plainText, runsOf } from '../model/inline.ts';
import type { Orientation, PageSize } from '../model/units.ts';
import { DocumentError } from '../errors.ts';
import { HeadingCounter } from './numbering.ts';
import { cleanText } from './text.ts';

/** Pages of one size and orientation. */
export interface Section {
  readonly size: PageSize;
  readonly orientation: Orientation;
  /** The cover: no page number, no running title. */
  readonly cover: boolean;
  readonly blocks: readonly FlowBlock[];
}

/** A checked document, cut into sections, with the number of every named heading. */
export interface Prepared {
  readonly tree: DocumentTree;
  readonly sections: readonly Section[];
  readonly labels: ReadonlyMap<string, string>;
}

/** Checks a tree and cuts it into sections. @throws DocumentError naming the place */
export function prepare(tree: DocumentTree): Prepared {
  if (isBlank(tree.title)) throw new DocumentError('document-invalid', '文書の題名が空です。題名を入力してください。');
  const sections = sectionsOf(tree);
  return { tree, sections, labels: labelsOf(sections.flatMap((section) => section.blocks)) };
}

const isBlank = (text: string): boolean => cleanText(text).trim() === '';

function sectionsOf(tree: DocumentTree): Section[] {
  const size = tree.size ?? 'A4';
  const orientation = tree.orientation ?? 'portrait';
  const sections: Section[] = [];
  let flow: FlowBlock[] = [];
  const flush = (): void => {
    if (flow.length > 0) sections.push({ size, orientation, cover: false, blocks: trimBreaks(flow) });
    flow = [];
  };
  for (const block of tree.blocks) {
    if (block.kind === 'title-page') {
      flush();
      sections.push({ size, orientation, cover: true, blocks: [] });
    } else if (block.kind === 'section') {
      flush();
      sections.push({
        size: block.size ?? size,
        orientation: block.orientation,
        cover: false,
        blocks: trimBreaks(block.blocks),
      });
    } else {
      flow.push(block);
    }
  }
  flush();
  const filled = sections.filter((section) => section.cover || section.blocks.length > 0);
  if (filled.length === 0) throw new DocumentError('document-invalid', `文書「${tree.title}」に本文がありません。`);
  return filled;
}

/** A section starts a page by itself: a page break at either end would leave an empty page. */
function trimBreaks(blocks: readonly FlowBlock[]): readonly FlowBlock[] {
  const first = blocks.findIndex((block) => block.kind !== 'page-break');
  const last = blocks.findLastIndex((block) => block.kind !== 'page-break');
  return first < 0 ? [] : blocks.slice(first, last + 1);
}

function labelsOf(blocks: readonly FlowBlock[]): Map<string, string> {
  const counter = new HeadingCounter();
  const labels = new Map<string, string>();
  let above = 0;
  let before = '文書の先頭';
  for (const block of blocks) {
    if (block.kind !== 'heading') continue;
    const words = plainText(block.content);
    if (isBlank(words) && !runsOf(block.content).some((run) => 'reference' in run)) {
      throw new DocumentError(
        'document-invalid',
        `${before}の次に、言葉のない見出しがあります。見出しを入力してください。`,
      );
    }
    before = `見出し「${words}」`;
    if (block.level > above + 1) {
      throw new DocumentError(
        'heading-skipped',
        `見出し「${words}」の階層が飛んでいます（階層${above}の次に階層${block.level}）。間の階層の見出しを入れてください。`,
      );
    }
    above = block.level;
    const number = block.numbered === false ? `「${words}」` : counter.next(block.level);
    if (block.id === undefined) continue;
    if (labels.has(block.id)) {
      throw new DocumentError('id-duplicate', `見出しの識別名「${block.id}」が二か所で使われています。`);
    }
    labels.set(block.id, number);
  }
  return labels;
}

/** The number of the heading named by a reference. @throws DocumentError when there is none */
export function labelOf(labels: ReadonlyMap<string, string>, id: string): string {
  const label = labels.get(id);
  if (label === undefined) {
    throw new DocumentError('reference-unknown', `参照先の見出し「${id}」が文書の中にありません。`);
  }
  return label;
}
