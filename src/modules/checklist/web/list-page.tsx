import { ListExchange } from '../../../web/list-exchange.tsx';
import { useCan, useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { CHECKLIST_STATE_NAMES } from '../labels.ts';
import { checklist, type Head, hrefOf, plan, toneOf } from './client.ts';
import { MakeForm } from './make-form.tsx';
import { messages } from './messages.ja.ts';

const text = messages.list;

const columns = (engagementId: string): readonly ui.Column<Head>[] => [
  {
    key: 'title',
    header: text.name,
    rowHeader: true,
    cell: ({ id, title }) => <ui.TextLink href={hrefOf(engagementId, id)}>{title}</ui.TextLink>,
  },
  { key: 'programme', header: text.programme, cell: ({ programme }) => programme },
  { key: 'version', header: text.version, nowrap: true, cell: ({ position }) => text.edition(position) },
  {
    key: 'state',
    header: text.state,
    nowrap: true,
    cell: ({ state }) => <ui.StatusBadge tone={toneOf(state)}>{CHECKLIST_STATE_NAMES[state]}</ui.StatusBadge>,
  },
  { key: 'items', header: text.items, align: 'end', cell: ({ items }) => text.count(items) },
  {
    key: 'proposedOn',
    header: text.proposedOn,
    cell: ({ proposedOn }) => <ui.DayText day={proposedOn} look="short" />,
  },
  { key: 'agreedOn', header: text.agreedOn, cell: ({ agreedOn }) => <ui.DayText day={agreedOn} look="short" /> },
];

/** The checklists of the engagement in all versions. */
export function Component() {
  const engagementId = useEngagementId();
  const work = useCan()('checklist.work');
  const load = ui.useLoad(
    async () => ({
      ...(await checklist.listChecklists({ engagementId })),
      ...(await plan.listProgrammes({ engagementId })),
    }),
    [engagementId],
  );
  return (
    <ui.Page
      title={text.title}
      lead={text.lead}
      actions={<ListExchange list="checklist.checklists" engagementId={engagementId} />}
    >
      <ui.Loaded from={load}>
        {({ checklists, programmes }) => (
          <>
            <ui.Table
              caption={text.title}
              hideCaption
              rows={checklists}
              rowKey={({ id }) => id}
              columns={columns(engagementId)}
              empty={<ui.EmptyState title={text.none}>{work && <p>{text.noneHelp}</p>}</ui.EmptyState>}
            />
            {work && (
              <Make
                engagementId={engagementId}
                programmes={programmes.filter(
                  ({ id, retired, edition, kind }) =>
                    !retired &&
                    edition !== null &&
                    kind !== 'focus-theme' &&
                    !checklists.some(({ programmeId }) => programmeId === id),
                )}
              />
            )}
          </>
        )}
      </ui.Loaded>
    </ui.Page>
  );
}

function Make({
  engagementId,
  programmes,
}: {
  readonly engagementId: string;
  readonly programmes: readonly { readonly id: string; readonly title: string }[];
}) {
  return (
    <ui.Section title={text.make}>
      {programmes.length === 0 ? (
        <p>
          {text.noProgramme}
          <ui.TextLink href={`/engagements/${engagementId}/audit-plan`}>{text.programmes}</ui.TextLink>
        </p>
      ) : (
        <MakeForm engagementId={engagementId} programmes={programmes} />
      )}
    </ui.Section>
  );
}
