/** Moving, splitting, joining, adding and removing clauses of a draft. */
import { summaryOf } from '../../../core/specification-import/index.ts';
import { ruleText, rulesIn } from './rule-text.ts';
import { jsonRecord, type StoredClause } from './stored.ts';

export type Arrangement = { clauses: StoredClause[]; key: string | null };
export type Action = 'move-up' | 'move-down' | 'split' | 'merge-next' | 'add-after' | 'delete';

/** The clauses after a change, and the clause to look at next. Null when the change is not possible there. */
export function arranged(
  clauses: readonly StoredClause[],
  key: string,
  action: Action,
  how: { at?: number | undefined; newKey: string },
): Arrangement | null {
  const at = clauses.findIndex((clause) => clause.key === key);
  const clause = clauses[at];
  if (clause === undefined) return null;
  const next = clauses[at + 1];
  switch (action) {
    case 'move-up':
      return at === 0 ? null : { clauses: swapped(clauses, at - 1), key };
    case 'move-down':
      return next === undefined ? null : { clauses: swapped(clauses, at), key };
    case 'delete':
      return { clauses: clauses.filter((one) => one.key !== key), key: (next ?? clauses[at - 1])?.key ?? null };
    case 'add-after': {
      const added = {
        ...empty(how.newKey),
        id: freeId(clauses, `${clause.id}-追加`),
        capability: clause.capability,
        under: clause.under,
      };
      return { clauses: clauses.toSpliced(at + 1, 0, added), key: how.newKey };
    }
    case 'merge-next':
      return next === undefined ? null : { clauses: clauses.toSpliced(at, 2, merged(clause, next)), key };
    case 'split': {
      const parts = split(clause, how.at ?? 0, how.newKey, clauses);
      return parts === null ? null : { clauses: clauses.toSpliced(at, 1, ...parts), key: how.newKey };
    }
  }
}

function swapped(clauses: readonly StoredClause[], at: number): StoredClause[] {
  const [first, second] = [clauses[at], clauses[at + 1]];
  return first === undefined || second === undefined ? [...clauses] : clauses.toSpliced(at, 2, second, first);
}

const empty = (key: string): StoredClause => ({
  key,
  id: '',
  title: '新しい条項',
  kind: 'conduct',
  capability: 'engagement',
  summary: '要旨を書いてください。',
  summaryProposed: false,
  text: '',
  parts: [],
  under: [],
  rules: '',
  suggestions: [],
  kindConfidence: 1,
  capabilityConfidence: 1,
  parameters: {},
  more: {},
});

function merged(a: StoredClause, b: StoredClause): StoredClause {
  const shift = a.text.length + 1;
  const text = a.text === '' ? b.text : `${a.text}\n${b.text}`;
  const move = a.text === '' ? 0 : shift;
  return {
    ...a,
    summary: `${a.summary}\n${b.summary}`.slice(0, 10_000),
    text,
    parts: [...a.parts, ...b.parts.map((part) => ({ ...part, start: part.start + move }))],
    rules: joinedRules(a.rules, b.rules),
    suggestions: [
      ...a.suggestions,
      ...b.suggestions.map((one) => ({ ...one, start: one.start + move, end: one.end + move })),
    ],
  };
}

/** The rules of both, each with a name of its own. */
function joinedRules(a: string, b: string): string {
  const first = rulesIn(a);
  const second = rulesIn(b);
  if (first === null || second === null) return [a, b].filter((rules) => rules !== '').join('\n');
  const taken = new Set(first.map((rule) => jsonRecord(rule)['id']));
  const named = second.map((rule) => {
    const { id } = jsonRecord(rule);
    return taken.has(id) ? { ...jsonRecord(rule), id: `${String(id)}-2` } : rule;
  });
  if (second.length === 0) return a;
  return first.length === 0 ? b : ruleText([...first, ...named]);
}

/** Both halves keep what was found in them; the rules stay with the first. */
function split(clause: StoredClause, at: number, key: string, clauses: readonly StoredClause[]): StoredClause[] | null {
  if (at <= 0 || at >= clause.text.length) return null;
  const head = clause.text.slice(0, at).trimEnd();
  const raw = clause.text.slice(at);
  const tail = raw.trimStart();
  if (head === '' || tail === '') return null;
  const begin = at + raw.length - tail.length;
  const before = clause.parts.findLast((part) => part.start <= begin);
  const second: StoredClause = {
    ...clause,
    key,
    id: freeId(clauses, `${clause.id}-2`),
    title: tail.slice(0, 30).split('\n')[0] ?? '続き',
    summary: summaryOf(tail, '') || tail.slice(0, 60),
    summaryProposed: true,
    text: tail,
    rules: '',
    more: {},
    parts: [
      ...(before === undefined ? [] : [{ ...before, start: 0 }]),
      ...clause.parts.filter((part) => part.start > begin).map((part) => ({ ...part, start: part.start - begin })),
    ],
    suggestions: clause.suggestions
      .filter((one) => one.start >= begin)
      .map((one) => ({ ...one, start: one.start - begin, end: one.end - begin })),
  };
  const first: StoredClause = {
    ...clause,
    summary: clause.summaryProposed ? summaryOf(head, clause.title) : clause.summary,
    text: head,
    parts: clause.parts.filter((part) => part.start < at),
    suggestions: clause.suggestions.filter((one) => one.end <= head.length),
  };
  return [first, second];
}

function freeId(clauses: readonly StoredClause[], wanted: string): string {
  const taken = new Set(clauses.map((clause) => clause.id));
  let id = wanted;
  for (let n = 2; taken.has(id); n += 1) id = `${wanted}（${n}）`;
  return id;
}
