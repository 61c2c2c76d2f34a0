import type { SourcePart } from './line.ts';

/** A stretch of the source that becomes one clause. */
export type Passage = {
  id: string;
  title: string;
  text: string;
  parts: SourcePart[];
  /** Headings above it, from the outside in. */
  under: readonly string[];
  /** Row of a table of deliverables or dates. */
  row?: { name: string; due: string | null; schedule: boolean };
};
