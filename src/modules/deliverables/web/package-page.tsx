import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { useCan, useEngagementId } from '../../../web/session.ts';
import {
  type Column,
  Disclosure,
  EmptyState,
  Loaded,
  Notice,
  Page,
  Section,
  sizeText,
  Table,
  TextLink,
  useLoad,
} from '../../../web/ui/index.ts';
import { deliverableHref, deliverables, type Owed, type PackageView, titleOf } from './client.ts';
import { Deliveries } from './deliveries.tsx';
import { DeliveryWanted } from './delivery-wanted.tsx';
import { MadePackages } from './made-packages.tsx';
import { MakePackage } from './make-package.tsx';
import { messages } from './messages.ja.ts';
import { packageMessages as text } from './package-messages.ja.ts';
import { RestMaterials } from './rest-materials.tsx';
import { VirusRecord } from './virus-record.tsx';

/** How often the page looks how far a package is, while one is being made. */
const LOOK_AGAIN_MS = 2000;

/** So many files are shown at once. */
const SHORT_LIST = 8;

/** What is handed over together, as the specification asks; the packages that were made of it. */
export function Component() {
  const engagementId = useEngagementId();
  const can = useCan();
  const [search] = useSearchParams();
  const task = search.get('task');
  const register = useLoad(() => deliverables.listDeliverables({ engagementId }), [engagementId]);
  const view = useLoad(() => deliverables.getPackage({ engagementId, task }), [engagementId, task]);
  const busy =
    view.state === 'ready' && view.data.packages.some(({ state }) => state === 'waiting' || state === 'making');
  const { reload } = view;
  useEffect(() => {
    if (!busy) return undefined;
    const timer = setInterval(reload, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [busy, reload]);
  return (
    <Page title={text.title} lead={text.lead}>
      <Loaded from={view}>
        {(data) => (
          <>
            <DeliveryWanted delivery={data.delivery} />
            <Contents data={data} task={task} />
            <VirusRecord
              key={task ?? ''}
              data={data}
              task={task}
              mayRecord={can('deliverables.make') && data.entries.length > 0}
              onDone={reload}
            />
            {data.entries.length > 0 && <MakePackage data={data} task={task} onDone={reload} />}
            <MadePackages data={data} onDone={reload} />
            <Deliveries data={data} />
            <RestMaterials />
          </>
        )}
      </Loaded>
      <Loaded from={register}>{({ deliverables: all }) => <NotSubmitted all={all} />}</Loaded>
    </Page>
  );
}

type Entry = PackageView['entries'][number];

const COLUMNS: readonly Column<Entry>[] = [
  { key: 'title', header: text.columns.title, rowHeader: true, cell: ({ title }) => title },
  {
    key: 'version',
    header: text.columns.version,
    nowrap: true,
    cell: ({ version }) => messages.register.version(version),
  },
  { key: 'path', header: text.columns.path, cell: ({ path }) => <span className="break-all">{path}</span> },
  { key: 'size', header: text.columns.size, align: 'end', nowrap: true, cell: ({ size }) => sizeText(size) },
];

function Contents({ data, task }: { data: PackageView; task: string | null }) {
  const { entries, gaps } = data;
  return (
    <Section title={text.contents}>
      <p>{text.contentsLead}</p>
      <Scope tasks={data.tasks} task={task} />
      {gaps.length > 0 && (
        <Notice tone="warning" title={text.gaps}>
          <p>{text.gapsHelp}</p>
          <ul className="list-disc ps-6">
            {gaps.map((gap) => (
              <li key={gap}>{gap}</li>
            ))}
          </ul>
        </Notice>
      )}
      {entries.length === 0 ? (
        <EmptyState title={text.empty}>
          <p>{text.emptyHelp}</p>
        </EmptyState>
      ) : (
        // Long lists stand closed: what can be done with them is below.
        <Disclosure summary={text.entriesList(entries.length)} open={entries.length <= SHORT_LIST}>
          <Table caption={text.contents} hideCaption rows={entries} rowKey={({ path }) => path} columns={COLUMNS} />
        </Disclosure>
      )}
    </Section>
  );
}

/** Everything, or one task of those that have something to deliver. */
function Scope({ tasks, task }: { tasks: PackageView['tasks']; task: string | null }) {
  if (tasks.length === 0) return null;
  const choices = [
    { id: null, label: text.whole },
    ...tasks.map(({ id, label, entries }) => ({ id, label: text.scopeEntries(label, entries) })),
  ];
  return (
    <nav aria-label={text.scope}>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {choices.map(({ id, label }) => (
          <li key={id ?? ''} className="inline-flex min-h-11 items-center">
            {id === task ? (
              <strong aria-current="page">{label}</strong>
            ) : (
              <TextLink href={id === null ? '?' : `?task=${encodeURIComponent(id)}`}>{label}</TextLink>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function NotSubmitted({ all }: { all: readonly Owed[] }) {
  const engagementId = useEngagementId();
  const missing = all.filter(
    (owed) => !owed.own && !owed.versions.some(({ state }) => state === 'submitted' || state === 'accepted'),
  );
  return (
    <Section title={text.missing}>
      {missing.length === 0 ? (
        <p>{text.missingNone}</p>
      ) : (
        <ul className="list-disc ps-6">
          {missing.map((owed) => (
            <li key={`${owed.type} ${owed.subject ?? ''}`}>
              <TextLink href={deliverableHref(engagementId, owed)}>{titleOf(owed)}</TextLink>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
