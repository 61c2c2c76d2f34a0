import { useCan, useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { type ListedProgramme, report } from './client.ts';
import { ReportTabs } from './frame.tsx';
import { messages } from './messages.ja.ts';

const text = messages.lists;
type Made = ListedProgramme['made'][number];

const COLUMNS: readonly ui.Column<Made>[] = [
  { key: 'number', header: text.columns.number, rowHeader: true, cell: ({ number }) => number },
  { key: 'madeOn', header: text.columns.madeOn, cell: ({ madeOn }) => <ui.DayText day={madeOn} look="short" /> },
  { key: 'findings', header: text.columns.findings, align: 'end', cell: ({ findings }) => findings },
  { key: 'pages', header: text.columns.pages, cell: ({ paper, pages }) => text.pages(paper, pages) },
  { key: 'charts', header: text.columns.charts, align: 'end', cell: ({ charts }) => charts },
  {
    key: 'files',
    header: text.columns.files,
    cell: ({ id, number, files }) => (
      <ui.DownloadLinks
        title={`${text.columns.number}${number}`}
        files={files.map(({ fileId, format }) => ({
          kind: format,
          href: report.href('downloadFindingsList', { listId: id, fileId }),
        }))}
      />
    ),
  },
];

export function Component() {
  const engagementId = useEngagementId();
  const load = ui.useLoad(() => report.listFindingsLists({ engagementId }), [engagementId]);
  return (
    <ui.Page title={text.title} lead={text.lead}>
      <ReportTabs />
      <ui.Loaded from={load}>
        {({ programmes }) =>
          programmes.length === 0 ? (
            <ui.EmptyState title={text.none}>{messages.adoptFirst}</ui.EmptyState>
          ) : (
            programmes.map((one) => <Programme key={one.programmeId} one={one} reload={load.reload} />)
          )
        }
      </ui.Loaded>
    </ui.Page>
  );
}

function Programme({ one, reload }: { one: ListedProgramme; reload: () => void }) {
  const may = useCan()('audit-report.work');
  const make = ui.useCommand((options) => report.makeFindingsList({ programmeId: one.programmeId }, options), {
    done: text.made,
    onDone: reload,
  });
  return (
    <ui.Section title={one.programme}>
      <p>{text.now(one.findings)}</p>
      {make.problem !== undefined && <ui.Problem problem={make.problem} />}
      {may && (
        <p>
          <ui.Button busy={make.busy} onClick={() => void make.run()} aria-label={text.makeLabel(one.programme)}>
            {text.make}
          </ui.Button>
        </p>
      )}
      <ui.Table
        caption={text.caption(one.programme)}
        hideCaption
        rows={one.made}
        rowKey={({ id }) => id}
        columns={COLUMNS}
        empty={<p>{text.noneMade}</p>}
      />
    </ui.Section>
  );
}
