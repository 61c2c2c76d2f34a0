import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { SpecificationError, SpecificationProblem } from './parse.ts';

/** A problem with the line of the file on which it stands, and the clause that it is about; null where there is none. */
export type LocatedProblem = { readonly message: string; readonly line: number | null; readonly clause: string | null };

/** The problems of a specification file, each with its line: a person finds the place without counting. */
export function problemsWithLines(text: string, error: SpecificationError): LocatedProblem[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  return error.places.map((problem) => {
    const clause = /条項「([^」]+)」/u.exec(problem.message)?.[1] ?? null;
    const at = offsetAt(document, problem) ?? offsetOfWords(text, problem.message, clause);
    return { message: problem.message, clause, line: at === null ? null : lines.linePos(at).line };
  });
}

/** Where the value stands, or the nearest one around it that does. */
function offsetAt(document: Document, { path }: SpecificationProblem): number | null {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node: unknown = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range !== undefined && node.range !== null) return node.range[0];
  }
  return null;
}

/** The line that gives the clause its number (of two, the second one), otherwise the first that names what is missing. */
function offsetOfWords(text: string, message: string, clause: string | null): number | null {
  const [, line = ''] = /^(\d+)行目：/u.exec(message) ?? [];
  if (line !== '') return null;
  if (clause !== null) {
    const ids = [...text.matchAll(new RegExp(`^\\s*- (?:\\{ *)?id: *["']?${escaped(clause)}["']?\\s*(?:,|$)`, 'gmu'))];
    const found = message.includes('二つ以上') ? ids.at(-1) : ids[0];
    if (found !== undefined) return found.index + found[0].search(/\S/u);
  }
  const [named] = [...message.matchAll(/「([^」]+)」/gu)].map((match) => match[1] ?? '');
  if (named === undefined) return null;
  const found = new RegExp(`(?<=[\\s:,{["'])${escaped(named)}(?=[\\s,}\\]"']|$)`, 'mu').exec(text);
  return found === null ? null : found.index;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
