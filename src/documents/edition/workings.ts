import type { FlowBlock } from '../model/blocks.ts';
import { mapTree } from '../prepare/map-tree.ts';
import { runsOf } from '../model/inline.ts';
import type { Removal } from './model.ts';

/** What was struck out in a block or remarked on it, which the public edition leaves out. */
export function listWorkings(block: FlowBlock, place: string): Removal[] {
  let struck = false;
  let remarked = false;
  mapTree(
    { title: '', blocks: [block] },
    {
      inline: (content, whole) => {
        for (const run of runsOf(content)) {
          struck ||= (whole ?? run.change)?.kind === 'deleted' || run.change?.kind === 'deleted';
          remarked ||= run.comment !== undefined;
        }
        return content;
      },
    },
  );
  return [
    ...(struck ? [{ kind: '見え消し', place, reason: '変更後の記載だけを公表するため', instead: null }] : []),
    ...(remarked ? [{ kind: 'コメント', place, reason: '検討のためのコメントであるため', instead: null }] : []),
  ];
}
