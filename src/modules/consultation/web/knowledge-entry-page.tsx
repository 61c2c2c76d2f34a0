import { useNavigate, useParams } from 'react-router';
import { useCan, useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { consultations, type KnowledgeEntry, knowledgePath, listPath } from './client.ts';
import { knowledge } from './messages-knowledge.ja.ts';

const text = knowledge.entry;

export function Component() {
  const engagementId = useEngagementId();
  const { entryId = '' } = useParams();
  const load = ui.useLoad(() => consultations.getKnowledge({ engagementId, entryId }), [engagementId, entryId]);
  const entry = load.state === 'ready' ? load.data : null;
  const title = entry?.published?.title ?? entry?.draft?.title ?? knowledge.title;
  return (
    <ui.Page title={title} breadcrumbs={[{ label: knowledge.title, href: knowledgePath(engagementId) }]}>
      <ui.Loaded from={load}>
        {(data) => (
          <>
            {data.published !== null && <Published entry={data.published} />}
            {data.draft !== null && data.waiting && (
              <ui.Section title={text.draft}>
                <p>{text.draftHelp}</p>
                <Shown content={data.draft} />
              </ui.Section>
            )}
            {data.mayReview && <ReviewForm engagementId={engagementId} entry={data} reload={load.reload} />}
            <Actions engagementId={engagementId} entry={data} />
          </>
        )}
      </ui.Loaded>
    </ui.Page>
  );
}

function Published({ entry }: { entry: NonNullable<KnowledgeEntry['published']> }) {
  return (
    <ui.Section title={text.published(entry.edition)}>
      <p className="flex flex-wrap gap-x-4">
        <span>{text.publishedOn}</span>
        <ui.DayText day={entry.publishedOn} />
      </p>
      <Shown content={entry} />
    </ui.Section>
  );
}

function Shown({ content }: { content: NonNullable<KnowledgeEntry['draft']> }) {
  return (
    <ui.DataList
      items={[
        { term: knowledge.columns.type, value: knowledge.types[content.type] },
        { term: knowledge.columns.title, value: content.title },
        { term: text.summary, value: content.summary },
        { term: text.body, value: content.body },
        { term: text.source, value: content.source },
        { term: knowledge.columns.visibility, value: knowledge.visibilities[content.visibility] },
      ]}
    />
  );
}

function ReviewForm({
  engagementId,
  entry,
  reload,
}: {
  engagementId: string;
  entry: KnowledgeEntry;
  reload: () => void;
}) {
  return (
    <ui.Section title={text.review}>
      <ui.Form
        version={entry.version}
        guard={false}
        submitLabel={text.publish}
        done={text.publishDone}
        check={(form) => (form.flag('anonymous') ? [] : [{ path: 'anonymous', message: text.anonymousMissing }])}
        submit={(form) =>
          consultations.publishKnowledge(
            { engagementId, entryId: entry.id, version: form.version, anonymous: true },
            form.options,
          )
        }
        onDone={reload}
      >
        <ui.Checkbox name="anonymous" label={text.anonymous} />
      </ui.Form>
    </ui.Section>
  );
}

function Actions({ engagementId, entry }: { engagementId: string; entry: KnowledgeEntry }) {
  const can = useCan();
  const navigate = useNavigate();
  const withdraw = ui.useCommand(
    (options) => consultations.withdrawKnowledge({ engagementId, entryId: entry.id, version: entry.version }, options),
    { done: text.withdrawn, onDone: () => void navigate(knowledgePath(engagementId)) },
  );
  return (
    <div className="flex flex-wrap items-center gap-3">
      {entry.draft !== null && (
        <ui.LinkButton href={`${knowledgePath(engagementId)}/${entry.id}/edit`}>{text.edit}</ui.LinkButton>
      )}
      {entry.consultationId !== null && (
        <ui.TextLink href={`${listPath(engagementId)}/${entry.consultationId}`}>{text.origin}</ui.TextLink>
      )}
      {entry.published !== null && can('knowledge.review') && (
        <ui.ConfirmButton
          title={text.withdrawTitle}
          body={text.withdrawBody}
          busy={withdraw.busy}
          onConfirm={() => withdraw.run()}
        >
          {text.withdraw}
        </ui.ConfirmButton>
      )}
    </div>
  );
}
