import type { DateExpression } from './date-expression.ts';
import { kindsOf, type Pattern } from './pattern.ts';
import type { Rule } from './rule.ts';

/** Every pattern that a rule looks at, so that a new fact re-evaluates only the rules it can change. */
export function patternsOfRule(rule: Rule): Pattern[] {
  return [...(rule.when ?? []), ...(rule.unless ?? []), ...ownPatterns(rule)];
}

/** The kinds of facts that a rule looks at. */
export function kindsOfRule(rule: Rule): Set<string> {
  return new Set(patternsOfRule(rule).flatMap(kindsOf));
}

/** Can at least one of the kinds that the pattern names be recorded? */
export function canRecord(pattern: Pattern, recordable: ReadonlySet<string>): boolean {
  return kindsOf(pattern).some((kind) => recordable.has(kind));
}

/** Can everything that the rule waits for be recorded? What ends a condition or excuses a duty need not be. */
export function isRecordable(rule: Rule, recordable: ReadonlySet<string>): boolean {
  const can = (pattern: Pattern): boolean => canRecord(pattern, recordable);
  return (rule.when?.some(can) ?? true) && awaitedPatterns(rule).every(can);
}

function awaitedPatterns(rule: Rule): Pattern[] {
  switch (rule.type) {
    case 'participants':
      return [rule.fact, ...rule.holding];
    case 'holds':
      return [...rule.all, ...optional(rule.every), ...inDates(rule.from, rule.to)];
    default:
      return ownPatterns(rule);
  }
}

function ownPatterns(rule: Rule): Pattern[] {
  switch (rule.type) {
    case 'by':
      return [rule.fact, ...optional(rule.per), ...inDates(rule.due, rule.notBefore)];
    case 'respond':
      return [rule.trigger, rule.response, ...inDates(rule.due)];
    case 'before':
      return [rule.trigger, rule.required];
    case 'without':
      return [rule.trigger, ...rule.required];
    case 'recur':
      return [rule.fact, ...inDates(rule.from, rule.to)];
    case 'count':
      return [rule.fact, ...optional(rule.per), ...inDates(rule.from, rule.due)];
    case 'participants':
      return [rule.fact, ...rule.holding.flatMap(conditionPatterns)];
    case 'holds':
      return [
        ...rule.all.flatMap(conditionPatterns),
        ...(rule.every ? conditionPatterns(rule.every) : []),
        ...inDates(rule.from, rule.to),
      ];
    case 'content':
      return [rule.fact];
  }
}

function conditionPatterns(condition: Pattern & { endedBy?: Pattern | undefined }): Pattern[] {
  return [condition, ...optional(condition.endedBy)];
}

function inDates(...dates: (DateExpression | undefined)[]): Pattern[] {
  return dates.flatMap((date) => (typeof date === 'object' && 'after' in date ? [date.after] : []));
}

function optional(pattern: Pattern | undefined): Pattern[] {
  return pattern ? [pattern] : [];
}
