/**
 * A second reading of the rules, as plain as possible and shared with nothing of the evaluation but calendar, patterns
 * and dates: which duties have failed once a year is over. It says what an injected fault must lead to, so it looks at
 * every day and every fact instead of at the few that matter.
 */
import { addDays, type Calendar, type Day } from '../../src/core/calendar/index.ts';
import {
  type Anchors,
  type ClauseRule,
  compareFacts,
  type DateExpression,
  type Fact,
  factDay,
  matches,
  type Pattern,
  resolveDate,
  type Rule,
} from '../../src/core/obligation/index.ts';
import { dataAt, keysAt, valueAt } from '../../src/core/obligation/fact.ts';
import { dataSatisfies, failingPaths } from '../../src/core/obligation/pattern.ts';
import { cutPeriods } from '../../src/core/obligation/periods.ts';

export type Failure = 'late' | 'breached';

export interface YearEnd {
  readonly calendar: Calendar;
  readonly anchors: Anchors;
  /** The day on which everything is over and every due date has passed. */
  readonly today: Day;
}

/** One duty of a rule: what of its key follows the rule, for whom, and whether it failed. */
interface Verdict {
  readonly subject: string | null;
  readonly mark?: string;
  readonly failure: Failure | null;
}

/** The keys of all duties that failed, with how. */
export function expectedFailures(
  rules: readonly ClauseRule[],
  facts: readonly Fact[],
  end: YearEnd,
): Map<string, Failure> {
  const failures = new Map<string, Failure>();
  const look = lookAt(facts, end);
  for (const { clause, rule } of rules) {
    if (rule.when && !rule.when.some((pattern) => look.find(pattern).length > 0)) continue;
    for (const { subject, mark, failure } of verdicts(rule, look)) {
      if (failure === null || (failure === 'breached' && isExcused(rule, subject, look))) continue;
      failures.set(`${clause}/${rule.id}/${subject ?? '-'}${mark === undefined ? '' : `/${mark}`}`, failure);
    }
  }
  return failures;
}

type Look = YearEnd & {
  find(pattern: Pattern): Fact[];
  of(pattern: Pattern, subject: string): Fact[];
  subjects(pattern: Pattern): string[];
  day(expression: DateExpression): Day | null;
};

function lookAt(facts: readonly Fact[], end: YearEnd): Look {
  // The same questions are asked on every day of the year: an answer is kept, so that a thousand years end in time.
  const found = new Map<string, Fact[]>();
  const grouped = new Map<string, ReadonlyMap<string, Fact[]>>();
  const find = (pattern: Pattern): Fact[] =>
    kept(found, nameOf(pattern), () => facts.filter((fact) => matches(pattern, fact)).sort(compareFacts));
  const groups = (pattern: Pattern): ReadonlyMap<string, Fact[]> =>
    kept(grouped, nameOf(pattern), () => {
      const keyed = find(pattern).flatMap((fact) =>
        [...new Set(keysAt(fact, pattern.key))].map((key) => ({ key, fact })),
      );
      const pairs = [...Map.groupBy(keyed, ({ key }) => key)];
      return new Map(pairs.map(([key, own]) => [key, own.map(({ fact }) => fact)]));
    });
  return {
    ...end,
    find,
    of: (pattern, subject) => groups(pattern).get(subject) ?? [],
    subjects: (pattern) => [...groups(pattern).keys()],
    day: (expression) => resolveDate(expression, { calendar: end.calendar, anchors: end.anchors, find }).day,
  };
}

const names = new WeakMap<Pattern, string>();

/** Patterns that say the same have one name. */
function nameOf(pattern: Pattern): string {
  const name = names.get(pattern) ?? JSON.stringify(pattern);
  names.set(pattern, name);
  return name;
}

function kept<T>(memory: Map<string, T>, name: string, make: () => T): T {
  const known = memory.get(name);
  if (known !== undefined) return known;
  const made = make();
  memory.set(name, made);
  return made;
}

function isExcused(rule: Rule, subject: string | null, look: Look): boolean {
  return (rule.unless ?? []).some((excuse) =>
    excuse.scope === 'engagement'
      ? look.find(excuse).length > 0
      : subject !== null && look.of(excuse, subject).length > 0,
  );
}

function verdicts(rule: Rule, look: Look): Verdict[] {
  switch (rule.type) {
    case 'by': {
      const due = look.day(rule.due);
      const from = rule.notBefore === undefined ? null : look.day(rule.notBefore);
      const judge = (subject: string | null, facts: readonly Fact[]): Verdict => ({
        subject,
        failure: missed(
          due,
          facts.find((fact) => from === null || factDay(fact) >= from),
          look,
        ),
      });
      const { per } = rule;
      if (!per) return [judge(null, look.find(rule.fact))];
      const subjects = look.subjects(per);
      if (subjects.length === 0) return rule.expect === 'some' ? [judge(null, [])] : [];
      return subjects.map((subject) => judge(subject, look.of(rule.fact, subject)));
    }
    case 'respond':
      return eachTrigger(rule.trigger, look, (subject, trigger) => {
        const answer = look
          .of(rule.response, subject)
          .find((fact) => factDay(fact) >= factDay(trigger) && fact !== trigger);
        return missed(respondDue(rule, trigger, look), answer, look);
      });
    case 'before': {
      const judge = (trigger: Fact, first: Fact | undefined): Failure | null => {
        if (!first) return 'breached';
        let latest = addDays(factDay(trigger), 400);
        while (look.calendar.addSpan(latest, rule.lead) > factDay(trigger)) latest = addDays(latest, -1);
        return factDay(first) <= latest ? null : 'late';
      };
      if (rule.scope === 'engagement') {
        const first = look.find(rule.required)[0];
        return look
          .find(rule.trigger)
          .map((trigger, n) => ({ subject: null, ...nth(n), failure: judge(trigger, first) }));
      }
      return eachTrigger(rule.trigger, look, (subject, trigger) => judge(trigger, look.of(rule.required, subject)[0]));
    }
    case 'without': {
      const whole = rule.scope === 'engagement';
      const subjects = whole ? (look.find(rule.trigger).length > 0 ? [null] : []) : look.subjects(rule.trigger);
      return subjects.map((subject) => {
        const facts = (pattern: Pattern): Fact[] => (subject === null ? look.find(pattern) : look.of(pattern, subject));
        const day = facts(rule.trigger).map(factDay).sort()[0] ?? '';
        const allowed = rule.required.every((pattern) => facts(pattern).some((fact) => factDay(fact) <= day));
        return { subject, failure: rule.required.length > 0 && allowed ? null : 'breached' };
      });
    }
    case 'recur':
      return periodsOf(rule, look).map(({ from, to }) => {
        const inside = look.find(rule.fact).filter((fact) => from <= factDay(fact) && factDay(fact) <= to);
        return { subject: null, mark: from, failure: inside.length < rule.min && look.today > to ? 'breached' : null };
      });
    case 'count':
      return countVerdicts(rule, look);
    case 'participants': {
      return latest(rule.fact, look).map(([subject, fact]) => {
        const people = valueAt(fact, rule.people);
        const fitting = (Array.isArray(people) ? people : []).filter((person: unknown) => {
          const id = typeof person === 'string' ? person : (dataAt(person, 'member') ?? dataAt(person, 'id'));
          return (
            dataSatisfies(rule.who, person) &&
            rule.holding.every((it) => typeof id === 'string' && holders(it, look, factDay(fact)).has(id))
          );
        });
        return { subject, failure: fitting.length < rule.min ? 'breached' : null };
      });
    }
    case 'holds': {
      const [from, to] = [look.day(rule.from), look.day(rule.to)];
      if (from === null || to === null) return [];
      for (let day = from; day <= to && day <= look.today; day = addDays(day, 1)) {
        const sets = rule.all.map((condition) => holders(condition, look, day));
        const wanted = rule.every ? holders(rule.every, look, day) : null;
        const all = [...(wanted ?? sets[0] ?? [])].filter((key) => sets.every((set) => set.has(key))).length;
        if (all < (wanted ? wanted.size : rule.min)) return [{ subject: null, failure: 'breached' }];
      }
      return [{ subject: null, failure: null }];
    }
    case 'content':
      return latest(rule.fact, look).map(([subject, fact]) => {
        const good =
          (!rule.must || failingPaths(rule.must, fact).length === 0) &&
          (!rule.anyOf || rule.anyOf.some((where) => failingPaths(where, fact).length === 0));
        return { subject, failure: good ? null : 'breached' };
      });
  }
}

function missed(due: Day | null, fact: Fact | undefined, { today }: Look): Failure | null {
  if (due === null) return null;
  if (fact) return factDay(fact) > due ? 'late' : null;
  return today > due ? 'breached' : null;
}

const nth = (position: number): { mark?: string } => (position === 0 ? {} : { mark: `#${position + 1}` });

function eachTrigger(
  pattern: Pattern,
  look: Look,
  judge: (subject: string, trigger: Fact) => Failure | null,
): Verdict[] {
  return look
    .subjects(pattern)
    .flatMap((subject) =>
      look.of(pattern, subject).map((trigger, n) => ({ subject, ...nth(n), failure: judge(subject, trigger) })),
    );
}

function respondDue(rule: Extract<Rule, { type: 'respond' }>, trigger: Fact, look: Look): Day | null {
  const dayAt = (path: string | undefined): Day | null => {
    const value = path === undefined ? undefined : valueAt(trigger, path);
    return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : null;
  };
  if (rule.dueAt !== undefined) return dayAt(rule.dueAt);
  if (rule.within) return look.calendar.addSpan(dayAt(rule.startAt) ?? factDay(trigger), rule.within);
  return rule.due === undefined ? null : look.day(rule.due);
}

function periodsOf(rule: Extract<Rule, { type: 'recur' }>, look: Look): { from: Day; to: Day }[] {
  const [from, to] = [look.day(rule.from), look.day(rule.to)];
  if (from === null || to === null) return [];
  return cutPeriods(from, to, rule.every, rule.partial).filter((period) => {
    for (let day = period.from; day <= period.to; day = addDays(day, 1)) if (look.calendar.isOpen(day)) return true;
    return false;
  });
}

function countVerdicts(rule: Extract<Rule, { type: 'count' }>, look: Look): Verdict[] {
  const due = look.day(rule.due);
  const judge = (facts: readonly Fact[], until: Day | null): Failure | null => {
    const { distinct } = rule;
    const days = distinct === undefined ? facts.map(factDay) : firstDays(facts, distinct);
    if (rule.max !== undefined && days.length > rule.max) return 'breached';
    if (rule.min === undefined || until === null) return null;
    const reached = days[rule.min - 1];
    if (reached !== undefined) return reached > until ? 'late' : null;
    return look.today > until ? 'breached' : null;
  };
  const { per, every } = rule;
  if (per) {
    return look.subjects(per).map((subject) => ({ subject, failure: judge(look.of(rule.fact, subject), due) }));
  }
  const facts = look.find(rule.fact);
  if (!every) return [{ subject: null, failure: judge(facts, due) }];
  const from = look.day(rule.from);
  if (from === null || due === null) return [];
  return cutPeriods(from, due, every, 'count').map((period) => ({
    subject: null,
    mark: period.from,
    failure: judge(
      facts.filter((fact) => period.from <= factDay(fact) && factDay(fact) <= period.to),
      period.to,
    ),
  }));
}

/** The day on which each different value was first seen. */
function firstDays(facts: readonly Fact[], path: string): Day[] {
  const seen = new Set<string>();
  return facts.flatMap((fact) =>
    keysAt(fact, path)
      .filter((key) => !seen.has(key) && seen.add(key).has(key))
      .map(() => factDay(fact)),
  );
}

/** The last record of each subject, where that one fits the pattern. */
function latest(pattern: Pattern, look: Look): [string, Fact][] {
  const all: Pattern = { fact: pattern.fact, key: pattern.key };
  return look.subjects(all).flatMap((subject): [string, Fact][] => {
    const last = look.of(all, subject).at(-1);
    return last && matches(pattern, last) ? [[subject, last]] : [];
  });
}

type HeldCondition = Extract<Rule, { type: 'holds' }>['all'][number];

/** Who satisfies the condition on that day: begun, not past its end, and not ended by another record since. */
function holders(condition: HeldCondition, look: Look, day: Day): Set<string> {
  const { endedBy } = condition;
  const dayOf = (fact: Fact, path: string | undefined): Day | null => {
    const value = path === undefined ? undefined : valueAt(fact, path);
    return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : null;
  };
  const held = new Set<string>();
  for (const fact of look.find(condition)) {
    const [from, to] = [dayOf(fact, condition.validFrom) ?? factDay(fact), dayOf(fact, condition.validTo)];
    if (day < from || (to !== null && day > to)) continue;
    for (const key of keysAt(fact, condition.key)) {
      const ended = endedBy
        ? look.of(endedBy, key).some((end) => compareFacts(end, fact) > 0 && factDay(end) <= day)
        : false;
      if (!ended) held.add(key);
    }
  }
  return held;
}
