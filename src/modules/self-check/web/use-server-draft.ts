import { useCallback, useEffect, useRef, useState } from 'react';
import { type AnswerSheet, validateSheet } from '../../../core/assessment/index.ts';
import { asRequestError, type DraftState, useDraft } from '../../../web/ui/index.ts';
import type { Sheet } from './client.ts';

/** Typing pauses this long before the draft goes to the server. */
const SAVE_AFTER_MS = 4000;
const RETRY_AFTER_MS = 20_000;

export interface Conflict {
  readonly draftVersion: number;
  readonly answers: AnswerSheet;
}

export interface ServerDraft {
  readonly answers: AnswerSheet;
  readonly set: (next: (before: AnswerSheet) => AnswerSheet) => void;
  readonly state: 'idle' | 'saving' | 'saved' | 'failed';
  /** When the server last took the draft (ISO instant). */
  readonly savedAt: string | null;
  /** Something unreadable was typed; that part is kept in the browser only. */
  readonly partial: boolean;
  /** What a colleague saved meanwhile; nothing more is sent until the person has chosen. */
  readonly conflict: Conflict | null;
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
  /** Forgets the draft after the submission. */
  readonly finish: () => void;
}

/** Where a sheet is kept while it is typed. */
export interface DraftSource {
  /** Name of the copy in the browser. */
  readonly key: string;
  readonly sheet: Pick<Sheet, 'form' | 'answers' | 'draftVersion'> & { readonly draftSavedAt: string | null };
  readonly save: (draftVersion: number, answers: AnswerSheet) => Promise<{ draftVersion: number; savedAt: string }>;
}

/** Answers in three places: on the page, at once in the browser, and after a pause on the server. */
export function useServerDraft({ key, sheet, save: send }: DraftSource): ServerDraft {
  const [version, setVersion] = useState(sheet.draftVersion);
  const local: DraftState<AnswerSheet> = useDraft<AnswerSheet>(key, sheet.answers, version);
  const [state, setState] = useState<ServerDraft['state']>('idle');
  const [savedAt, setSavedAt] = useState(sheet.draftSavedAt);
  const [conflict, setConflict] = useState<Conflict | null>(() =>
    local.restored !== null && local.restored.version !== sheet.draftVersion
      ? { draftVersion: sheet.draftVersion, answers: sheet.answers }
      : null,
  );
  const [attempt, setAttempt] = useState(0);
  const sent = useRef<AnswerSheet>(local.restored === null ? local.value : sheet.answers);
  const latest = useRef(local.value);
  latest.current = local.value;
  const { value, set, clear } = local;
  const { form } = sheet;
  /** The connection has just come back. */
  const connected = useRef(false);
  const sending = useRef(send);
  sending.current = send;

  const save = useCallback(async (): Promise<void> => {
    const answers = latest.current;
    setState('saving');
    try {
      const saved = await sending.current(version, readable(form, answers));
      sent.current = answers;
      setVersion(saved.draftVersion);
      setSavedAt(saved.savedAt);
      setState('saved');
      // The server has it: a copy in the browser would only grow old.
      if (latest.current === answers && isReadable(form, answers)) clear(answers);
    } catch (error) {
      const refused = asRequestError(error);
      const current = refused.code === 'record.stale' ? conflictIn(refused.current) : null;
      setState(current === null ? 'failed' : 'idle');
      setConflict(current);
    }
  }, [form, version, clear]);

  useEffect(() => {
    if (conflict !== null || state === 'saving' || value === sent.current) return undefined;
    const wait = state === 'failed' && !connected.current ? RETRY_AFTER_MS : SAVE_AFTER_MS;
    connected.current = false;
    const timer = setTimeout(() => void save(), wait);
    return () => clearTimeout(timer);
  }, [value, conflict, state, save, attempt]);

  // Nobody waits for the next try once the connection is back.
  useEffect(() => {
    const again = (): void => {
      connected.current = true;
      setAttempt((before) => before + 1);
    };
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, []);

  return {
    answers: value,
    set,
    state,
    savedAt,
    partial: !isReadable(form, value),
    conflict,
    keepMine: () => {
      if (conflict !== null) setVersion(conflict.draftVersion);
      sent.current = conflict?.answers ?? sent.current;
      setConflict(null);
      setAttempt((before) => before + 1);
    },
    takeTheirs: () => {
      if (conflict === null) return;
      sent.current = conflict.answers;
      setVersion(conflict.draftVersion);
      clear(conflict.answers);
      setConflict(null);
    },
    finish: () => {
      sent.current = value;
      clear(value);
    },
  };
}

const wrongItems = (form: Sheet['form'], answers: AnswerSheet): ReadonlySet<string> =>
  new Set(validateSheet(form, answers, { complete: false }).map(({ item }) => item));

const isReadable = (form: Sheet['form'], answers: AnswerSheet): boolean => wrongItems(form, answers).size === 0;

/** The answers without those that the server would refuse as they stand. */
function readable(form: Sheet['form'], answers: AnswerSheet): AnswerSheet {
  const wrong = wrongItems(form, answers);
  return Object.fromEntries(Object.entries(answers).filter(([item]) => !wrong.has(item)));
}

function conflictIn(current: unknown): Conflict | null {
  const known = typeof current === 'object' && current !== null && 'draftVersion' in current && 'answers' in current;
  return known ? (current as Conflict) : null;
}
