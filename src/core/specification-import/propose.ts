import { capabilityOf } from './capability.ts';
import { documentsIn, type FoundDocument } from './documents.ts';
import { findIn } from './find.ts';
import type { Found } from './finding.ts';
import { cleanLines, type CleanText } from './furniture.ts';
import { headOf, type ProposedHead } from './head.ts';
import { type ClauseKind, kindOf } from './kind.ts';
import type { SourceLine } from './line.ts';
import { outlineOf } from './outline.ts';
import { passagesOf } from './passages.ts';
import type { Passage } from './passage.ts';
import { conditionIn, type FoundCondition } from './people.ts';

/** A clause as proposed: what the source says there, and what was found in it. */
export type ProposedClause = Passage & {
  kind: ClauseKind;
  kindConfidence: number;
  /** The words of the text that kind and capability were read from; empty where a heading says it. */
  kindWords: Words;
  capability: string;
  capabilityConfidence: number;
  capabilityWords: Words;
  found: Found;
  documents: FoundDocument[];
  condition: FoundCondition | null;
};

type Words = { start: number; end: number };

export type Proposal = { head: ProposedHead; clauses: ProposedClause[] };

/**
 * Proposes clauses for the lines of a specification. Never fails: what has no recognisable structure becomes plain
 * clauses, one for each paragraph; a text without words becomes no clause at all.
 */
export function proposeSpecification(source: readonly SourceLine[]): Proposal {
  const clean = cleanLines(source);
  const root = outlineOf(clean.lines);
  const passages = [...markingPassage(clean), ...passagesOf(root)];
  const head = headOf(root, passages, clean.marking?.name ?? null);
  return { head, clauses: passages.map((passage) => clauseOf(passage, head.fiscalYear)) };
}

function clauseOf(passage: Passage, fiscalYear: number | null): ProposedClause {
  const found = findIn(passage.text, fiscalYear);
  const kind = kindOf(passage, found);
  const capability = capabilityOf(passage);
  return {
    ...passage,
    kind: kind.value,
    kindConfidence: kind.confidence,
    kindWords: { start: kind.start, end: kind.end },
    capability: capability.value,
    capabilityConfidence: capability.confidence,
    capabilityWords: { start: capability.start, end: capability.end },
    found,
    documents: documentsIn(passage, found),
    condition: conditionIn(passage.text),
  };
}

/** The remark that stands on every page is a duty of its own. */
function markingPassage({ marking }: CleanText): Passage[] {
  if (marking === null) return [];
  return [
    {
      id: `各頁【${marking.name}】`,
      title: marking.name,
      text: marking.text,
      parts: [{ start: 0, line: marking.line, ...(marking.page === undefined ? {} : { page: marking.page }) }],
      under: [],
    },
  ];
}
