import { clauseLabel } from '../../../core/specification/label.ts';
import { formatEra } from '../../../core/calendar/era.ts';
import * as ui from '../../../web/ui/index.ts';
import { cadenceWords } from '../rules/deadlines.ts';
import type { Kind, Meeting, Suggestion } from './meetings-client.ts';
import { messages } from './messages.ja.ts';

const text = messages.kinds;

/** Which meetings the specification asks for, which have a day, and a proposal for those that have none. */
export function KindsTable({
  kinds,
  list,
  suggestions,
  take,
}: {
  kinds: readonly Kind[];
  list: readonly Meeting[];
  suggestions: readonly Suggestion[];
  /** Null for readers who arrange nothing. */
  take: ((suggestion: Suggestion) => void) | null;
}) {
  const asked = kinds.filter(({ clause }) => clause !== null);
  if (asked.length === 0) return null;
  return (
    <ui.Section title={text.title}>
      <ui.Table
        caption={text.title}
        hideCaption
        columns={columns(list, suggestions, take)}
        rows={asked}
        rowKey={({ type }) => type}
      />
    </ui.Section>
  );
}

function columns(
  list: readonly Meeting[],
  suggestions: readonly Suggestion[],
  take: ((suggestion: Suggestion) => void) | null,
): readonly ui.Column<Kind>[] {
  return [
    { key: 'name', header: text.columns.name, rowHeader: true, cell: ({ name }) => name },
    { key: 'clause', header: text.columns.clause, cell: ({ clause }) => clauseLabel(clause ?? '') },
    { key: 'when', header: text.columns.when, cell: whenWords },
    { key: 'next', header: text.columns.next, cell: ({ type }) => standWords(list, type) },
    {
      key: 'suggestion',
      header: text.columns.suggestion,
      cell: (kind) => {
        const own = suggestions.filter(({ type }) => type === kind.type);
        const [first] = own;
        if (first === undefined) return messages.minutes.none;
        return (
          <div className="flex flex-wrap items-center gap-2">
            <span>
              <ui.DayText day={first.date} look="weekday" />
              {own.length > 1 && `　${text.suggested(own.length - 1)}`}
            </span>
            {take !== null && (
              <ui.Button size="small" onClick={() => take(first)}>
                {text.take(kind.name)}
              </ui.Button>
            )}
          </div>
        );
      },
    },
  ];
}

function whenWords({ cadence, due, notBefore }: Kind): string {
  if (cadence !== null) return cadenceWords(cadence);
  const words = [
    notBefore === null ? '' : text.from(formatEra(notBefore)),
    due === null ? '' : text.until(formatEra(due)),
  ];
  return words.join('') || messages.minutes.none;
}

function standWords(list: readonly Meeting[], type: string): string {
  const own = list.filter((meeting) => meeting.type === type);
  const held = own.filter(({ state }) => state === 'held').length;
  const planned = own.filter(({ state }) => state === 'proposed' || state === 'agreed').length;
  const words = [held === 0 ? '' : text.held(held), planned === 0 ? '' : text.planned(planned)].filter(
    (it) => it !== '',
  );
  return words.join('、') || text.none;
}
