/** The rules of a clause as YAML text, which experts write, and as data, which the forms change. Both are the same value. */
import { type Document, isSeq, LineCounter, parseDocument, stringify } from 'yaml';
import { z } from 'zod';
import { RuleSchema } from '../../../core/obligation/index.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import { parseInput } from '../../../kernel/input.ts';
import type { Json } from './stored.ts';

/** Rules as YAML; nothing for no rules. */
export function ruleText(rules: readonly unknown[]): string {
  return rules.length === 0 ? '' : stringify(rules, { lineWidth: 0 });
}

/** The rules in the text; null while it is no YAML list. */
export function rulesIn(text: string): Json[] | null {
  const document = parseDocument(text);
  if (document.errors.length > 0) return null;
  const rules = document.toJS() as Json | undefined;
  if (rules === null || rules === undefined) return [];
  return Array.isArray(rules) ? rules : null;
}

/**
 * The text with one rule put in place of the one at `at` (added at the end for null; removed for a rule of null). What
 * stands around it, remarks included, stays. Null when the text is no YAML list or has no such rule.
 */
export function withRule(text: string, at: number | null, rule: Json): string | null {
  const rules = rulesIn(text);
  if (rules === null || (at !== null && rules[at] === undefined)) return null;
  if (rules.length === 0) return rule === null ? '' : ruleText([rule]);
  const document: Document = parseDocument(text);
  const list = document.contents;
  if (!isSeq(list)) return null;
  if (rule === null) {
    if (at !== null) list.delete(at);
  } else if (at === null) list.add(document.createNode(rule));
  else list.set(at, document.createNode(rule));
  return list.items.length === 0 ? '' : document.toString({ lineWidth: 0 });
}

/** What is wrong in the text: a sentence for each rule, with the line of the text on which it stands. */
export function ruleProblems(text: string): string[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken !== undefined) {
    const { line } = lines.linePos(broken.pos[0]);
    return [`規則の${line}行目をYAMLとして読み取れません。字下げと記号を確かめてください。`];
  }
  const rules: unknown = document.toJS();
  if (rules === null || rules === undefined) return [];
  if (!Array.isArray(rules)) return ['規則は「- type: …」の並びで書いてください。'];
  const seen = new Set<unknown>();
  return rules.flatMap((rule, at) => {
    const place = `規則の${lineOf(document.getIn([at], true), lines)}行目、${at + 1}番目の規則`;
    const id: unknown = typeof rule === 'object' && rule !== null ? Reflect.get(rule, 'id') : undefined;
    const twice = typeof id === 'string' && seen.has(id) ? [`${place}の名「${id}」が二つ以上あります。`] : [];
    seen.add(id);
    // A value that a reading supplies is checked with the whole file.
    if (JSON.stringify(rule).includes('"$reading"')) return twice;
    const fault = ruleFault(rule);
    return fault === null ? twice : [`${place}に誤りがあります（${fault}）。`, ...twice];
  });
}

/**
 * Checks a rule that a form sent, so that the refusal names the field.
 * @throws AppError `input.invalid`
 */
export function checkRule(rule: unknown): void {
  const unknown = typeFault(rule);
  if (unknown !== null) throw fieldError('rule', `規則を保存できません（${unknown}）。`);
  parseInput(z.strictObject({ rule: RuleSchema }), { rule });
}

function typeFault(rule: unknown): string | null {
  const type: unknown = typeof rule === 'object' && rule !== null ? Reflect.get(rule, 'type') : undefined;
  const known = RuleSchema.options.map((option) => option.shape.type.value);
  return typeof type === 'string' && known.some((one) => one === type)
    ? null
    : `「type: ${typeof type === 'string' ? type : ''}」という規則はありません。${known.join('、')}のいずれかを書いてください`;
}

/** The first thing that keeps data from being a rule; null for a rule. */
function ruleFault(rule: unknown): string | null {
  const unknown = typeFault(rule);
  if (unknown !== null) return unknown;
  try {
    parseInput(RuleSchema, rule);
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const [first] = error.detail.fields ?? [];
    return first === undefined ? '形式が正しくありません' : `${first.path}：${first.message.replace(/。$/u, '')}`;
  }
}

function lineOf(node: unknown, lines: LineCounter): number {
  const range: unknown = typeof node === 'object' && node !== null ? Reflect.get(node, 'range') : undefined;
  const start: unknown = Array.isArray(range) ? range[0] : undefined;
  return typeof start === 'number' ? lines.linePos(start).line : 1;
}
