/**
 * The file that an HTML sheet gives back. What the server gave out stands in its ticket under a seal; the check value shows
 * damage on the way and changes by hand. The answers themselves are the respondent's own.
 */
import type { AnswerSheet } from '../../../core/assessment/answer.ts';

export const ANSWER_FORMAT = 'machimori-answers';

/** What a sheet says about itself. Given out with a seal that only the server can make. */
export interface Ticket {
  readonly campaign: string;
  readonly department: string;
  /** Code and version of the form, for people. */
  readonly form: string;
  /** SHA-256 of the whole form. */
  readonly formHash: string;
  /** Submissions of the department at the time when the sheet was given out. */
  readonly revision: number;
  /** Instant of giving out. */
  readonly issued: string;
  readonly channel: 'html' | 'excel';
}

export interface SealedTicket extends Ticket {
  readonly seal: string;
}

/** A file that answers an item; the answers name it by its id. */
export interface AnswerAttachment {
  readonly id: string;
  readonly item: string;
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly sha256: string;
  /** Base64. Its hash stands for it in the check value of the file. */
  readonly content: string;
}

export interface AnswerFile {
  readonly format: typeof ANSWER_FORMAT;
  readonly formatVersion: 1;
  readonly ticket: SealedTicket;
  /** Milliseconds since 1970, by the clock of the respondent's computer. */
  readonly savedAt: number;
  /** Counts the savings of this sheet, so that of two files the newer one is known whatever the clock says. */
  readonly serial: number;
  readonly complete: boolean;
  readonly answers: AnswerSheet;
  /** Absent where there is none. */
  readonly attachments?: readonly AnswerAttachment[];
}

/** Equal values as equal text: keys in order, no blanks. */
export function orderedJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(orderedJson).join(',')}]`;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${orderedJson(member)}`).join(',')}}`;
}

/** CRC-32 of a text in UTF-8, as eight hexadecimal digits. */
export function checkValue(text: string): string {
  let crc = 0xffffffff;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ((crc ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0');
}

/** The text of the file. */
export function writeAnswerFile(file: AnswerFile): string {
  return `${JSON.stringify({ ...file, check: checkValue(orderedJson(withoutContents({ ...file }))) }, null, 1)}\n`;
}

/** Whether the rest of the file gives its own check value. */
export function isUndamaged({ check, ...rest }: Readonly<Record<string, unknown>>): boolean {
  return check === checkValue(orderedJson(withoutContents(rest)));
}

function withoutContents({ attachments, ...rest }: Readonly<Record<string, unknown>>): unknown {
  if (!Array.isArray(attachments)) return { ...rest, attachments };
  const list: readonly unknown[] = attachments;
  const bare = list.map((one) => (typeof one === 'object' && one !== null ? { ...one, content: undefined } : one));
  return { ...rest, attachments: bare };
}
