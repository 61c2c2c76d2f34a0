import { useNavigate } from 'react-router';
import { ListExchange } from '../../../web/list-exchange.tsx';
import { useCan, useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { REPORT_STATE_NAMES } from '../labels.ts';
import { report, reportHref, type ReportLine, toneOf, type WantedReport } from './client.ts';
import { ReportTabs } from './frame.tsx';
import { messages } from './messages.ja.ts';

const text = messages.reports;

const columns = (engagementId: string): readonly ui.Column<ReportLine>[] => [
  {
    key: 'title',
    header: text.name,
    rowHeader: true,
    cell: ({ id, title }) => <ui.TextLink href={reportHref(engagementId, `reports/${id}`)}>{title}</ui.TextLink>,
  },
  { key: 'target', header: text.target, cell: ({ target }) => target ?? messages.whole },
  { key: 'number', header: text.version, nowrap: true, cell: ({ number }) => text.edition(number) },
  {
    key: 'state',
    header: messages.state,
    nowrap: true,
    cell: ({ state }) => <ui.StatusBadge tone={toneOf(state)}>{REPORT_STATE_NAMES[state]}</ui.StatusBadge>,
  },
  {
    key: 'finishedOn',
    header: text.finishedOn,
    cell: ({ finishedOn }) => <ui.DayText day={finishedOn} look="short" />,
  },
  { key: 'settledOn', header: text.settledOn, cell: ({ settledOn }) => <ui.DayText day={settledOn} look="short" /> },
];

export function Component() {
  const engagementId = useEngagementId();
  const can = useCan();
  const load = ui.useLoad(() => report.listReports({ engagementId }), [engagementId]);
  return (
    <ui.Page title={text.title} lead={text.lead}>
      <ReportTabs />
      <ui.Loaded from={load}>
        {({ reports, wanted }) => (
          <>
            <p>
              <ListExchange list="audit-report.reports" engagementId={engagementId} />
            </p>
            <ui.Table
              caption={text.caption}
              hideCaption
              rows={reports}
              rowKey={({ id }) => id}
              columns={columns(engagementId)}
              empty={<ui.EmptyState title={text.none}>{text.noneHelp}</ui.EmptyState>}
            />
            {can('audit-report.work') && wanted.length > 0 && <Wanted wanted={wanted} />}
            {(reports.length > 0 || wanted.length > 0) && <Committee engagementId={engagementId} />}
          </>
        )}
      </ui.Loaded>
    </ui.Page>
  );
}

/** Made from the records of today, before and after there is a report. */
function Committee({ engagementId }: { engagementId: string }) {
  return (
    <ui.Section title={text.committee}>
      <p>{text.committeeHelp}</p>
      <ui.DownloadLinks
        title={text.committee}
        files={(['docx', 'pdf'] as const).map((kind) => ({
          kind,
          href: report.href('downloadDocument', {
            ...{ engagementId, kind: 'audit-committee-report', subject: null, format: kind },
          }),
        }))}
      />
    </ui.Section>
  );
}

const WANTED: readonly ui.Column<WantedReport>[] = [
  { key: 'title', header: text.name, rowHeader: true, cell: ({ title }) => title },
  { key: 'programme', header: text.programme, cell: ({ programme }) => programme },
  { key: 'target', header: text.target, cell: ({ target }) => target ?? messages.whole },
  { key: 'start', header: text.start, cell: (one) => <Start one={one} /> },
];

function Wanted({ wanted }: { wanted: readonly WantedReport[] }) {
  return (
    <ui.Section title={text.wanted}>
      <ui.Table
        caption={text.wanted}
        hideCaption
        rows={wanted}
        rowKey={({ programmeId, targetId }) => `${programmeId} ${targetId ?? ''}`}
        columns={WANTED}
      />
    </ui.Section>
  );
}

function Start({ one }: { one: WantedReport }) {
  const engagementId = useEngagementId();
  const navigate = useNavigate();
  const { programmeId, targetId } = one;
  const start = ui.useCommand((options) => report.startReport({ programmeId, targetId }, options), {
    done: text.started,
    onDone: ({ id }) => void navigate(reportHref(engagementId, `reports/${id}`)),
  });
  return (
    <>
      {start.problem !== undefined && <ui.Problem problem={start.problem} />}
      <ui.Button
        busy={start.busy}
        onClick={() => void start.run()}
        aria-label={text.startLabel(one.title, one.target ?? messages.whole)}
      >
        {text.start}
      </ui.Button>
    </>
  );
}
