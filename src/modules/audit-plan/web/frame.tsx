/** What the pages of the planning share: tabs, and the programme that a page is about (`?programme=`). */
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { messages } from './messages.ja.ts';
import { plan, planHref, type ProgrammeLine } from './plan-client.ts';

export function PlanTabs() {
  const engagementId = useEngagementId();
  const { name, programmes, ...pages } = messages.tabs;
  return (
    <ui.Tabs
      name={name}
      items={[
        { label: programmes, href: planHref(engagementId), exact: true },
        ...Object.entries(pages).map(([page, label]) => ({ label, href: planHref(engagementId, page) })),
      ]}
    />
  );
}

interface Chosen {
  readonly engagementId: string;
  readonly programme: ProgrammeLine;
}

/** Asks for one of the programmes of the engagement and shows what is below for it. */
export function ProgrammeFrame({
  title,
  lead,
  children,
}: {
  readonly title: string;
  readonly lead: string;
  readonly children: (chosen: Chosen) => ReactNode;
}) {
  const engagementId = useEngagementId();
  const [search, setSearch] = useSearchParams();
  const load = ui.useLoad(() => plan.listProgrammes({ engagementId }), [engagementId]);
  return (
    <ui.Page title={title} lead={lead}>
      <PlanTabs />
      <ui.Loaded from={load}>
        {({ programmes }) => {
          const usable = programmes.filter(({ retired, edition }) => !retired && edition !== null);
          const programme = usable.find(({ id }) => id === search.get('programme')) ?? usable[0];
          if (programme === undefined)
            return <ui.EmptyState title={messages.noProgramme}>{messages.noProgrammeHelp}</ui.EmptyState>;
          return (
            <>
              {usable.length > 1 && (
                <ui.Select
                  name="programme"
                  label={messages.chooseProgramme}
                  prompt={null}
                  value={programme.id}
                  onChange={(event) => setSearch({ programme: event.target.value }, { replace: true })}
                  options={usable.map(({ id, title: label }) => ({ value: id, label }))}
                />
              )}
              {usable.length === 1 && <p>{programme.title}</p>}
              <div key={programme.id} className="grid grid-cols-[minmax(0,1fr)] gap-6">
                {children({ engagementId, programme })}
              </div>
            </>
          );
        }}
      </ui.Loaded>
    </ui.Page>
  );
}

/** Sentences about what stands against the plan. */
export function Warnings({ warnings }: { warnings: readonly { readonly message: string }[] }) {
  if (warnings.length === 0) return null;
  return (
    <ui.Notice tone="warning" title={messages.warnings}>
      <ul className="list-disc pl-6">
        {warnings.map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </ui.Notice>
  );
}
