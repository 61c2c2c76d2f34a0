import { useSearchParams } from 'react-router';
import { useCan, useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { consultations, type Found, knowledgePath } from './client.ts';
import { knowledge as text } from './messages-knowledge.ja.ts';

const TYPES = ['answer', 'explanation', 'notice'] as const;

/** The address holds what was looked for (`?words=…&type=…&page=…`). */
export function Component() {
  const engagementId = useEngagementId();
  const can = useCan();
  const [search, setSearch] = useSearchParams();
  const words = (search.get('words') ?? '').slice(0, 200);
  const type = TYPES.find((one) => one === search.get('type'));
  const page = Math.min(1000, Math.max(1, Math.trunc(Number(search.get('page') ?? '1')) || 1));
  const writing = can('knowledge.write');
  const load = ui.useLoad(async () => {
    const [found, drafts] = await Promise.all([
      consultations.searchKnowledge({ engagementId, words, page, ...(type === undefined ? {} : { type }) }),
      writing ? consultations.listKnowledgeDrafts({ engagementId }) : Promise.resolve({ drafts: [] }),
    ]);
    return { found, drafts: drafts.drafts };
  }, [engagementId, words, type ?? '', page]);
  return (
    <ui.Page
      title={text.title}
      lead={text.lead}
      {...(writing
        ? { actions: <ui.LinkButton href={`${knowledgePath(engagementId)}/new`}>{text.write}</ui.LinkButton> }
        : {})}
    >
      <ui.Form
        guard={false}
        done={null}
        submitLabel={text.search}
        submit={async (form) => {
          const given = ['words', 'type'].map((name) => [name, form.text(name)] as const);
          setSearch(Object.fromEntries(given.filter(([, value]) => value !== '')));
          await Promise.resolve();
        }}
      >
        <ui.TextField name="words" label={text.words} hint={text.wordsHelp} maxLength={200} defaultValue={words} />
        <ui.Select
          name="type"
          label={text.type}
          prompt={text.all}
          defaultValue={type ?? ''}
          options={TYPES.map((value) => ({ value, label: text.types[value] }))}
        />
      </ui.Form>
      <ui.Loaded from={load}>
        {({ found, drafts }) => (
          <>
            <Results engagementId={engagementId} found={found} searching={words !== ''} />
            {drafts.length > 0 && <Drafts engagementId={engagementId} drafts={drafts} />}
          </>
        )}
      </ui.Loaded>
    </ui.Page>
  );
}

function Results({ engagementId, found, searching }: { engagementId: string; found: Found; searching: boolean }) {
  return (
    <ui.Section title={searching ? text.results : text.newest}>
      {searching && <p role="status">{text.found(found.total)}</p>}
      {found.alsoSearched.length > 0 && <p>{text.also(found.alsoSearched.join('、'))}</p>}
      {found.hits.length === 0 ? (
        <ui.EmptyState title={searching ? text.empty : text.nothing}>
          {searching ? text.emptyHelp : text.nothingHelp}
        </ui.EmptyState>
      ) : (
        <ul className="grid grid-cols-[minmax(0,1fr)] gap-4">
          {found.hits.map((hit) => (
            <li key={hit.id} className="grid gap-1 border-b border-solid-gray-420 pb-4">
              <h3 className="text-std-18B-160">
                <ui.TextLink href={`${knowledgePath(engagementId)}/${hit.id}`}>
                  <Marked parts={hit.title} />
                </ui.TextLink>
              </h3>
              <p className="break-words">
                <Marked parts={hit.snippet} />
              </p>
              <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-solid-gray-700">
                <span>{text.types[hit.type]}</span>
                <ui.DayText day={hit.publishedOn} />
                {hit.visibility !== 'everyone' && (
                  <ui.StatusBadge tone="info">{text.visibilities[hit.visibility]}</ui.StatusBadge>
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
      {found.total > found.size && <ui.Pagination page={found.page} size={found.size} total={found.total} />}
    </ui.Section>
  );
}

/** What was looked for is marked in bold and underlined, not by colour alone. */
function Marked({ parts }: { parts: Found['hits'][number]['title'] }) {
  return parts.map((part, at) =>
    part.hit ? (
      <mark key={at} className="bg-yellow-200 font-700 text-inherit underline">
        {part.text}
      </mark>
    ) : (
      <span key={at}>{part.text}</span>
    ),
  );
}

type Draft = Awaited<ReturnType<typeof consultations.listKnowledgeDrafts>>['drafts'][number];

const draftColumns = (engagementId: string): readonly ui.Column<Draft>[] => [
  {
    key: 'title',
    header: text.columns.title,
    rowHeader: true,
    cell: ({ id, title }) => <ui.TextLink href={`${knowledgePath(engagementId)}/${id}`}>{title}</ui.TextLink>,
  },
  { key: 'type', header: text.columns.type, cell: ({ type }) => text.types[type] },
  { key: 'visibility', header: text.columns.visibility, cell: ({ visibility }) => text.visibilities[visibility] },
  {
    key: 'state',
    header: text.draftState,
    cell: ({ mayReview }) => (
      <ui.StatusBadge tone={mayReview ? 'warning' : 'neutral'}>
        {mayReview ? text.toReview : text.waiting}
      </ui.StatusBadge>
    ),
  },
];

function Drafts({ engagementId, drafts }: { engagementId: string; drafts: readonly Draft[] }) {
  return (
    <ui.Section title={text.drafts}>
      <ui.Table
        caption={text.drafts}
        hideCaption
        columns={draftColumns(engagementId)}
        rows={drafts}
        rowKey={({ id }) => id}
      />
    </ui.Section>
  );
}
