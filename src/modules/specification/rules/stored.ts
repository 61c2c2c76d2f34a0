/** A draft as it is kept: what pages get, and what only the server needs to take a proposal back. */
import type { DraftClause, DraftDeliverable, DraftHead, PartName, Suggestion } from '../contract.ts';

export type Json = DraftClause['parameters'];

/** What stands in the draft because of a proposal. */
export type Effect =
  | { what: 'rule'; id: string; title: string }
  | { what: 'deliverable'; type: string; name: string }
  | { what: 'due'; type: string; name: string }
  | { what: 'meeting'; type: string; name: string }
  | { what: 'person'; id: string; title: string }
  | { what: 'cap'; max: number }
  | { what: 'parameter'; list: 'deadlines' | 'cadences' | 'amounts' | 'condition'; written: string };

/** What was taken out when the proposal was refused, so that it can come back. */
export type Held = { effect: Effect; value: Json };

export type StoredSuggestion = Omit<Suggestion, 'effects'> & { gives: Effect[]; held: Held[] };
export type StoredClause = Omit<DraftClause, 'suggestions' | 'ruleList' | 'work'> & {
  suggestions: StoredSuggestion[];
};

/** What a draft holds besides its name. */
export type DraftContent = {
  head: DraftHead;
  clauses: StoredClause[];
  deliverables: DraftDeliverable[];
  /** Fields of the file that have no column of their own: standards, roles, meetings, conditions … */
  more: Record<string, Json>;
  /** Parts that the import proposed and nobody has looked at. */
  proposed: PartName[];
};

/** A draft that an earlier version of the product kept has none of what came later. */
export function upgraded(content: DraftContent): DraftContent {
  const { proposed } = content as { proposed?: PartName[] };
  const { departments: counted, ...more } = content.more;
  const earlier: Partial<DraftHead> = content.head;
  const departments = earlier.departments ?? departmentsOf(counted);
  return {
    ...content,
    head: { ...content.head, departments },
    more,
    proposed: proposed ?? [],
    clauses: content.clauses.map((clause) => {
      const { summaryProposed } = clause as { summaryProposed?: boolean };
      return {
        ...clause,
        summaryProposed: summaryProposed ?? false,
        suggestions: clause.suggestions.map((one, at): StoredSuggestion => {
          const before: Partial<StoredSuggestion> = one;
          const { id = `s${at}`, decision = 'open', gives = [], held = [] } = before;
          return { ...one, id, decision, gives, held };
        }),
      };
    }),
  };
}

/** Bureaus and sections as a file states them; null where it does not. */
export function departmentsOf(value: Json | undefined): DraftHead['departments'] {
  const { bureaus, sections } = jsonRecord(value);
  return typeof bureaus === 'number' && typeof sections === 'number' ? { bureaus, sections } : null;
}

export function jsonRecord(value: Json | undefined): Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

/** A text; nothing for any other value. */
export const jsonText = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

export const jsonList = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);
