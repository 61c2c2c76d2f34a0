import { useState } from 'react';
import { useParams } from 'react-router';
import * as ui from '../../../web/ui/index.ts';
import { ClauseList } from './clause-list.tsx';
import { ClausePanel } from './clause-panel.tsx';
import { type Draft, specification } from './client.ts';
import { DeliverablesSection } from './deliverables-section.tsx';
import { DraftTabs } from './draft-tabs.tsx';
import { HeadSection } from './head-section.tsx';
import { messages } from './messages.ja.ts';
import { ProblemList } from './problem-list.tsx';

const text = messages.draft;

/** One draft: the clauses on the left, the source and the form of the chosen one on the right. */
export function Component() {
  const { draftId = '' } = useParams();
  const loaded = ui.useLoad(() => specification.getDraft({ draftId }), [draftId]);
  return <ui.Loaded from={loaded}>{(draft) => <DraftView draft={draft} onChange={loaded.reload} />}</ui.Loaded>;
}

function DraftView({ draft, onChange }: { draft: Draft; onChange: () => void }) {
  const [key, setKey] = useState<string | null>(null);
  const chosen = draft.clauses.find((clause) => clause.key === key) ?? draft.clauses[0];
  return (
    <ui.Page
      title={draft.head.title === '' ? draft.name : draft.head.title}
      breadcrumbs={[{ label: text.crumb, href: '/specifications' }]}
      lead={text.lead(draft.name, draft.pages)}
    >
      <DraftTabs draft={draft} />
      <ProblemList
        draft={draft}
        onChoose={(id) => setKey(draft.clauses.find((clause) => clause.id === id)?.key ?? null)}
      />
      <PublishRow draft={draft} onChange={onChange} />
      <ui.Section title={text.clauses}>
        <div className="grid gap-6 desktop-admin:grid-cols-[minmax(14rem,22rem)_minmax(0,1fr)]">
          <ClauseList draft={draft} chosen={chosen?.key ?? null} onChoose={setKey} />
          {chosen !== undefined && (
            <ClausePanel
              key={chosen.key}
              draft={draft}
              clause={chosen}
              onChange={(next) => {
                if (next !== null) setKey(next);
                onChange();
              }}
            />
          )}
        </div>
      </ui.Section>
      <HeadSection draft={draft} onChange={onChange} />
      <DeliverablesSection draft={draft} onChange={onChange} />
    </ui.Page>
  );
}

function PublishRow({ draft, onChange }: { draft: Draft; onChange: () => void }) {
  const publish = ui.useCommand(
    (options) => specification.publish({ draftId: draft.id, version: draft.version }, options),
    { done: text.publishDone, onDone: onChange },
  );
  const blocked = draft.problems.some((one) => one.weight === 'error');
  return (
    <div className="grid gap-4">
      {publish.problem !== undefined && <ui.Problem problem={publish.problem} />}
      {draft.publishedAs !== null && (
        <ui.Notice tone="success" title={text.publishedAs(draft.publishedAs)}>
          <ui.TextLink href={`/engagements/new?specification=${encodeURIComponent(draft.publishedAs)}`}>
            {text.createEngagement}
          </ui.TextLink>
        </ui.Notice>
      )}
      {!blocked && (
        <div>
          <ui.ConfirmButton
            variant="solid"
            title={text.publishTitle}
            body={text.publishBody}
            busy={publish.busy}
            onConfirm={() => publish.run()}
          >
            {text.publish}
          </ui.ConfirmButton>
        </div>
      )}
    </div>
  );
}
