import type { ReactNode } from 'react';
import * as ui from '../../../web/ui/index.ts';
import { type Choices, consultations, type Detail, type Entry } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.detail;

/** Everything that was asked, answered, noted and seen, in its order. */
export function Thread({ engagementId, detail, choices }: { engagementId: string; detail: Detail; choices: Choices }) {
  return (
    <ui.Section title={text.thread}>
      <ol className="grid grid-cols-[minmax(0,1fr)] gap-4">
        {detail.entries.map((entry) => (
          <li key={entry.id} className="rounded-8 border border-solid-gray-420 p-4">
            <EntryView engagementId={engagementId} consultationId={detail.id} entry={entry} choices={choices} />
          </li>
        ))}
      </ol>
    </ui.Section>
  );
}

const TONES = { question: 'info', answer: 'success', note: 'neutral', visit: 'neutral', reopening: 'warning' } as const;

function EntryView({
  engagementId,
  consultationId,
  entry,
  choices,
}: {
  engagementId: string;
  consultationId: string;
  entry: Entry;
  choices: Choices;
}) {
  const { answer, visit } = entry;
  const nameOf = (code: string): string => choices.standards.find((one) => one.code === code)?.name ?? code;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <ui.StatusBadge tone={TONES[entry.kind]}>{text.kinds[entry.kind]}</ui.StatusBadge>
        <span>
          {text.sides[entry.side]}　{entry.author}
        </span>
        <ui.DayText day={entry.occurredOn} />
        <span>{entry.channel}</span>
        {entry.audience !== 'all' && <strong>{text.audiences[entry.audience]}</strong>}
      </div>
      <p className="whitespace-pre-wrap break-words">{entry.body}</p>
      {answer !== null && (
        <>
          {answer.plain !== '' && <Part title={text.plain}>{answer.plain}</Part>}
          {answer.citations.length > 0 && (
            <Part title={text.citations}>
              {answer.citations.map(({ code, place }) => `${nameOf(code)}　${place}`).join('\n')}
            </Part>
          )}
          {[...answer.considerations, ...answer.basis].map((point) => (
            <Part key={point.name} title={point.name}>
              {point.text}
            </Part>
          ))}
        </>
      )}
      {answer !== null && answer.precedents.length > 0 && (
        <Part title={text.precedents}>{answer.precedents.map((one) => `${one.kind}：${one.text}`).join('\n')}</Part>
      )}
      {visit !== null && (
        <ui.DataList
          items={[
            { term: text.place, value: visit.place },
            { term: text.cityPeople, value: visit.cityPeople },
            { term: text.members, value: visit.members.map(({ name }) => name).join('\n') },
          ]}
        />
      )}
      {entry.files.length > 0 && (
        <ul aria-label={text.files}>
          {entry.files.map((file) => (
            <li key={file.id}>
              <ui.TextLink
                href={consultations.href('downloadAttachment', {
                  engagementId,
                  consultationId,
                  entryId: entry.id,
                  fileId: file.id,
                })}
              >
                {file.name}
              </ui.TextLink>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="border-s-4 border-solid-gray-200 ps-4">
      <h3 className="text-std-16B-170">{title}</h3>
      <p className="whitespace-pre-wrap break-words">{children}</p>
    </div>
  );
}
