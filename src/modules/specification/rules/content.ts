/** Drafts as values: made from a proposal or a file, and written as a specification file. */
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { parametersOf, specificationFrom, summaryOf, type Proposal } from '../../../core/specification-import/index.ts';
import type { DraftDeliverable } from '../contract.ts';
import { effectsOf } from './effects.ts';
import { rulesIn, ruleText } from './rule-text.ts';
import { departmentsOf, type DraftContent, type Json, jsonList, jsonRecord, type StoredClause } from './stored.ts';
import { suggestionsOf } from './suggestions.ts';

const HEAD_FIELDS = new Set('id title authority fiscalYear period marking departments clauses deliverables'.split(' '));
const CLAUSE_FIELDS = new Set(['id', 'title', 'kind', 'capability', 'summary', 'parameters', 'rules', 'statement']);
const DELIVERABLE_FIELDS = new Set(['type', 'name', 'clause', 'due', 'forms', 'formats', 'copies', 'approval']);

/** A draft from what the importer read. `newId` gives the keys. */
export function contentOf(proposal: Proposal, newId: () => string): DraftContent {
  const { head } = proposal;
  const fiscalYear = head.fiscalYear;
  const file = specificationFrom(proposal, {
    id: 'draft',
    title: head.title ?? '',
    authority: head.authority ?? '',
    fiscalYear: fiscalYear ?? 0,
    periodTo: head.periodTo ?? '',
    marking: head.marking,
  });
  const rules = new Map(file.clauses.map((clause) => [clause.id, clause.rules ?? []]));
  return {
    head: {
      id: fiscalYear === null ? 'specification' : `specification-${fiscalYear}`,
      title: head.title ?? '',
      authority: head.authority ?? '',
      fiscalYear,
      periodFrom: 'contractDate',
      periodTo: head.periodTo,
      marking: head.marking,
      departments: null,
    },
    clauses: proposal.clauses.map((clause) => ({
      key: newId(),
      id: clause.id,
      title: clause.title.slice(0, 200) || clause.id,
      kind: clause.kind,
      capability: clause.capability,
      summary: summaryOf(clause.text, clause.title).slice(0, 10_000) || clause.id,
      summaryProposed: true,
      text: clause.text,
      parts: clause.parts,
      under: [...clause.under],
      rules: ruleText(rules.get(clause.id) ?? []),
      suggestions: suggestionsOf(clause).map((one) => ({
        ...one,
        id: newId(),
        decision: 'open',
        gives: effectsOf(one, clause, file),
        held: [],
      })),
      kindConfidence: clause.kindConfidence,
      capabilityConfidence: clause.capabilityConfidence,
      parameters: jsonOf(parametersOf(clause)),
      more: {},
    })),
    deliverables: file.deliverables.map((one) => deliverableOf(jsonOf(one))),
    more: jsonRecord(
      jsonOf({
        standards: [],
        precedence: [],
        qualifications: file.qualifications,
        roles: [],
        meetings: file.meetings,
        conditions: file.conditions,
      }),
    ),
    proposed: [
      ...(file.meetings.length > 0 ? (['meetings'] as const) : []),
      ...(file.conditions.meetings === undefined ? [] : (['meeting-conditions'] as const)),
      ...(file.conditions.team === undefined ? [] : (['team'] as const)),
      ...(file.conditions.consultation === undefined ? [] : (['consultation'] as const)),
    ],
  };
}

/** A draft from the text of a specification file that has been checked. */
export function contentOfFile(text: string, newId: () => string): DraftContent {
  const raw = jsonRecord(jsonOf(parse(text)));
  const clauses = jsonList(raw['clauses']).map(jsonRecord);
  const period = jsonRecord(raw['period'] ?? {});
  return {
    head: {
      id: textOf(raw['id']),
      title: textOf(raw['title']),
      authority: textOf(raw['authority']),
      fiscalYear: typeof raw['fiscalYear'] === 'number' ? raw['fiscalYear'] : null,
      periodFrom: period['from'] === 'dayAfterContract' ? 'dayAfterContract' : 'contractDate',
      periodTo: typeof period['to'] === 'string' ? period['to'] : null,
      marking: typeof raw['marking'] === 'string' ? raw['marking'] : null,
      departments: departmentsOf(raw['departments']),
    },
    clauses: clauses.map((clause) => ({
      key: newId(),
      id: textOf(clause['id']),
      title: textOf(clause['title']),
      kind: clause['kind'] as StoredClause['kind'],
      capability: textOf(clause['capability']),
      summary: textOf(clause['summary']),
      summaryProposed: false,
      text: '',
      parts: [],
      under: [],
      rules: ruleText(jsonList(clause['rules'])),
      suggestions: [],
      kindConfidence: 1,
      capabilityConfidence: 1,
      parameters: clause['parameters'] ?? {},
      more: rest(clause, CLAUSE_FIELDS),
    })),
    deliverables: jsonList(raw['deliverables']).map(deliverableOf),
    more: rest(raw, HEAD_FIELDS),
    proposed: [],
  };
}

/** The draft as a specification file. */
export function fileOf(content: DraftContent, id: string): string {
  const { head, clauses, deliverables, more } = content;
  return stringify(
    {
      id,
      title: head.title,
      authority: head.authority,
      fiscalYear: head.fiscalYear,
      period: { from: head.periodFrom, to: head.periodTo },
      ...(head.marking === null ? {} : { marking: head.marking }),
      ...(head.departments === null ? {} : { departments: head.departments }),
      ...more,
      deliverables: deliverables.map(({ due, copies, more: others, ...one }) => ({
        ...one,
        ...others,
        ...(due === null && 'due' in others ? {} : { due: dueOf(due) }),
        ...(copies === null ? {} : { copies }),
      })),
      clauses: clauses.map((clause) => {
        const rules = rulesIn(clause.rules) ?? [];
        const proven = rules.length > 0 || jsonList(clause.more['evidence']).length > 0;
        return {
          id: clause.id,
          title: clause.title,
          kind: clause.kind,
          capability: clause.capability,
          summary: clause.summary,
          parameters: clause.parameters,
          ...clause.more,
          ...(rules.length > 0 ? { rules } : {}),
          ...(proven ? {} : { statement: true }),
        };
      }),
    },
    { lineWidth: 0 },
  );
}

function deliverableOf(value: Json): DraftDeliverable {
  const raw = jsonRecord(value);
  const due = readDue(raw['due'] ?? null);
  return {
    type: textOf(raw['type']),
    name: textOf(raw['name']),
    clause: textOf(raw['clause']),
    due: due === undefined ? null : due,
    forms: raw['forms'] as DraftDeliverable['forms'],
    formats: raw['formats'] as DraftDeliverable['formats'],
    copies: typeof raw['copies'] === 'number' ? raw['copies'] : null,
    approval: raw['approval'] === true,
    // A date that this page cannot show is kept as it is.
    more: { ...rest(raw, DELIVERABLE_FIELDS), ...(due === undefined ? { due: raw['due'] ?? null } : {}) },
  };
}

function readDue(due: Json): DraftDeliverable['due'] | undefined {
  if (due === null || typeof due === 'string') return due;
  const raw = jsonRecord(due);
  const span = jsonRecord(raw['span'] ?? {});
  const unit = span['unit'];
  const plain = (span['first'] ?? 'exclusive') === 'exclusive' && (span['roll'] ?? 'none') === 'none';
  if (raw['from'] !== 'contractDate' || typeof span['n'] !== 'number' || !plain) return undefined;
  if (unit !== 'days' && unit !== 'business-days' && unit !== 'opening-days' && unit !== 'months') return undefined;
  return { days: span['n'], unit };
}

function dueOf(due: DraftDeliverable['due']): unknown {
  return due === null || typeof due === 'string'
    ? due
    : { from: 'contractDate', span: { n: due.days, unit: due.unit } };
}

function rest(raw: Readonly<Record<string, Json>>, known: ReadonlySet<string>): Record<string, Json> {
  return Object.fromEntries(Object.entries(raw).filter(([key]) => !known.has(key)));
}

function jsonOf(value: unknown): Json {
  return z.json().parse(JSON.parse(JSON.stringify(value)));
}

/** The schema has checked the file: what is no text here is a number or a truth value. */
function textOf(value: Json | undefined): string {
  return typeof value === 'object' || value === undefined ? '' : String(value);
}
