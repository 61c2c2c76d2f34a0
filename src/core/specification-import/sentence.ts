import { fold, isSentence, type SourcePart } from './line.ts';
import type { Paragraph } from './place.ts';

/** One duty of a numbered place: usually a sentence with what only completes it. */
export type Unit = {
  text: string;
  parts: SourcePart[];
  /** Completes the unit before it. */
  joins?: boolean;
  /** Nothing is added to it. */
  closed?: boolean;
};

/** The duties in the paragraphs of a place. What cannot stand alone stays with its neighbour. */
export function sentencesOf(paragraphs: readonly Paragraph[], under: readonly string[], inBox = false): Unit[] {
  const units: Unit[] = [];
  const fields = paragraphs.filter((one) => isField(one.text)).length;
  const narrative = NARRATIVE.test(under.at(-1) ?? '');
  for (const paragraph of paragraphs) {
    if (paragraph.text.startsWith('※')) {
      push(units, { text: paragraph.text, parts: paragraph.parts, joins: true });
      continue;
    }
    if (!/。/.test(paragraph.text)) {
      const joins = !(fields >= 2 && isField(paragraph.text)) && !isSentence(paragraph.text);
      push(units, { text: paragraph.text, parts: paragraph.parts, joins });
      continue;
    }
    let pending: Unit | null = null;
    const pieces = split(paragraph);
    for (const piece of pieces) {
      const unit: Unit = pending === null ? piece : merged(pending, piece);
      pending = null;
      if (narrative) push(units, { ...unit, joins: units.length > 0 && !unit.text.startsWith('また、') });
      else if (describes(piece.text) && piece !== pieces.at(-1)) pending = unit;
      else push(units, { ...unit, joins: completes(piece.text, units.length > 0) || (inBox && remarks(piece.text)) });
    }
    if (pending !== null) push(units, pending);
  }
  return units;
}

const NARRATIVE = /(?:背景|目的|趣旨|経緯)$/;
/** 「契約期間：…」: a name and its value on a line. */
const isField = (text: string): boolean => /^[^：:、。（(]{2,12}[：:]/.test(text);

function push(units: Unit[], unit: Unit): void {
  const last = units.at(-1);
  if (unit.joins === true && last !== undefined) {
    const shift = last.text.length + 1;
    last.text += `\n${unit.text}`;
    last.parts = [...last.parts, ...unit.parts.map((part) => ({ ...part, start: part.start + shift }))];
  } else units.push({ ...unit });
}

function merged(a: Unit, b: Unit): Unit {
  return {
    text: a.text + b.text,
    parts: [...a.parts, ...b.parts.map((part) => ({ ...part, start: part.start + a.text.length }))],
  };
}

/** A sentence that only says how things are: background of the one that follows. */
const describes = (text: string): boolean => /(?<!想定)(?:している|であり|ところである)。$/.test(text);

/** A short proviso, a remark in brackets or a reference back completes the sentence before it. */
function completes(text: string, hasPrevious: boolean): boolean {
  if (!hasPrevious) return false;
  if (/^[（(]※/.test(text)) return true;
  if (/^[（(]/.test(text)) return !/\d/.test(fold(text)) || /^[（(][^）)]*。/.test(text);
  if (describes(text)) return true;
  // A proviso that lays something upon somebody by name is a duty of its own.
  if (/(?:受託者|受注者|受託業者|乙)[がは][^。]*(?:すること|しなければならない)。$/.test(text)) return false;
  return text.length < 60 && /^(?:ただし|このとき|この場合|その際|その場合|この契約が)/.test(text);
}

/** In a box, which explains a term, a remark or an example belongs to the explanation. */
const remarks = (text: string): boolean => /^(?:なお|主な例|例えば|具体的には)/.test(text);

/** Sentences of a paragraph: a full stop inside brackets or quotation marks ends none. */
function split(paragraph: Paragraph): Unit[] {
  const units: Unit[] = [];
  let depth = 0;
  let start = 0;
  const { text } = paragraph;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if ('（(「『【'.includes(character)) depth += 1;
    else if ('）)」』】'.includes(character)) depth = Math.max(0, depth - 1);
    else if (character === '。' && depth === 0) {
      units.push(cut(paragraph, start, at + 1));
      start = at + 1;
    }
  }
  if (text.slice(start).trim() !== '') units.push(cut(paragraph, start, text.length));
  return units;
}

function cut(paragraph: Paragraph, from: number, to: number): Unit {
  const raw = paragraph.text.slice(from, to);
  const lead = raw.length - raw.trimStart().length;
  const begin = from + lead;
  const inside = paragraph.parts.filter((part) => part.start > begin && part.start < to);
  const first = paragraph.parts.findLast((part) => part.start <= begin) ?? paragraph.parts[0];
  const parts = [
    ...(first === undefined ? [] : [{ ...first, start: 0 }]),
    ...inside.map((part) => ({ ...part, start: part.start - begin })),
  ];
  return { text: raw.trim(), parts };
}

/** A short name for a clause without a heading. */
export function titleFrom(text: string): string {
  const plain = (text.split('\n')[0] ?? text)
    .replace(/^[・\s]+/, '')
    .replace(/^(?:なお|また|ただし|さらに|加えて|併せて|その際|なお、その際)、/, '')
    .replace(/^(?:受託者|受注者|乙)は、?/, '')
    .trim();
  const label = /^([^\s、。：:…]{2,14})(?:[ 　：:]|…|・{2,})/.exec(plain)?.[1];
  if (label !== undefined) return label;
  if (plain.length <= 30) return plain.replace(/。$/, '');
  const clause = plain.slice(0, 30);
  const comma = clause.lastIndexOf('、');
  return `${comma >= 10 ? clause.slice(0, comma) : clause}…`;
}
