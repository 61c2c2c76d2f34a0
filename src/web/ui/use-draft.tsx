import { useCallback, useEffect, useRef, useState } from 'react';
import { dayOf } from '../../core/calendar/day.ts';
import { formatEra } from '../../core/calendar/era.ts';
import { messages } from '../messages.ja.ts';
import { Button } from './button.tsx';
import { timeText } from './day-text.tsx';
import { type Draft, draftStore } from './draft-store.ts';

const WRITE_AFTER_MS = 400;

export interface DraftState<T> {
  readonly value: T;
  readonly set: (next: T | ((before: T) => T)) => void;
  /** Instant of the newest save in the browser. */
  readonly savedAt: string | undefined;
  /** The draft that was found when the page opened. */
  readonly restored: Draft<T> | null;
  readonly failed: boolean;
  /** Forgets the draft, after the server has taken it or when the person gives it up; shows `initial` or what is given. */
  readonly clear: (value?: T) => void;
}

/**
 * A value that is kept in the browser while it is edited: restored after a reload or an expired session.
 * `const draft = useDraft('self-check:' + departmentId, saved.answers)`; show it with `<DraftStatus draft={draft} />`.
 */
export function useDraft<T>(key: string, initial: T, version: number | null = null): DraftState<T> {
  const [restored, setRestored] = useState(() => draftStore().read<T>(key));
  const [value, setValue] = useState(restored?.value ?? initial);
  const [savedAt, setSavedAt] = useState(restored?.savedAt);
  const [failed, setFailed] = useState(false);
  const pending = useRef<{ readonly value: T }>(undefined);

  const flush = useCallback(() => {
    if (pending.current === undefined) return;
    const draft = draftStore().write(key, pending.current.value, version);
    pending.current = undefined;
    setFailed(draft === null);
    if (draft !== null) setSavedAt(draft.savedAt);
  }, [key, version]);

  const set = useCallback((next: T | ((before: T) => T)) => {
    setValue((before) => {
      const after = typeof next === 'function' ? (next as (before: T) => T)(before) : next;
      pending.current = { value: after };
      return after;
    });
  }, []);

  useEffect(() => {
    if (pending.current === undefined) return undefined;
    const timer = setTimeout(flush, WRITE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [value, flush]);

  useEffect(() => {
    addEventListener('pagehide', flush);
    return () => {
      removeEventListener('pagehide', flush);
      flush();
    };
  }, [flush]);

  const clear = useCallback(
    (next: T = initial) => {
      pending.current = undefined;
      draftStore().remove(key);
      setRestored(null);
      setSavedAt(undefined);
      setFailed(false);
      setValue(next);
    },
    [key, initial],
  );
  return { value, set, savedAt, restored, failed, clear };
}

/** 下書きを保存しました 14:32, and after a restore the way back to the saved record. */
export function DraftStatus({
  draft: { savedAt, restored, failed, clear },
}: {
  draft: Pick<DraftState<unknown>, 'savedAt' | 'failed'> & {
    readonly restored: Draft | null;
    readonly clear: () => void;
  };
}) {
  const text = messages.ui.draft;
  return (
    <div className="grid gap-1" data-print="never">
      {restored !== null && (
        <p className="flex flex-wrap items-center gap-x-3">
          {text.restored(`${formatEra(dayOf(restored.savedAt))} ${timeText(restored.savedAt)}`)}
          <Button variant="text" size="small" onClick={() => clear()}>
            {text.discard}
          </Button>
        </p>
      )}
      <p role="status" className="min-h-7 text-solid-gray-700">
        {failed ? (
          <strong className="text-error-2">{text.failed}</strong>
        ) : (
          savedAt !== undefined && text.saved(timeText(savedAt))
        )}
      </p>
    </div>
  );
}
