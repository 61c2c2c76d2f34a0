import { formatEra } from '../calendar/index.ts';
import { intervalsOf, keysOn } from './condition-intervals.ts';
import { dataAt, factDay, valueAt, type Fact } from './fact.ts';
import type { Finding } from './obligation.ts';
import { dataSatisfies, failingPaths, matches, type Pattern } from './pattern.ts';
import type { RuleOf } from './rule.ts';
import type { View } from './view.ts';

/** `content`: the latest record of each subject has what it must have. An earlier faulty version is superseded by it. */
export function evaluateContent(rule: RuleOf<'content'>, view: View): Finding[] {
  return latestOfEach(view, rule.fact).map(([subject, fact]): Finding => {
    const lacking = rule.must ? failingPaths(rule.must, fact) : [];
    const oneFits = rule.anyOf?.some((where) => failingPaths(where, fact).length === 0) ?? true;
    const met = lacking.length === 0 && oneFits;
    const what = lacking.length > 0 ? `（不足又は不適合の項目：${lacking.join('、')}）` : '';
    return {
      subject,
      due: factDay(fact),
      derivation: `${formatEra(factDay(fact))}の記録の内容`,
      state: met ? 'met' : 'breached',
      proof: [fact],
      missing: met ? '' : `「${rule.title}」を満たす内容になっていません${what}。`,
    };
  });
}

/** `participants`: the latest record of each subject names enough people of the required kind. */
export function evaluateParticipants(rule: RuleOf<'participants'>, view: View): Finding[] {
  const conditions = rule.holding.map((condition) => intervalsOf(condition, view));
  return latestOfEach(view, rule.fact).map(([subject, fact]): Finding => {
    const people = valueAt(fact, rule.people);
    const day = factDay(fact);
    const holders = conditions.map((intervals) => keysOn(intervals, day));
    const fitting = (Array.isArray(people) ? people : []).filter((person: unknown) => {
      const id = typeof person === 'string' ? person : (dataAt(person, 'member') ?? dataAt(person, 'id'));
      return dataSatisfies(rule.who, person) && holders.every((set) => typeof id === 'string' && set.has(id));
    });
    const met = fitting.length >= rule.min;
    return {
      subject,
      due: day,
      derivation: `${formatEra(day)}の参加者のうち${rule.min}人以上`,
      state: met ? 'met' : 'breached',
      proof: [fact],
      missing: met ? '' : `「${rule.title}」には${rule.min}人以上が必要です（該当する参加者は${fitting.length}人）。`,
    };
  });
}

/** The latest fact of each subject, where that one fits: a later version without the property replaces an earlier one. */
function latestOfEach(view: View, pattern: Pattern): [string, Fact][] {
  const everything: Pattern = { fact: pattern.fact, key: pattern.key };
  return [...view.group(everything)].flatMap(([subject, facts]): [string, Fact][] => {
    const latest = facts.at(-1);
    return latest && matches(pattern, latest) ? [[subject, latest]] : [];
  });
}
