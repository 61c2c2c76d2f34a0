import { type KeyboardEvent, type ReactNode, useState } from 'react';
import * as ui from '../../../web/ui/index.ts';
import { type Clause, type Draft, specification, type Suggestion } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.draft;
type Decision = Suggestion['decision'];

interface Props {
  readonly draft: Draft;
  readonly clause: Clause;
  readonly onChange: () => void;
}

/** The words of the source with what was found in them marked, and each proposal with its decision. */
export function SourceText({ draft, clause, onChange }: Props) {
  const [looked, setLooked] = useState<string | null>(null);
  const first = clause.parts[0];
  return (
    <div className="grid gap-3">
      <ui.Section title={text.source} level={3}>
        {clause.text === '' ? (
          <p>{text.sourceNone}</p>
        ) : (
          <>
            {first !== undefined && <p className="text-solid-gray-700">{text.place(first.page, first.line)}</p>}
            <blockquote className="border-l-4 border-solid-gray-420 pl-4 wrap-anywhere whitespace-pre-wrap">
              {marked(clause, looked)}
            </blockquote>
          </>
        )}
      </ui.Section>
      <ui.Section title={text.found} level={3}>
        {clause.suggestions.length === 0 ? (
          <p>{text.nothing}</p>
        ) : (
          <Suggestions draft={draft} clause={clause} onLook={setLooked} onChange={onChange} />
        )}
      </ui.Section>
    </div>
  );
}

function Suggestions({ draft, clause, onLook, onChange }: Props & { readonly onLook: (id: string | null) => void }) {
  const decide = ui.useCommand(
    (options, suggestion: string, decision: Decision) =>
      specification.decideSuggestion(
        { draftId: draft.id, version: draft.version, key: clause.key, suggestion, decision },
        options,
      ),
    { onDone: onChange },
  );
  const set = async (one: Suggestion, decision: Decision): Promise<void> => {
    if (one.decision === decision) return;
    const saved = await decide.run(one.id, decision);
    if (saved !== undefined) ui.announce(text.decided[decision]);
  };
  const onKey = (event: KeyboardEvent<HTMLButtonElement>, one: Suggestion): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === 'a') void set(one, 'accepted');
    else if (key === 'r') void set(one, 'refused');
    else if (key === 'arrowdown' || key === 'arrowup') {
      const item = event.currentTarget.closest('li');
      const next = key === 'arrowdown' ? item?.nextElementSibling : item?.previousElementSibling;
      next?.querySelector('button')?.focus();
    } else return;
    event.preventDefault();
  };
  return (
    <>
      {decide.problem !== undefined && <ui.Problem problem={decide.problem} />}
      <p className="text-solid-gray-700">{text.foundHint}</p>
      <ul className="grid gap-2">
        {clause.suggestions.map((one) => (
          <li key={one.id} className="grid gap-1 rounded-8 border border-solid-gray-420 p-3">
            <p className="wrap-anywhere">
              <span className="font-700">{one.label}</span>
              {'　'}
              {one.start < one.end ? `「${clause.text.slice(one.start, one.end)}」` : text.fromHeading}
              {'　'}
              {text.sure(one.confidence)}
              {'　'}
              {text.decisions[one.decision]}
            </p>
            {one.effects.length > 0 && (
              <p className="text-solid-gray-700 wrap-anywhere">
                {one.decision === 'refused' ? text.taken(one.effects) : text.effects(one.effects)}
              </p>
            )}
            <div className="flex flex-wrap gap-2">
              <ui.Button
                size="small"
                onKeyDown={(event) => onKey(event, one)}
                onFocus={() => onLook(one.id)}
                onBlur={() => onLook(null)}
                busy={decide.busy}
                aria-pressed={one.decision === 'accepted'}
                aria-label={one.decision === 'accepted' ? text.reopenOf(one.label) : text.acceptOf(one.label)}
                onClick={() => void set(one, one.decision === 'accepted' ? 'open' : 'accepted')}
              >
                {one.decision === 'accepted' ? text.reopen : text.accept}
              </ui.Button>
              <ui.Button
                size="small"
                onKeyDown={(event) => onKey(event, one)}
                onFocus={() => onLook(one.id)}
                onBlur={() => onLook(null)}
                busy={decide.busy}
                aria-pressed={one.decision === 'refused'}
                aria-label={one.decision === 'refused' ? text.reopenOf(one.label) : text.refuseOf(one.label)}
                onClick={() => void set(one, one.decision === 'refused' ? 'open' : 'refused')}
              >
                {one.decision === 'refused' ? text.reopen : text.refuse}
              </ui.Button>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Stretches that overlap are marked once; the one that is looked at comes before the others and stands out. */
function marked({ text: whole, suggestions }: Clause, looked: string | null): ReactNode[] {
  const rank = (one: Suggestion): number =>
    one.id === looked ? 0 : one.type === 'kind' || one.type === 'capability' ? 2 : 1;
  const taken: Suggestion[] = [];
  for (const one of suggestions.toSorted((a, b) => rank(a) - rank(b))) {
    const free = !taken.some((other) => one.start < other.end && other.start < one.end);
    if (one.start < one.end && one.decision !== 'refused' && free) taken.push(one);
  }
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const one of taken.toSorted((a, b) => a.start - b.start)) {
    pieces.push(whole.slice(at, one.start));
    pieces.push(
      <mark
        key={one.id}
        title={one.label}
        className={one.id === looked ? 'bg-yellow-300 font-700 outline-2 outline-black' : 'bg-yellow-100'}
      >
        {whole.slice(one.start, one.end)}
      </mark>,
    );
    at = one.end;
  }
  pieces.push(whole.slice(at));
  return pieces;
}
