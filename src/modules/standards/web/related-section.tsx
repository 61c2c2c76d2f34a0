/** On the page of a standard: the way to its correspondences, audit items and revisions. */
import { useNavigate } from 'react-router';
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { REVISION_STATE_LABELS } from '../labels.ts';
import { messages as itemText } from './messages-items.ja.ts';
import { messages as mappingText } from './messages-mapping.ja.ts';
import { messages } from './messages.ja.ts';
import { type Catalogue, standards } from './standards-client.ts';

const text = messages.revision;

export function RelatedSection({
  engagementId,
  catalogue,
}: {
  readonly engagementId: string;
  readonly catalogue: Catalogue;
}) {
  const { code } = catalogue;
  const load = ui.useLoad(async () => {
    const [{ others }, { revisions }] = await Promise.all([
      standards.countMappings({ engagementId, code }),
      standards.listRevisions({ engagementId, code }),
    ]);
    return { others, revisions };
  }, [engagementId, code]);
  const base = `/engagements/${engagementId}`;
  return (
    <>
      <ui.Loaded from={load}>
        {({ others, revisions }) => (
          <>
            <Revisions base={base} engagementId={engagementId} catalogue={catalogue} revisions={revisions} />
            <ui.Section title={mappingText.overview.title}>
              <p>{mappingText.overview.lead}</p>
              <ui.Table
                caption={mappingText.overview.title}
                hideCaption
                rows={others}
                rowKey={(other) => other.code}
                columns={otherColumns(`${base}/standard-mappings/${code}`)}
              />
            </ui.Section>
          </>
        )}
      </ui.Loaded>
      <ui.Section title={itemText.title}>
        <p>{itemText.linkLead}</p>
        <p>
          <ui.LinkButton href={`${base}/standard-items/${code}`}>{itemText.link}</ui.LinkButton>
        </p>
      </ui.Section>
    </>
  );
}

type Revision = Awaited<ReturnType<typeof standards.listRevisions>>['revisions'][number];

function Revisions({
  base,
  engagementId,
  catalogue,
  revisions,
}: {
  readonly base: string;
  readonly engagementId: string;
  readonly catalogue: Catalogue;
  readonly revisions: readonly Revision[];
}) {
  const can = useCan();
  const navigate = useNavigate();
  const start = ui.useCommand(
    (options, edition: string) => standards.startRevision({ engagementId, code: catalogue.code, edition }, options),
    { onDone: ({ revisionId }) => void navigate(`${base}/standard-revisions/${revisionId}`) },
  );
  const open = revisions.some(({ state }) => state === 'proposed');
  const waiting = open ? [] : catalogue.editions.filter(({ id, current }) => id !== null && !current);
  if (revisions.length === 0 && waiting.length === 0) return null;
  return (
    <ui.Section title={text.title}>
      <p>{text.lead}</p>
      {revisions.length > 0 && (
        <ui.Table
          caption={text.title}
          hideCaption
          rows={revisions}
          rowKey={({ id }) => id}
          columns={revisionColumns(base)}
        />
      )}
      {can('standards.manage') && waiting.length > 0 && (
        <div className="flex flex-wrap gap-4">
          {waiting.map(({ id, label }) => (
            <ui.Button key={id} busy={start.busy} onClick={() => void start.run(id ?? '')}>
              {text.start(label)}
            </ui.Button>
          ))}
        </div>
      )}
      {start.problem !== undefined && <p role="alert">{start.problem.message}</p>}
    </ui.Section>
  );
}

type Other = Awaited<ReturnType<typeof standards.countMappings>>['others'][number];

const otherColumns = (base: string): readonly ui.Column<Other>[] => [
  {
    key: 'other',
    header: mappingText.overview.other,
    rowHeader: true,
    cell: ({ code, name }) => <ui.TextLink href={`${base}/${code}`}>{name}</ui.TextLink>,
  },
  { key: 'count', header: mappingText.overview.count, align: 'end', cell: ({ mappings }) => mappings },
  {
    key: 'review',
    header: mappingText.overview.review,
    align: 'end',
    cell: ({ review }) => (review === 0 ? mappingText.overview.none : review),
  },
];

const revisionColumns = (base: string): readonly ui.Column<Revision>[] => [
  {
    key: 'name',
    header: text.editions,
    rowHeader: true,
    cell: ({ id, from, to }) => (
      <ui.TextLink href={`${base}/standard-revisions/${id}`}>{text.way(from, to)}</ui.TextLink>
    ),
  },
  { key: 'state', header: text.state, cell: ({ state }) => REVISION_STATE_LABELS[state] },
  { key: 'applied', header: text.appliedOn, cell: ({ appliedOn }) => <ui.DayText day={appliedOn} /> },
];
