import type { AppendixBlock } from '../blocks/appendix/model.ts';
import type { CalloutBlock } from '../blocks/callout/model.ts';
import type { ChartBlock } from '../blocks/chart/model.ts';
import type { DefinitionListBlock } from '../blocks/definition-list/model.ts';
import type { FigureBlock } from '../blocks/figure/model.ts';
import type { HeadingBlock } from '../blocks/heading/model.ts';
import type { LabelsBlock } from '../blocks/labels/model.ts';
import type { LetterHeadBlock } from '../blocks/letter-head/model.ts';
import type { ListBlock } from '../blocks/list/model.ts';
import type { NoteBlock } from '../blocks/note/model.ts';
import type { PageBreakBlock } from '../blocks/page-break/model.ts';
import type { ParagraphBlock } from '../blocks/paragraph/model.ts';
import type { SignatureBlock, StampBoxBlock } from '../blocks/stamp-box/model.ts';
import type { TableBlock } from '../blocks/table/model.ts';
import type { TableOfContentsBlock } from '../blocks/table-of-contents/model.ts';

/** Everything that flows down a page. */
export type FlowBlock =
  | HeadingBlock
  | AppendixBlock
  | ParagraphBlock
  | ListBlock
  | DefinitionListBlock
  | TableBlock
  | NoteBlock
  | CalloutBlock
  | StampBoxBlock
  | SignatureBlock
  | FigureBlock
  | ChartBlock
  | LetterHeadBlock
  | LabelsBlock
  | TableOfContentsBlock
  | PageBreakBlock;
