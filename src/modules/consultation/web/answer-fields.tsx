/** Fields of an answer: its text, what it rests on, and what the clause asks for. */
import { useState } from 'react';
import type { FormReader } from '../../../web/ui/index.ts';
import * as ui from '../../../web/ui/index.ts';
import { PRECEDENT_KINDS } from '../advice.ts';
import type { Choices, Detail } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.answer;
type Draft = NonNullable<Detail['draft']>;
const MOST_CITATIONS = 20;
const MOST_PRECEDENTS = 10;

export function AnswerFields({
  choices,
  draft,
  questions,
  required = true,
  advice = false,
}: {
  choices: Choices;
  draft: Draft | null;
  questions: number;
  required?: boolean;
  /** It answers the office about its own work: examples are asked for as well. */
  advice?: boolean;
}) {
  const [citations, setCitations] = useState(Math.max(1, draft?.citations.length ?? 0));
  const said = (part: 'considerations' | 'basis', name: string): string =>
    draft?.[part].find((point) => point.name === name)?.text ?? '';
  const asked = (['considerations', 'basis'] as const).flatMap((part) =>
    choices[part].map((name, at) => ({ part, name, field: `answer.${part}.${at}` })),
  );
  const wanted = choices.standards.filter(({ code }) => choices.citeOneOf.includes(code)).map(({ name }) => name);
  return (
    <>
      <ui.TextArea
        name="answer.text"
        label={text.text}
        required={required}
        rows={6}
        maxLength={10_000}
        defaultValue={draft?.text ?? ''}
      />
      <ui.TextArea
        name="answer.plain"
        label={text.plain}
        hint={text.plainHelp}
        rows={3}
        maxLength={2000}
        defaultValue={draft?.plain ?? ''}
      />
      {asked.map(({ part, name, field }) => (
        <ui.TextArea
          key={field}
          name={field}
          label={name}
          hint={`${text.asked(choices.clause ?? '')}。${text.pointHelp}`}
          rows={2}
          maxLength={2000}
          defaultValue={said(part, name)}
        />
      ))}
      {wanted.length > 0 && <p>{text.citeOneOf(choices.clause ?? '', wanted.join('、'))}</p>}
      {Array.from({ length: citations }, (_, at) => (
        <div key={at} className="grid grid-cols-[minmax(0,1fr)] gap-4 desktop:grid-cols-2">
          <ui.Select
            name={`answer.citations.${at}`}
            label={text.citation(at + 1)}
            prompt={messages.none}
            defaultValue={draft?.citations[at]?.code ?? ''}
            options={choices.standards.map(({ code, name }) => ({ value: code, label: name }))}
          />
          <ui.TextField
            name={`answer.places.${at}`}
            label={text.place(at + 1)}
            hint={text.placeHelp}
            maxLength={60}
            defaultValue={draft?.citations[at]?.place ?? ''}
          />
        </div>
      ))}
      {citations < MOST_CITATIONS && (
        <div>
          <ui.Button size="small" onClick={() => setCitations(citations + 1)}>
            {text.addCitation}
          </ui.Button>
        </div>
      )}
      {advice && <PrecedentFields precedents={draft?.precedents ?? []} />}
      <ui.NumberField
        name="answer.questions"
        label={text.questions}
        required={required}
        min={1}
        max={50}
        defaultValue={draft?.questions ?? questions}
      />
    </>
  );
}

/** Examples that the advice rests on, one after the other. */
function PrecedentFields({ precedents }: { precedents: Draft['precedents'] }) {
  const [count, setCount] = useState(Math.max(1, precedents.length));
  return (
    <>
      {Array.from({ length: count }, (_, at) => (
        <div key={at} className="grid grid-cols-[minmax(0,1fr)] gap-4 desktop:grid-cols-2">
          <ui.Select
            name={`answer.precedents.${at}.kind`}
            label={text.precedentKind(at + 1)}
            prompt={messages.none}
            defaultValue={precedents[at]?.kind ?? ''}
            options={PRECEDENT_KINDS.map((value) => ({ value, label: value }))}
          />
          <ui.TextField
            name={`answer.precedents.${at}.text`}
            label={text.precedent(at + 1)}
            hint={text.precedentHelp}
            maxLength={1000}
            defaultValue={precedents[at]?.text ?? ''}
          />
        </div>
      ))}
      {count < MOST_PRECEDENTS && (
        <div>
          <ui.Button size="small" onClick={() => setCount(count + 1)}>
            {text.addPrecedent}
          </ui.Button>
        </div>
      )}
    </>
  );
}

export function answerFrom(form: FormReader, choices: Choices) {
  const points = (part: 'considerations' | 'basis') =>
    choices[part].flatMap((name, at) => {
      const said = form.text(`answer.${part}.${at}`);
      return said === '' ? [] : [{ name, text: said }];
    });
  const citations = Array.from({ length: MOST_CITATIONS }, (_, at) => ({
    code: form.text(`answer.citations.${at}`),
    place: form.text(`answer.places.${at}`),
  })).filter(({ code, place }) => code !== '' && place !== '');
  return {
    text: form.text('answer.text'),
    plain: form.text('answer.plain'),
    citations,
    considerations: points('considerations'),
    basis: points('basis'),
    precedents: precedentsFrom(form),
    questions: form.numberOrNull('answer.questions') ?? 1,
  };
}

const precedentsFrom = (form: FormReader) =>
  Array.from({ length: MOST_PRECEDENTS }, (_, at) => ({
    kind: PRECEDENT_KINDS.find((kind) => kind === form.text(`answer.precedents.${at}.kind`)),
    text: form.text(`answer.precedents.${at}.text`),
  })).flatMap(({ kind, text: said }) => (kind === undefined || said === '' ? [] : [{ kind, text: said }]));
