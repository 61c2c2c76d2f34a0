import { useState } from 'react';
import * as ui from '../../../web/ui/index.ts';
import type { Draft } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.draft;

/** The clauses in the order of the text, indented as they are numbered. Buttons: reachable and usable by keyboard. */
export function ClauseList({
  draft,
  chosen,
  onChoose,
}: {
  draft: Draft;
  chosen: string | null;
  onChoose: (key: string) => void;
}) {
  const [filter, setFilter] = useState('');
  const wrong = new Set(draft.problems.filter((one) => one.weight === 'error').map((one) => one.clause));
  const shown = draft.clauses.filter(({ id, title }) => `${id} ${title}`.includes(filter.trim()));
  return (
    <nav aria-label={text.clauses} className="grid content-start gap-2">
      <label className="grid gap-1">
        <span>{text.filter}</span>
        <input
          type="search"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
          className={ui.inputLook()}
        />
      </label>
      <ul className="max-h-[36rem] overflow-y-auto border border-solid-gray-420">
        {shown.map((clause) => (
          <li key={clause.key} style={{ paddingInlineStart: `${Math.min(clause.under.length, 4) * 0.75}rem` }}>
            <button
              type="button"
              aria-current={clause.key === chosen}
              onClick={() => onChoose(clause.key)}
              className="block min-h-11 w-full px-3 py-2 text-left wrap-anywhere aria-[current=true]:bg-key-100 aria-[current=true]:font-700"
            >
              <span className="font-700">{clause.id}</span> {clause.title}
              {wrong.has(clause.id) && <span className="text-error-1"> {text.wrong}</span>}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
