/** Whether a form can be filled: names known, required ones there, repetitions closed where they were opened. */
import type { FormField } from './field.ts';
import { hasLooseBraces, type Mark, marksOf, opens } from './marks.ts';
import { nearestName } from './nearest.ts';

/** A text of the form that holds marks, in reading order. */
export interface MarkedText {
  /** Where it stands, for people: 本文の3番目の段落, シート「様式」のB5. */
  readonly place: string;
  /** Repetitions are closed within one part: the body, one header, one sheet, one slide. */
  readonly part: string;
  readonly text: string;
}

export type ProblemKind = 'unknown' | 'missing' | 'unbalanced' | 'misused' | 'broken';

export interface FormProblem {
  readonly kind: ProblemKind;
  readonly place: string;
  readonly message: string;
}

/** Counts the turns of a repetition from 1; known inside every repetition. */
export const TURN = '連番';

interface Open {
  readonly mark: Mark;
  readonly place: string;
  readonly fields: readonly FormField[];
}

/** Nobody mends more at a time. */
const ENOUGH = 200;

/** What must be mended, in reading order; missing required names come last. */
export function checkForm(texts: readonly MarkedText[], fields: readonly FormField[]): readonly FormProblem[] {
  const problems: FormProblem[] = [];
  const used = new Set<string>();
  for (const part of new Set(texts.map((text) => text.part))) {
    if (problems.length >= ENOUGH) return problems;
    checkPart(
      texts.filter((text) => text.part === part),
      fields,
      problems,
      used,
    );
  }
  for (const { name, meaning } of fields.filter((one) => one.required && !used.has(one.name))) {
    problems.push({
      kind: 'missing',
      place: '様式全体',
      message: `必須の差込み項目「{{${name}}}」（${meaning}）がありません。様式のどこかに入れてください。`,
    });
  }
  return problems;
}

function checkPart(
  texts: readonly MarkedText[],
  fields: readonly FormField[],
  problems: FormProblem[],
  used: Set<string>,
): void {
  const stack: Open[] = [];
  for (const { place, text } of texts) {
    const tell = (kind: ProblemKind, message: string): void => {
      problems.push({ kind, place, message });
    };
    if (hasLooseBraces(text)) {
      tell('broken', 'かっこ「{{」と「}}」の組が合っていません。「{{契約名}}」のように書いてください。');
    }
    for (const mark of problems.length >= ENOUGH ? [] : marksOf(text)) {
      if (mark.kind === 'end') closeMark(mark, stack, tell);
      else takeMark(mark, { place, fields, stack, used, tell });
    }
  }
  for (const { mark, place } of stack) {
    problems.push({
      kind: 'unbalanced',
      place,
      message: `「${mark.source}」の終わり「{{/${mark.name}}}」が、同じ範囲の中にありません。`,
    });
  }
}

type Tell = (kind: ProblemKind, message: string) => void;

function closeMark(mark: Mark, stack: Open[], tell: Tell): void {
  const open = stack.at(-1);
  if (open === undefined) tell('unbalanced', `「${mark.source}」に対応する始まりがありません。`);
  else if (open.mark.name !== mark.name) {
    tell(
      'unbalanced',
      `「${mark.source}」より先に「{{/${open.mark.name}}}」で閉じてください（始まりは${open.place}）。`,
    );
    const at = stack.findLastIndex((one) => one.mark.name === mark.name);
    if (at >= 0) stack.splice(at);
  } else stack.pop();
}

interface Use {
  readonly place: string;
  readonly fields: readonly FormField[];
  readonly stack: Open[];
  readonly used: Set<string>;
  readonly tell: Tell;
}

function takeMark(mark: Mark, { place, fields, stack, used, tell }: Use): void {
  const scopes = [fields, ...stack.map((open) => open.fields)];
  const known = scopes.toReversed().flatMap((scope) => scope);
  const found = known.find(({ name }) => name === mark.name);
  if (found === undefined && !(mark.name === TURN && stack.some((open) => open.mark.kind === 'repeat'))) {
    tell('unknown', unknownMessage(mark, known, fields));
  }
  if (found !== undefined && fields.includes(found)) used.add(found.name);
  if (found !== undefined) checkUse(mark, found, tell);
  if (opens(mark)) {
    stack.push({ mark, place, fields: mark.kind === 'repeat' ? (found?.fields ?? []) : [] });
  }
}

function unknownMessage(mark: Mark, known: readonly FormField[], fields: readonly FormField[]): string {
  const nearest = nearestName(
    mark.name,
    known.map(({ name }) => name),
  );
  const owner = fields.find((one) => one.fields?.some(({ name }) => name === mark.name) === true);
  if (owner !== undefined) {
    return `「${mark.source}」は、「{{#${owner.name}}}」から「{{/${owner.name}}}」までの間で使ってください。`;
  }
  const hint =
    nearest === null ? '差込み項目の一覧から選んでください。' : `「{{${nearest}}}」の書き誤りではありませんか。`;
  return `差込み項目「${mark.source}」は、この文書にはありません。${hint}`;
}

function checkUse(mark: Mark, found: FormField, tell: Tell): void {
  if (mark.kind === 'value' && (found.kind === 'list' || found.kind === 'condition')) {
    const how = found.kind === 'list' ? '#' : '?';
    tell(
      'misused',
      `「${found.name}」は値としては書けません。「{{${how}${found.name}}}」と「{{/${found.name}}}」で囲んで使ってください。`,
    );
  }
  if (mark.kind === 'repeat' && found.fields === undefined) {
    tell('misused', `「${found.name}」は繰り返せません。条件にするときは「{{?${found.name}}}」と書いてください。`);
  }
}
