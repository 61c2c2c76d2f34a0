import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useEngagementId, useSession } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { VISIBLE_TO } from '../rules/knowledge.ts';
import { consultations, type Detail, type KnowledgeEntry, knowledgePath } from './client.ts';
import { knowledge } from './messages-knowledge.ja.ts';

const text = knowledge.form;
const TYPES = ['answer', 'explanation', 'notice'] as const;

type Content = NonNullable<KnowledgeEntry['draft']>;
interface Start {
  readonly content: Content | null;
  readonly entry: KnowledgeEntry | null;
  readonly consultationId: string | null;
}

/** A new entry, one made from an answered consultation (`?from=…`), or the working copy of one that exists. */
export function Component() {
  const engagementId = useEngagementId();
  const { entryId } = useParams();
  const [search] = useSearchParams();
  const from = search.get('from');
  const load = ui.useLoad(async (): Promise<Start> => {
    if (entryId !== undefined) {
      const entry = await consultations.getKnowledge({ engagementId, entryId });
      return { content: entry.draft, entry, consultationId: entry.consultationId };
    }
    if (from === null) return { content: null, entry: null, consultationId: null };
    const detail = await consultations.getConsultation({ engagementId, consultationId: from });
    return { content: contentOf(detail), entry: null, consultationId: detail.id };
  }, [engagementId, entryId ?? '', from ?? '']);
  return (
    <ui.Page
      title={entryId === undefined ? text.newTitle : text.editTitle}
      lead={text.lead}
      breadcrumbs={[{ label: knowledge.title, href: knowledgePath(engagementId) }]}
    >
      <ui.Loaded from={load}>{(start) => <EntryForm engagementId={engagementId} start={start} />}</ui.Loaded>
    </ui.Page>
  );
}

/** A first draft from the latest answer; names and the department are still to be taken out. */
function contentOf({ title, entries }: Detail): Content {
  const last = entries.findLast(({ kind }) => kind === 'answer');
  return {
    type: 'answer',
    title,
    summary: last?.answer?.plain ?? '',
    body: last?.body ?? '',
    source: last?.answer?.citations.map(({ code, place }) => `${code} ${place}`).join('\n') ?? '',
    visibility: 'everyone',
  };
}

function EntryForm({ engagementId, start }: { engagementId: string; start: Start }) {
  const { account } = useSession();
  const navigate = useNavigate();
  const { content, entry, consultationId } = start;
  const visibilities = VISIBLE_TO[account.party === 'contractor' ? 'contractor' : 'city'];
  return (
    <ui.Form
      draft={`knowledge:${entry?.id ?? consultationId ?? engagementId}`}
      {...(entry === null ? {} : { version: entry.version })}
      submitLabel={text.submit}
      done={text.done}
      cancelHref={knowledgePath(engagementId)}
      submit={(form) =>
        consultations.saveKnowledge(
          {
            engagementId,
            ...(entry === null ? { consultationId } : { entryId: entry.id, version: form.version }),
            text: {
              type: form.one('text.type', TYPES),
              title: form.text('text.title'),
              summary: form.text('text.summary'),
              body: form.text('text.body'),
              source: form.text('text.source'),
              visibility: form.one('text.visibility', visibilities),
            },
          },
          form.options,
        )
      }
      onDone={({ id }) => void navigate(`${knowledgePath(engagementId)}/${id}`)}
    >
      <ui.RadioGroup
        name="text.type"
        label={text.type}
        required
        inline
        defaultValue={content?.type ?? 'explanation'}
        options={TYPES.map((value) => ({ value, label: knowledge.types[value] }))}
      />
      <ui.TextField
        name="text.title"
        label={text.title}
        hint={text.titleHelp}
        required
        maxLength={200}
        defaultValue={content?.title ?? ''}
      />
      <ui.TextArea
        name="text.summary"
        label={text.summary}
        hint={text.summaryHelp}
        required
        rows={3}
        maxLength={1000}
        defaultValue={content?.summary ?? ''}
      />
      <ui.TextArea
        name="text.body"
        label={text.body}
        hint={text.bodyHelp}
        required
        rows={8}
        maxLength={10_000}
        defaultValue={content?.body ?? ''}
      />
      <ui.TextArea
        name="text.source"
        label={text.source}
        hint={text.sourceHelp}
        rows={2}
        maxLength={1000}
        defaultValue={content?.source ?? ''}
      />
      <ui.RadioGroup
        name="text.visibility"
        label={text.visibility}
        required
        defaultValue={content?.visibility ?? 'everyone'}
        options={visibilities.map((value) => ({ value, label: knowledge.visibilities[value] }))}
      />
    </ui.Form>
  );
}
