/** The answers in the browser's own storage, where the browser allows that to a page from disk. */
import type { AnswerSheet } from '../../../core/assessment/answer.ts';
import type { SealedTicket } from '../rules/answer-json.ts';

export interface Kept {
  /** Milliseconds since 1970, by this computer's clock. */
  readonly savedAt: number;
  readonly serial: number;
  readonly answers: AnswerSheet;
}

/** One place per sheet: another version, or a sheet given out after a further submission, begins anew. */
const keyOf = ({ campaign, department, formHash, revision }: SealedTicket): string =>
  `machimori-sheet:${campaign}:${department}:${formHash}:${revision}`;

export function readKept(ticket: SealedTicket): Kept | null {
  try {
    const text = localStorage.getItem(keyOf(ticket));
    const kept: unknown = text === null ? null : JSON.parse(text);
    const whole =
      typeof kept === 'object' && kept !== null && 'answers' in kept && 'savedAt' in kept && 'serial' in kept;
    return whole ? (kept as Kept) : null;
  } catch {
    return null;
  }
}

/** @returns false where nothing can be kept */
export function keep(ticket: SealedTicket, kept: Kept): boolean {
  try {
    localStorage.setItem(keyOf(ticket), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

export function forget(ticket: SealedTicket): void {
  try {
    localStorage.removeItem(keyOf(ticket));
  } catch {
    // Nothing was kept.
  }
}

/** Hands a text to the person as a file. */
export function giveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The moment by this computer's clock, in milliseconds since 1970. */
export const moment = (): number => Math.round(performance.timeOrigin + performance.now());
