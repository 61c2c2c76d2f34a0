/** A draft as pages get it. */
import type { Draft, DraftClause } from '../contract.ts';
import { effectText } from './effects.ts';
import { partOf, qualificationsOf } from './parts.ts';
import { rulesIn } from './rule-text.ts';
import type { DraftContent, StoredClause } from './stored.ts';

/** Clauses, deliverables and parts; the caller adds what it knows of the draft beside its content. */
export function shownContent(
  content: DraftContent,
): Pick<Draft, 'head' | 'clauses' | 'deliverables' | 'qualifications' | 'parts' | 'proposedParts'> {
  return {
    head: content.head,
    clauses: content.clauses.map(shownClause),
    deliverables: content.deliverables,
    qualifications: qualificationsOf(content),
    parts: {
      standards: partOf(content, 'standards'),
      roles: partOf(content, 'roles'),
      meetings: partOf(content, 'meetings'),
      'meeting-conditions': partOf(content, 'meeting-conditions'),
      team: partOf(content, 'team'),
      duties: partOf(content, 'duties'),
      consultation: partOf(content, 'consultation'),
      'follow-up': partOf(content, 'follow-up'),
      report: partOf(content, 'report'),
      delivery: partOf(content, 'delivery'),
    },
    proposedParts: content.proposed,
  };
}

function shownClause(clause: StoredClause): DraftClause {
  return {
    ...clause,
    ruleList: rulesIn(clause.rules),
    work: clause.more['wbs'] ?? null,
    suggestions: clause.suggestions.map(({ gives, held: _held, ...one }) => ({
      ...one,
      effects: gives.map(effectText),
    })),
  };
}
