import { Fragment, type FormEvent, type ReactNode, useCallback, useEffect, useId, useRef, useState } from 'react';
import { newKey, type RequestError } from '../client.ts';
import type { FieldProblem } from '../../kernel/error.ts';
import { messages } from '../messages.ja.ts';
import { announce } from './announce.ts';
import { Button, LinkButton } from './button.tsx';
import { ConflictPanel, type Difference, differencesBetween } from './conflict.tsx';
import { markDirty } from './dirty.ts';
import { ErrorSummary } from './error-summary.tsx';
import { fieldFor, findProblems, focusField } from './form-check.ts';
import { FormContext, FormReader, type FormValues, valuesOf } from './form-state.ts';
import { useDraft, DraftStatus } from './use-draft.tsx';
import { asRequestError } from './use-load.ts';

export interface FormProps<T> {
  /** Sends the form. A thrown RequestError is shown at the top and under the fields it names. */
  readonly submit: (form: FormReader) => Promise<T>;
  /** After success: navigate, reload. Returning to the same form clears nothing by itself; set `reset` for that. */
  readonly onDone?: (result: T) => void;
  /** Announced after success; null says nothing. */
  readonly done?: string | null;
  readonly submitLabel?: string;
  /** A link beside the submit button. */
  readonly cancelHref?: string;
  /** Further buttons of the last row, for example `<Button type="submit" name="intent" value="return">`. */
  readonly actions?: ReactNode;
  /** Version of the record that is edited; read it back with `form.version`. */
  readonly version?: number;
  /** Key of the draft kept while typing. Without it the person is asked before leaving unsaved input. */
  readonly draft?: string;
  /** Checks of the page itself, before sending. */
  readonly check?: (form: FormReader) => readonly FieldProblem[];
  /** Empties the fields after success. */
  readonly reset?: boolean;
  /** Small forms such as filters need neither guard nor draft. */
  readonly guard?: boolean;
  readonly children: ReactNode;
}

interface Refusal {
  readonly message?: string | undefined;
  readonly reference?: string | undefined;
  readonly problems: readonly FieldProblem[];
  readonly differences?: readonly Difference[];
}

const NOTHING: Refusal = { problems: [] };

/** A native form with the one pattern for busy state, refusals, conflicts, drafts and repeated sending. */
export function Form<T>(props: FormProps<T>) {
  const { version = 0, draft: draftKey, guard = true, reset = false, children } = props;
  const id = useId();
  const element = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const idempotencyKey = useRef('');
  const newerVersion = useRef<number>(undefined);
  const [me] = useState(() => Symbol('form'));
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>(NOTHING);
  const [generation, setGeneration] = useState(0);
  const draft = useDraft<FormValues | null>(draftKey ?? `form${id}`, null, version);

  useEffect(() => {
    if (refusal !== NOTHING) summary.current?.focus();
  }, [refusal]);
  useEffect(() => () => markDirty(me, false), [me]);
  useEffect(() => {
    newerVersion.current = undefined;
  }, [version]);

  const { set: setDraft } = draft;
  const changed = useCallback((): void => {
    // New content is a new request; the same content sent again after a lost connection is not.
    idempotencyKey.current = '';
    if (draftKey === undefined) markDirty(me, guard);
    // Controlled fields write their hidden values with the next paint.
    else setTimeout(() => element.current !== null && setDraft(valuesOf(element.current)));
  }, [setDraft, draftKey, guard, me]);
  const forget = (): void => {
    markDirty(me, false);
    if (draftKey !== undefined) draft.clear();
  };
  const startOver = (): void => {
    forget();
    setRefusal(NOTHING);
    setGeneration((before) => before + 1);
  };

  async function send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
    if (busy) return;
    if (idempotencyKey.current === '') idempotencyKey.current = newKey();
    const own = newerVersion.current ?? draft.restored?.version ?? version;
    const reader = new FormReader(withSubmitter(valuesOf(form), submitter), own, {
      idempotencyKey: idempotencyKey.current,
    });
    const problems = [...findProblems(form), ...(props.check?.(reader) ?? [])];
    if (problems.length > 0) {
      setRefusal({ problems });
      return;
    }
    setBusy(true);
    try {
      const result = await props.submit(reader);
      idempotencyKey.current = '';
      setRefusal(NOTHING);
      if (reset) startOver();
      else forget();
      if (props.done !== null) announce(props.done ?? messages.ui.done);
      props.onDone?.(result);
    } catch (error) {
      const refused = asRequestError(error);
      if (refused.code !== 'network.failure') idempotencyKey.current = '';
      setRefusal(refusalOf(refused, form));
      newerVersion.current = versionIn(refused.current) ?? newerVersion.current;
    } finally {
      setBusy(false);
    }
  }

  return (
    <FormContext value={{ id, problems: refusal.problems, busy, draft: draft.restored?.value ?? null, changed }}>
      <form
        ref={element}
        noValidate
        aria-busy={busy}
        onInput={changed}
        onSubmit={(event: FormEvent<HTMLFormElement>) => {
          event.preventDefault();
          const { submitter } = event.nativeEvent as SubmitEvent;
          void send(event.currentTarget, submitter);
        }}
        className="grid grid-cols-[minmax(0,1fr)] gap-6"
      >
        {refusal.differences !== undefined ? (
          <ConflictPanel
            ref={summary}
            differences={refusal.differences}
            onKeepMine={() => element.current?.requestSubmit()}
            onTakeTheirs={() => {
              forget();
              location.reload();
            }}
          />
        ) : (
          refusal !== NOTHING && (
            <ErrorSummary
              ref={summary}
              message={refusal.message}
              reference={refusal.reference}
              problems={refusal.problems}
              labelOf={(path) =>
                element.current !== null ? fieldFor(element.current, path)?.dataset['label'] : undefined
              }
              onGo={(path) => element.current !== null && focusField(element.current, path)}
            />
          )
        )}
        <Fragment key={generation}>{children}</Fragment>
        <div className="grid gap-2">
          <div className="flex flex-wrap items-center gap-3">
            <Button type="submit" variant="solid" busy={busy}>
              {busy ? messages.ui.busy : (props.submitLabel ?? messages.ui.save)}
            </Button>
            {props.actions}
            {props.cancelHref !== undefined && (
              <LinkButton variant="text" href={props.cancelHref}>
                {messages.ui.cancel}
              </LinkButton>
            )}
          </div>
          {draftKey !== undefined && <DraftStatus draft={{ ...draft, clear: startOver }} />}
        </div>
      </form>
    </FormContext>
  );
}

function withSubmitter(values: FormValues, submitter: HTMLElement | null): FormValues {
  if (!(submitter instanceof HTMLButtonElement) || submitter.name === '') return values;
  return { ...values, [submitter.name]: [submitter.value] };
}

function refusalOf(error: RequestError, form: HTMLFormElement): Refusal {
  if (error.code === 'record.stale' && error.current !== undefined) {
    return { problems: [], differences: differencesBetween(form, error.current) };
  }
  return { message: error.message, reference: error.reference, problems: error.fields };
}

function versionIn(current: unknown): number | undefined {
  const version = typeof current === 'object' && current !== null && 'version' in current ? current.version : undefined;
  return typeof version === 'number' ? version : undefined;
}
