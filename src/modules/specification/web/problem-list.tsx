import * as ui from '../../../web/ui/index.ts';
import type { Draft, Problem } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.draft;

/** What keeps the draft from being published, and what should be looked at; each line leads to its clause. */
export function ProblemList({ draft, onChoose }: { draft: Draft; onChoose: (clause: string) => void }) {
  const errors = draft.problems.filter((one) => one.weight === 'error');
  const hints = draft.problems.filter((one) => one.weight === 'hint');
  return (
    <div className="grid gap-4">
      {errors.length === 0 ? (
        <ui.Notice tone="success" title={text.noProblems} />
      ) : (
        <ui.Notice tone="error" title={text.problemCount(errors.length)}>
          <Lines draftId={draft.id} problems={errors} onChoose={onChoose} />
        </ui.Notice>
      )}
      {hints.length > 0 && (
        <ui.Disclosure summary={text.hintCount(hints.length)}>
          <Lines draftId={draft.id} problems={hints} onChoose={onChoose} />
        </ui.Disclosure>
      )}
    </div>
  );
}

function Lines({
  draftId,
  problems,
  onChoose,
}: {
  draftId: string;
  problems: readonly Problem[];
  onChoose: (clause: string) => void;
}) {
  return (
    <ul className="grid list-disc gap-1 pl-6">
      {problems.map((one) => (
        <li key={one.message}>
          {one.part !== null ? (
            <ui.TextLink href={`/specifications/drafts/${draftId}/${one.part}`}>{one.message}</ui.TextLink>
          ) : one.clause === null ? (
            one.message
          ) : (
            <button
              type="button"
              className="text-left underline underline-offset-3"
              onClick={() => onChoose(one.clause ?? '')}
            >
              {one.message}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
