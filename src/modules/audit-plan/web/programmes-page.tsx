import { useCan, useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { PROGRAMME_KINDS } from '../../../core/programme/words.ts';
import { PlanTabs } from './frame.tsx';
import { messages } from './messages.ja.ts';
import { plan, planHref, type ProgrammeLine } from './plan-client.ts';

const text = messages.programmes;
type Bundled = Awaited<ReturnType<typeof plan.listBundledProgrammes>>['programmes'][number];
const KINDS: Readonly<Record<string, string>> = PROGRAMME_KINDS;

const ownColumns = (engagementId: string): readonly ui.Column<ProgrammeLine>[] => [
  {
    key: 'title',
    header: text.name,
    rowHeader: true,
    cell: ({ id, title }) => <ui.TextLink href={planHref(engagementId, `programmes/${id}`)}>{title}</ui.TextLink>,
  },
  { key: 'kind', header: text.kind, cell: ({ kind }) => KINDS[kind] ?? kind },
  {
    key: 'edition',
    header: text.edition,
    cell: ({ edition, retired }) =>
      retired ? messages.retired : edition === null ? text.unpublished : text.version(edition),
  },
  { key: 'draft', header: text.draft, cell: ({ draft }) => (draft === null ? '―' : text.version(draft)) },
  { key: 'targets', header: text.targets, align: 'end', cell: ({ targets }) => targets },
];

const bundledColumns = (adopt: ((id: string) => void) | null, busy: boolean): readonly ui.Column<Bundled>[] => [
  { key: 'title', header: text.name, rowHeader: true, cell: ({ title }) => title },
  { key: 'kind', header: text.kind, cell: ({ kind }) => KINDS[kind] ?? kind },
  {
    key: 'suits',
    header: text.specification,
    cell: ({ suits }) => (
      <ui.StatusBadge tone={suits ? 'info' : 'neutral'}>{suits ? text.suits : text.other}</ui.StatusBadge>
    ),
  },
  {
    key: 'action',
    header: text.action,
    cell: ({ id, title, adopted }) =>
      adopted !== null ? (
        text.adopted
      ) : adopt === null ? (
        '―'
      ) : (
        <ui.Button size="small" busy={busy} aria-label={text.adoptLabel(title)} onClick={() => adopt(id)}>
          {text.adopt}
        </ui.Button>
      ),
  },
];

export function Component() {
  const engagementId = useEngagementId();
  const may = useCan()('audit-plan.programme');
  const load = ui.useLoad(
    async () => ({
      ...(await plan.listProgrammes({ engagementId })),
      bundled: (await plan.listBundledProgrammes({ engagementId })).programmes,
    }),
    [engagementId],
  );
  const adopt = ui.useCommand((options, source: string) => plan.adoptProgramme({ engagementId, source }, options), {
    done: text.adoptedDone,
    onDone: load.reload,
  });
  return (
    <ui.Page title={text.title} lead={text.lead}>
      <PlanTabs />
      {adopt.problem !== undefined && <ui.Problem problem={adopt.problem} />}
      <ui.Loaded from={load}>
        {({ programmes, bundled }) => (
          <>
            <ui.Section title={text.own}>
              <ui.Table
                caption={text.own}
                hideCaption
                rows={programmes}
                rowKey={({ id }) => id}
                columns={ownColumns(engagementId)}
                empty={<ui.EmptyState title={text.none}>{text.noneHelp}</ui.EmptyState>}
              />
            </ui.Section>
            <ui.Section title={text.bundled}>
              <p>{text.bundledHelp}</p>
              <ui.Table
                caption={text.bundled}
                hideCaption
                rows={bundled.toSorted((a, b) => Number(b.suits) - Number(a.suits))}
                rowKey={({ id }) => id}
                columns={bundledColumns(may ? (id) => void adopt.run(id) : null, adopt.busy)}
              />
            </ui.Section>
          </>
        )}
      </ui.Loaded>
    </ui.Page>
  );
}
