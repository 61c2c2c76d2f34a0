import type { AppendixBlock } from '../blocks/appendix/model.ts';
import type { HeadingBlock } from '../blocks/heading/model.ts';
import type { FlowBlock } from '../model/blocks.ts';
import type { DocumentTree } from '../model/document.ts';
import type { Comment } from '../model/changes.ts';
import { allText, plainText, runsOf } from '../model/inline.ts';
import type { Orientation, PageSize } from '../model/units.ts';
import { DocumentError } from '../errors.ts';
import { trackChanges } from './changes.ts';
import { HeadingCounter } from './numbering.ts';
import { cleanText } from './text.ts';

/** Pages of one size and orientation. */
export interface Section {
  readonly size: PageSize;
  readonly orientation: Orientation;
  /** The cover: no page number, no running title. */
  readonly cover: boolean;
  /** Handling mark in the header of these pages. */
  readonly marking: string | undefined;
  readonly blocks: readonly FlowBlock[];
}

/** A checked document, cut into sections, with the number of every named heading. */
export interface Prepared {
  readonly tree: DocumentTree;
  readonly sections: readonly Section[];
  readonly labels: ReadonlyMap<string, string>;
  /** Who changed something and when; empty when the document bears no tracked change. */
  readonly changedBy: readonly string[];
  /** Numbered in reading order. */
  readonly comments: readonly Comment[];
}

/** Checks a tree and cuts it into sections. @throws DocumentError naming the place */
export function prepare(untracked: DocumentTree): Prepared {
  if (isBlank(untracked.title))
    throw new DocumentError('document-invalid', '文書の題名が空です。題名を入力してください。');
  const { tree, authors, comments } = trackChanges(untracked);
  const sections = sectionsOf(tree);
  const labels = labelsOf(sections.flatMap((section) => section.blocks));
  return { tree, sections, labels, changedBy: authors, comments };
}

const isBlank = (text: string): boolean => cleanText(text).trim() === '';

function sectionsOf(tree: DocumentTree): Section[] {
  const size = tree.size ?? 'A4';
  const orientation = tree.orientation ?? 'portrait';
  const { marking } = tree;
  const sections: Section[] = [];
  let flow: FlowBlock[] = [];
  const flush = (): void => {
    if (flow.length > 0) sections.push({ size, orientation, cover: false, marking, blocks: trimBreaks(flow) });
    flow = [];
  };
  for (const block of tree.blocks) {
    if (block.kind === 'title-page') {
      flush();
      sections.push({ size, orientation, cover: true, marking, blocks: [] });
    } else if (block.kind === 'section') {
      flush();
      sections.push({
        size: block.size ?? size,
        orientation: block.orientation,
        cover: false,
        marking: block.marking ?? marking,
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
    if (block.kind !== 'heading' && block.kind !== 'appendix') continue;
    const words = plainText(block.content);
    if (isBlank(allText(block.content)) && !runsOf(block.content).some((run) => 'reference' in run)) {
      throw new DocumentError(
        'document-invalid',
        `${before}の次に、言葉のない見出しがあります。見出しを入力してください。`,
      );
    }
    before = `見出し「${words}」`;
    const level = block.kind === 'appendix' ? 1 : block.level;
    if (block.kind === 'heading' && level === 1 && block.numbered !== false && counter.inAppendix) {
      throw new DocumentError(
        'heading-skipped',
        `見出し「${words}」が別紙等の後にあります。本文の章は別紙等の前に置き、別紙等の中の見出しは一つ下の階層から始めてください。`,
      );
    }
    if (level > above + 1) {
      throw new DocumentError(
        'heading-skipped',
        `見出し「${words}」の階層が飛んでいます（階層${above}の次に階層${level}）。間の階層の見出しを入れてください。`,
      );
    }
    above = level;
    const number = numberOf(block, counter) ?? `「${words}」`;
    if (block.id === undefined) continue;
    if (labels.has(block.id)) {
      throw new DocumentError('id-duplicate', `見出しの識別名「${block.id}」が二か所で使われています。`);
    }
    labels.set(block.id, number);
  }
  return labels;
}

/** The full number of a heading or an appendix; null when it bears none. */
export function numberOf(block: HeadingBlock | AppendixBlock, counter: HeadingCounter): string | null {
  if (block.kind === 'appendix') return counter.appendix(block.label);
  return block.numbered === false ? null : counter.next(block.level);
}

/** The number of the heading named by a reference. @throws DocumentError when there is none */
export function labelOf(labels: ReadonlyMap<string, string>, id: string): string {
  const label = labels.get(id);
  if (label === undefined) {
    throw new DocumentError('reference-unknown', `参照先の見出し「${id}」が文書の中にありません。`);
  }
  return label;
}
