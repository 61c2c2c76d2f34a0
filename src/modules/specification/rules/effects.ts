/** What a proposal has put into a draft, and how it is taken out and put back. */
import type { ProposedClause, SpecificationDraft } from '../../../core/specification-import/index.ts';
import type { DraftDeliverable, Suggestion } from '../contract.ts';
import { partOf, withPart } from './parts.ts';
import { rulesIn, withRule } from './rule-text.ts';
import {
  type DraftContent,
  type Effect,
  type Held,
  type Json,
  jsonList,
  jsonRecord,
  type StoredClause,
} from './stored.ts';

type Decision = Suggestion['decision'];
type Read = Pick<Suggestion, 'type' | 'start' | 'end'>;

/** What the file that was made of a clause holds because of something read in it. */
export function effectsOf(read: Read, clause: ProposedClause, file: SpecificationDraft): Effect[] {
  const written = clause.text.slice(read.start, read.end);
  const rules = (file.clauses.find((one) => one.id === clause.id)?.rules ?? []).map((one) => jsonRecord(one as Json));
  const ruled = (fits: (id: string) => boolean): Effect[] =>
    rules
      .filter((one) => fits(String(one['id'])))
      .map((one) => ({ what: 'rule', id: String(one['id']), title: String(one['title']) }));
  const owed = file.deliverables.filter((one) => one.clause === clause.id);
  switch (read.type) {
    case 'document': {
      const document = owed.find((one) =>
        clause.documents.some((it) => it.start === read.start && it.name === one.name),
      );
      if (document === undefined) return [];
      const { type, name } = document;
      return [{ what: 'deliverable', type, name }, ...ruled((id) => id.startsWith(`${type}-`))];
    }
    case 'deadline': {
      const dated = owed.filter((one) => says(one.due, read, clause));
      return [
        ...dated.map(({ type, name }): Effect => ({ what: 'due', type, name })),
        ...rules
          .filter((one) => says(one['due'] ?? one['within'], read, clause))
          .map(({ id, title }): Effect => ({ what: 'rule', id: String(id), title: String(title) })),
        { what: 'parameter', list: 'deadlines', written },
      ];
    }
    case 'cadence': {
      const meetings = file.meetings
        .filter((one) => one.clause === clause.id)
        .map(({ type, name }): Effect => ({ what: 'meeting', type, name }));
      return [...meetings, ...ruled((id) => id.endsWith('-held')), { what: 'parameter', list: 'cadences', written }];
    }
    case 'amount':
    case 'cap': {
      const cap = file.conditions.consultation?.cap;
      const capped = read.type === 'cap' && cap?.clause === clause.id;
      return [
        ...(capped ? [{ what: 'cap', max: cap.max } as const] : []),
        ...(capped ? ruled((id) => id === 'consultation-cap') : []),
        { what: 'parameter', list: 'amounts', written },
      ];
    }
    case 'team': {
      const people = (file.conditions.team?.people ?? [])
        .filter((one) => one.clause === clause.id)
        .map(({ id, title }): Effect => ({ what: 'person', id, title }));
      return [...people, ...ruled((id) => id === 'qualified'), { what: 'parameter', list: 'condition', written }];
    }
    case 'day':
    case 'kind':
    case 'capability':
      return [];
  }
}

/** Whether a date of the file is the one that was read there. */
function says(date: unknown, read: Read, clause: ProposedClause): boolean {
  const found = clause.found.deadlines.find((one) => one.start === read.start && one.end >= read.end);
  if (found === undefined || date === undefined || date === null) return false;
  const text = JSON.stringify(date);
  return found.kind === 'day' ? text.includes(`"${found.day}"`) : text.includes(`"n":${found.n},`);
}

/** An effect in a few words. */
export function effectText(effect: Effect): string {
  switch (effect.what) {
    case 'rule':
      return `規則「${effect.title}」`;
    case 'deliverable':
      return `成果物「${effect.name}」`;
    case 'due':
      return `「${effect.name}」の期日`;
    case 'meeting':
      return `会議「${effect.name}」`;
    case 'person':
      return `体制の条件「${effect.title}」`;
    case 'cap':
      return `相談の上限${effect.max}件`;
    case 'parameter':
      return `条項の値「${effect.written}」`;
  }
}

/** The draft after a decision; null when there is no such proposal. What was taken out earlier comes back unless refused. */
export function decided(content: DraftContent, key: string, id: string, decision: Decision): DraftContent | null {
  const clause = content.clauses.find((one) => one.key === key);
  const suggestion = clause?.suggestions.find((one) => one.id === id);
  if (clause === undefined || suggestion === undefined) return null;
  if (decision !== 'refused') {
    const restored = suggestion.held.toReversed().reduce((now, one) => putBack(now, key, one), content);
    return marked(restored, key, id, decision, []);
  }
  if (suggestion.decision === 'refused') return content;
  const held: Held[] = [];
  let now = content;
  for (const effect of suggestion.gives) {
    const taken = takenOut(now, key, effect);
    if (taken === null) continue;
    held.push({ effect, value: taken.value });
    now = taken.content;
  }
  return marked(now, key, id, decision, held);
}

function marked(content: DraftContent, key: string, id: string, decision: Decision, held: Held[]): DraftContent {
  return onClause(content, key, (clause) => {
    const type = clause.suggestions.find((one) => one.id === id)?.type;
    const sure = { open: 0.5, accepted: 1, refused: 0 }[decision];
    return {
      ...clause,
      ...(type === 'kind' ? { kindConfidence: sure } : {}),
      ...(type === 'capability' ? { capabilityConfidence: sure } : {}),
      suggestions: clause.suggestions.map((one) => (one.id === id ? { ...one, decision, held } : one)),
    };
  });
}

type Taken = { content: DraftContent; value: Json } | null;

/** Null where it stands there no more: somebody has removed or renamed it. */
function takenOut(content: DraftContent, key: string, effect: Effect): Taken {
  switch (effect.what) {
    case 'rule': {
      const clause = content.clauses.find((one) => one.key === key);
      const rules = rulesIn(clause?.rules ?? '') ?? [];
      const at = rules.findIndex((one) => jsonRecord(one)['id'] === effect.id);
      const text = at < 0 ? null : withRule(clause?.rules ?? '', at, null);
      return text === null
        ? null
        : { content: onClause(content, key, (one) => ({ ...one, rules: text })), value: rules[at] ?? null };
    }
    case 'deliverable': {
      const found = content.deliverables.find((one) => one.type === effect.type);
      if (found === undefined) return null;
      return {
        content: { ...content, deliverables: content.deliverables.filter((one) => one !== found) },
        value: found,
      };
    }
    case 'due': {
      const found = content.deliverables.find((one) => one.type === effect.type && one.due !== null);
      return found === undefined ? null : { content: withDue(content, effect.type, null), value: found.due };
    }
    case 'meeting': {
      const meetings = jsonList(partOf(content, 'meetings'));
      const found = meetings.find((one) => jsonRecord(one)['type'] === effect.type);
      if (found === undefined) return null;
      return {
        content: kept(
          content,
          'meetings',
          meetings.filter((one) => one !== found),
        ),
        value: found,
      };
    }
    case 'person': {
      const team = jsonRecord(partOf(content, 'team'));
      const people = jsonList(team['people']);
      const found = people.find((one) => jsonRecord(one)['id'] === effect.id);
      if (found === undefined) return null;
      return {
        content: kept(content, 'team', { ...team, people: people.filter((one) => one !== found) }),
        value: found,
      };
    }
    case 'cap': {
      const consultation = jsonRecord(partOf(content, 'consultation'));
      const { cap, ...others } = consultation;
      return cap === undefined ? null : { content: kept(content, 'consultation', others), value: cap };
    }
    case 'parameter': {
      const clause = content.clauses.find((one) => one.key === key);
      const parameters = jsonRecord(clause?.parameters);
      const value = parameters[effect.list];
      if (value === undefined) return null;
      const left = jsonList(value).filter((one) => jsonRecord(one)['written'] !== effect.written);
      const { [effect.list]: _, ...others } = parameters;
      const next = Array.isArray(value) && left.length > 0 ? { ...others, [effect.list]: left } : others;
      return { content: onClause(content, key, (one) => ({ ...one, parameters: next })), value };
    }
  }
}

function putBack(content: DraftContent, key: string, { effect, value }: Held): DraftContent {
  switch (effect.what) {
    case 'rule':
      return onClause(content, key, (one) => ({ ...one, rules: withRule(one.rules, null, value) ?? one.rules }));
    case 'deliverable': {
      const there = content.deliverables.some((one) => one.type === effect.type);
      return there ? content : { ...content, deliverables: [...content.deliverables, value as DraftDeliverable] };
    }
    case 'due':
      return withDue(content, effect.type, value as DraftDeliverable['due']);
    case 'meeting':
      return kept(content, 'meetings', [...jsonList(partOf(content, 'meetings')), value]);
    case 'person': {
      const team = jsonRecord(partOf(content, 'team'));
      return kept(content, 'team', { ...team, people: [...jsonList(team['people']), value] });
    }
    case 'cap':
      return kept(content, 'consultation', { ...jsonRecord(partOf(content, 'consultation')), cap: value });
    case 'parameter':
      return onClause(content, key, (one) => ({
        ...one,
        parameters: { ...jsonRecord(one.parameters), [effect.list]: value },
      }));
  }
}

/** A proposal taken out of a part leaves the part a proposal. */
function kept(content: DraftContent, part: 'meetings' | 'team' | 'consultation', value: Json): DraftContent {
  return { ...withPart(content, part, value), proposed: content.proposed };
}

function withDue(content: DraftContent, type: string, due: DraftDeliverable['due']): DraftContent {
  return {
    ...content,
    deliverables: content.deliverables.map((one) => (one.type === type ? { ...one, due } : one)),
  };
}

function onClause(content: DraftContent, key: string, change: (clause: StoredClause) => StoredClause): DraftContent {
  return { ...content, clauses: content.clauses.map((one) => (one.key === key ? change(one) : one)) };
}
