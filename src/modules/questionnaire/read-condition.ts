/** A condition read back from its words (`condition-words.ts`): what the spreadsheet of a form brings. Pure. */
import type { Condition, FormItem, Questionnaire } from '../../core/content-schema/index.ts';

type Value = string | number | boolean;

/** Why the words are no condition: a sentence for people. */
export interface Unread {
  readonly message: string;
}

const HOW =
  '「問3の答えが「はい」又は「対象外」のとき」「問5の答えが2以上のとき」「問7に答えがあるとき」のように書き、「とき、かつ」か「とき、又は」でつないでください。';

/** Null for empty words: no condition. */
export function readCondition(form: Questionnaire, words: string): Condition | Unread | null {
  const trimmed = words.normalize('NFC').replaceAll(/\s/gu, '').replace(/。$/u, '');
  if (trimmed === '') return null;
  return rule(form, trimmed.replace(/とき$/u, ''));
}

const AND = 'とき、かつ';
const OR = 'とき、又は';

function rule(form: Questionnaire, words: string): Condition | Unread {
  const [and, or] = [partsOf(words, AND), partsOf(words, OR)];
  if (and.length > 1 && or.length > 1)
    return { message: `「かつ」と「又は」が混ざっています。一方を（…とき）のと括弧に入れてください。${HOW}` };
  if (and.length === 1 && or.length === 1) return single(form, words);
  const found: Condition[] = [];
  for (const part of and.length > 1 ? and : or) {
    const read = single(form, part);
    if ('message' in read) return read;
    found.push(read);
  }
  return and.length > 1 ? { all: found } : { any: found };
}

function single(form: Questionnaire, words: string): Condition | Unread {
  const bracketed = /^（(.+)とき）の$/su.exec(words)?.[1];
  if (bracketed !== undefined) return rule(form, bracketed);
  const denied = /^「(.+)とき」に当たらない$/su.exec(words)?.[1];
  if (denied !== undefined) {
    const inner = rule(form, denied);
    return 'message' in inner ? inner : { not: inner };
  }
  return atom(form, words);
}

function atom(form: Questionnaire, words: string): Condition | Unread {
  const [, digits = '', rest = ''] = /^問([0-9０-９]+)(.+)$/su.exec(words) ?? [];
  const number = Number(digits.normalize('NFKC'));
  if (rest === '') return { message: `条件を読み取れません。${HOW}` };
  const item = form.sections.flatMap(({ items }) => items).find((one) => one.number === number);
  if (item === undefined) return { message: `問${number}は、この調査票にありません。番号を確かめてください。` };
  if (rest === 'に答えがある' || rest === 'に答えがない') return { item: item.id, answered: rest === 'に答えがある' };
  const least = /^の答えが([0-9０-９.．]+)以上の$/u.exec(rest)?.[1];
  if (least !== undefined) return { item: item.id, atLeast: Number(least.normalize('NFKC')) };
  const listed = /^の答えが(「.+」)の$/su.exec(rest)?.[1];
  if (listed === undefined) return { message: `問${number}についての条件を読み取れません。${HOW}` };
  const values: Value[] = [];
  for (const label of partsOf(listed, '又は').map((one) => one.slice(1, -1))) {
    const value = valueOf(item, label);
    if (value === undefined)
      return { message: `問${number}には「${label}」という答えがありません。選択肢の言葉のとおりに書いてください。` };
    values.push(value);
  }
  const [first] = values;
  return values.length === 1 && first !== undefined ? { item: item.id, equals: first } : { item: item.id, in: values };
}

const YES_NO_NA: Readonly<Record<string, string>> = { はい: 'yes', いいえ: 'no', 対象外: 'not-applicable' };

function valueOf(item: FormItem, label: string): Value | undefined {
  switch (item.type) {
    case 'yes-no-na':
      return YES_NO_NA[label];
    case 'single':
    case 'multiple':
    case 'matrix':
      return item.options.find((option) => option.label.replaceAll(/\s/gu, '') === label)?.value;
    case 'scale':
    case 'number':
      return label !== '' && Number.isFinite(Number(label)) ? Number(label) : undefined;
    case 'text':
    case 'date':
      return label;
    case 'file':
    case 'table':
      return undefined;
  }
}

/** The parts between separators that stand in no bracket and no quotation. */
function partsOf(words: string, separator: string): string[] {
  const parts: string[] = [];
  let [depth, start] = [0, 0];
  for (let at = 0; at < words.length; at += 1) {
    const one = words[at] ?? '';
    if ('「（'.includes(one)) depth += 1;
    else if ('」）'.includes(one)) depth -= 1;
    else if (depth === 0 && words.startsWith(separator, at)) {
      parts.push(words.slice(start, at));
      start = at + separator.length;
      at = start - 1;
    }
  }
  return [...parts, words.slice(start)];
}
