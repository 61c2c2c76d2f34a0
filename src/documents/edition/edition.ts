/** Editions of one document for several readers. Pure: a tree and a reader in, a tree and what it no longer holds out. */
import type { Block, FlowBlock } from '../model/blocks.ts';
import type { DocumentTree } from '../model/document.ts';
import { marksOf } from '../model/marks.ts';
import { treeVersion } from '../prepare/changes.ts';
import { decide, type Decision } from './decide.ts';
import { listWorkings } from './workings.ts';
import { Position } from './position.ts';
import { rewriteBlock } from './rewrite.ts';
import { changeLike, type Rewriting } from './rewrite-content.ts';
import { repairReferences } from './references.ts';
import type { Edition, Removal } from './model.ts';

export interface EditionResult {
  readonly tree: DocumentTree;
  readonly removed: readonly Removal[];
}

/** The edition of a document for one kind of reader, and the list of what was left out or replaced. */
export function editionOf(tree: DocumentTree, edition: Edition): EditionResult {
  const removed: Removal[] = [];
  const position = new Position();
  const kept = edition.kind === 'executive' ? forExecutives(tree.blocks) : null;
  const chapter = new Chapter();
  const flow = (blocks: readonly FlowBlock[]): FlowBlock[] =>
    blocks.flatMap((block) => writeBlock(block, { edition, position, removed, kept, chapter }));
  const blocks = tree.blocks.flatMap((block): Block[] => {
    if (block.kind === 'title-page') return [block];
    if (block.kind !== 'section') return flow([block]);
    const decision = decide(marksOf(block), edition);
    if (!decision.keep) {
      for (const inner of block.blocks) position.pass(inner);
      removed.push(removal('ページ', position.here(), decision));
      return decision.instead === null ? [] : [{ kind: 'paragraph', content: decision.instead }];
    }
    const { marking, ...section } = block;
    const inner = flow(block.blocks);
    return [{ ...section, ...(marking === undefined || edition.kind === 'public' ? {} : { marking }), blocks: inner }];
  });
  const written = { ...particularsOf(tree, edition), blocks };
  // The public reads what is in force: what was struck out and what was remarked on the way there is not for it.
  return { tree: repairReferences(edition.kind === 'public' ? treeVersion(written, 'after') : written), removed };
}

/** The tree as whoever reads everything has it: without what is written for other readers alone. Editions stay as they are. */
export const detailedOf = (tree: DocumentTree): DocumentTree =>
  tree.edition === undefined ? editionOf(tree, { kind: 'detailed' }).tree : tree;

/** A public paper bears no handling mark; every edition says in its title which it is. */
function particularsOf(tree: DocumentTree, edition: Edition): DocumentTree {
  const { marking, ...rest } = tree;
  const name = { detailed: '', public: '（公表用概要版）', executive: '（要約版）', department: '' }[edition.kind];
  return {
    ...rest,
    edition: edition.kind,
    title: `${tree.title}${edition.kind === 'department' ? `（${edition.name}分）` : name}`,
    ...(marking === undefined || edition.kind === 'public' ? {} : { marking }),
  };
}

/** The chapter that a mark on its heading has taken out, until the next heading of its level. */
class Chapter {
  #level: number | null = null;

  /** Whether the block lies in a chapter that was taken out. */
  covers(block: FlowBlock): boolean {
    const level = levelOf(block);
    if (level !== null && this.#level !== null && level <= this.#level) this.#level = null;
    return this.#level !== null;
  }

  close(level: number): void {
    this.#level = level;
  }
}

interface Writing extends Rewriting {
  readonly kept: ReadonlySet<FlowBlock> | null;
  readonly chapter: Chapter;
}

function writeBlock(block: FlowBlock, writing: Writing): FlowBlock[] {
  const { position, removed, edition, chapter, kept } = writing;
  const covered = chapter.covers(block);
  position.pass(block);
  if (covered) return [];
  if (kept !== null) {
    if (kept.has(block)) return rewriteBlock(block, writing);
    if (block.kind !== 'page-break') {
      removed.push(removal(nameOf(block), position.here(), { instead: null, reason: '要約版に載せない詳細' }));
    }
    return [];
  }
  const decision = decide(marksOf(block), edition);
  if (decision.keep) {
    if (edition.kind === 'public') removed.push(...listWorkings(block, position.here()));
    return rewriteBlock(block, writing);
  }
  if (!decision.silent && block.kind !== 'page-break') {
    removed.push(removal(nameOf(block), position.here(), decision));
  }
  const level = levelOf(block);
  if (level !== null) chapter.close(level);
  if (decision.instead === null) return [];
  const words: FlowBlock = {
    kind: 'paragraph',
    content: decision.instead,
    ...changeLike(block),
  };
  return level === null ? [words] : [...rewriteBlock(block, writing), words];
}

const levelOf = (block: FlowBlock): number | null =>
  block.kind === 'heading' ? block.level : block.kind === 'appendix' ? 1 : null;

/** The blocks that executives read: what is marked for them, whole chapters so marked, and the headings above. */
function forExecutives(blocks: readonly Block[]): ReadonlySet<FlowBlock> {
  const flat = blocks.flatMap((block) =>
    block.kind === 'section' ? block.blocks : block.kind === 'title-page' ? [] : [block],
  );
  const kept = new Set<FlowBlock>();
  const above: FlowBlock[] = [];
  let whole: number | null = null;
  for (const block of flat) {
    const level = levelOf(block);
    const marks = marksOf(block);
    const marked = marks.executive === true || marks.only?.includes('executive') === true;
    if (level !== null) {
      above.splice(0, above.length, ...above.filter((heading) => (levelOf(heading) ?? 0) < level));
      if (whole !== null && level <= whole) whole = null;
      if (marked && whole === null) whole = level;
    }
    const frame = block.kind === 'letter-head' || block.kind === 'table-of-contents';
    const shut = marks.only !== undefined && !marks.only.includes('executive');
    if (!shut && (marked || whole !== null || frame)) {
      kept.add(block);
      if (!frame) for (const heading of above) kept.add(heading);
    }
    if (level !== null) above.push(block);
  }
  return kept;
}

const names: Readonly<Record<string, string>> = {
  heading: '見出し以下',
  appendix: '別紙等',
  paragraph: '段落',
  list: '箇条書き',
  'definition-list': '項目の表',
  table: '表',
  note: '注',
  callout: '囲み',
  figure: '図',
  chart: '図表',
};

const nameOf = (block: FlowBlock): string => names[block.kind] ?? '記載';

const removal = (
  kind: string,
  place: string,
  { reason, instead }: Pick<Exclude<Decision, { keep: true }>, 'reason' | 'instead'>,
): Removal => ({ kind, place, reason, instead });
