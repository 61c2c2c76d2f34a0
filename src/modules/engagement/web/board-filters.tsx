import { useSearchParams } from 'react-router';
import { formatEraMonth } from '../../../core/calendar/era.ts';
import { Button, Disclosure, Select, TextField } from '../../../web/ui/index.ts';
import {
  BOARD_GROUP_LABELS,
  CAPABILITY_LABELS,
  CLAUSE_KINDS,
  OBLIGATION_STATE_LABELS,
  OBLIGATION_STATES_IN_ORDER,
  PARTY_LABELS,
} from '../labels.ja.ts';
import { boardMessages } from './board-messages.ja.ts';
import type { Board } from './client.ts';
import { messages } from './messages.ja.ts';
import { type BoardQuery, isNarrowed } from './obligation-list.ts';

const text = boardMessages.board;

/** What the board shows; the choice stands in the address, so that it can be kept and passed on. */
export function BoardFilters({ board, query }: { board: Board; query: BoardQuery }) {
  const [parameters, setParameters] = useSearchParams();
  const change = (name: string, value: string): void => {
    const next = new URLSearchParams(parameters);
    next.set(name, value);
    next.delete('page');
    setParameters(next, { replace: true, preventScrollReset: true });
  };
  const select = (name: keyof BoardQuery, label: string, all: string, options: readonly Option[]) => (
    <Select
      name={name}
      label={label}
      value={query[name] === all ? '' : String(query[name])}
      prompt={boardMessages.all}
      onChange={(event) => change(name, event.target.value === '' ? all : event.target.value)}
      options={options}
    />
  );
  const { capabilities, kinds, persons, months } = board.choices;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 desktop-admin:grid-cols-3">
        {select(
          'group',
          text.groups,
          'all',
          board.groups
            .filter(({ group, count }) => count > 0 || group === query.group)
            .map(({ group, count }) => ({ value: group, label: `${BOARD_GROUP_LABELS[group]}（${count}）` })),
        )}
        {select(
          'party',
          messages.obligations.party,
          'all',
          ['contractor', 'city'].map((value) => ({ value, label: PARTY_LABELS[value] ?? value })),
        )}
        {select('state', messages.obligations.state, 'all', [
          { value: 'open', label: messages.obligations.open },
          ...OBLIGATION_STATES_IN_ORDER.map((value) => ({ value, label: OBLIGATION_STATE_LABELS[value] })),
        ])}
      </div>
      <Disclosure summary={text.filters} open={isNarrowed(query)}>
        <div className="grid grid-cols-[minmax(0,1fr)] items-end gap-4 desktop-admin:grid-cols-2">
          {select('capability', text.capability, '', named(capabilities, CAPABILITY_LABELS))}
          {select('kind', text.kind, '', named(kinds, CLAUSE_KINDS))}
          {select(
            'person',
            text.person,
            '',
            persons.map((value) => ({ value, label: value })),
          )}
          {select(
            'month',
            messages.obligations.month,
            '',
            months.map((value) => ({ value, label: formatEraMonth(`${value}-01`) })),
          )}
          <form
            className="flex flex-wrap items-end gap-3 desktop-admin:col-span-2"
            role="search"
            onSubmit={(event) => {
              event.preventDefault();
              const entered = new FormData(event.currentTarget).get('clause');
              change('clause', typeof entered === 'string' ? entered.trim() : '');
            }}
          >
            <div className="min-w-0 grow">
              <TextField
                key={query.clause}
                name="clause"
                label={text.clause}
                hint={text.clauseHint}
                type="search"
                defaultValue={query.clause}
                maxLength={100}
              />
            </div>
            <Button type="submit">{text.search}</Button>
          </form>
        </div>
        {isNarrowed(query) && (
          <p>
            <Button size="small" onClick={() => setParameters({}, { replace: true, preventScrollReset: true })}>
              {text.clear}
            </Button>
          </p>
        )}
      </Disclosure>
    </div>
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
}

function named(values: readonly string[], labels: Readonly<Record<string, string>>): Option[] {
  return values.map((value) => ({ value, label: labels[value] ?? value }));
}
