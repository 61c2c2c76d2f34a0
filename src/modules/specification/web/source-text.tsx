import { type ReactNode } from 'react';
import * as ui from '../../../web/ui/index.ts';
import type { Clause } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.draft;

/** The words of the source with what was found in them marked, and the same as a list. */
export function SourceText({ clause }: { clause: Clause }) {
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
              {marked(clause)}
            </blockquote>
          </>
        )}
      </ui.Section>
      <ui.Section title={text.found} level={3}>
        {clause.suggestions.length === 0 ? (
          <p>{text.nothing}</p>
        ) : (
          <ul className="grid list-disc gap-1 pl-6">
            {clause.suggestions.map((one) => (
              <li key={`${one.type}:${one.start}:${one.label}`}>
                {one.label}「{clause.text.slice(one.start, one.end)}」（{text.sure(one.confidence)}）
              </li>
            ))}
          </ul>
        )}
      </ui.Section>
    </div>
  );
}

/** Stretches that overlap are marked once, as the first of them. */
function marked({ text: whole, suggestions }: Clause): ReactNode[] {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const one of suggestions) {
    if (one.start < at) continue;
    pieces.push(whole.slice(at, one.start));
    pieces.push(
      <mark key={one.start} title={one.label} className="bg-yellow-100">
        {whole.slice(one.start, one.end)}
      </mark>,
    );
    at = one.end;
  }
  pieces.push(whole.slice(at));
  return pieces;
}
