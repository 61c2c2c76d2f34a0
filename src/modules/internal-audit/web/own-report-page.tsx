import { useParams } from 'react-router';
import { DocumentLinks } from '../../../web/document-links.tsx';
import { useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { type Audit, FORMATS, internalAudit, ownHref, type OwnReport, type Review } from './client.ts';
import { StateBadge } from './lines.tsx';
import { messages } from './messages.ja.ts';
import { OwnReportForm } from './own-report-form.tsx';
import { ReportReading, ReviewReading } from './report-reading.tsx';

const text = messages.own;

export function Component() {
  const engagementId = useEngagementId();
  const { targetId = '' } = useParams();
  const load = ui.useLoad(() => internalAudit.getOwnReport({ engagementId, targetId }), [engagementId, targetId]);
  const target = load.state === 'ready' ? (load.data.audit?.target ?? null) : null;
  const title = target === null ? messages.ownTitle : messages.reportOf(target);
  return (
    <ui.Page title={title} breadcrumbs={[{ label: messages.ownTitle, href: ownHref(engagementId) }]}>
      <ui.Loaded from={load}>
        {(own) => <OwnVersions engagementId={engagementId} targetId={targetId} own={own} reload={load.reload} />}
      </ui.Loaded>
    </ui.Page>
  );
}

interface Part {
  readonly engagementId: string;
  readonly targetId: string;
  readonly own: OwnReport;
  readonly reload: () => void;
}

function OwnVersions({ engagementId, targetId, own, reload }: Part) {
  const { audit, versions, reviews } = own;
  const latest = versions.at(-1);
  const reviewOf = (id: string | undefined): Review | null => reviews.find(({ reportId }) => reportId === id) ?? null;
  const asked = reviewOf(versions.at(-2)?.id);
  const back = reviewOf(latest?.id);
  const start = ui.useCommand((options) => internalAudit.startReport({ engagementId, targetId }, options), {
    done: text.started,
    onDone: reload,
  });
  const links = (kind: 'report' | 'review') =>
    FORMATS.map((format) => ({
      kind: format,
      href: internalAudit.href('downloadOwnReport', { engagementId, targetId, kind, format }),
    }));
  if (audit === null) return <ui.EmptyState title={text.noAudit} />;
  return (
    <>
      {start.problem !== undefined && <ui.Problem problem={start.problem} />}
      {latest === undefined && (
        <div>
          <ui.Button busy={start.busy} onClick={() => void start.run()}>
            {text.start}
          </ui.Button>
        </div>
      )}
      {latest !== undefined && <DocumentLinks title={messages.report.reportPaper} files={links('report')} />}
      {reviews.length > 0 && <DocumentLinks title={messages.report.reviewPaper} files={links('review')} />}
      {latest?.state === 'draft' && asked !== null && versions.length > 1 && (
        <ReviewReading review={asked} report={versions.at(-2) ?? latest} />
      )}
      {latest?.state === 'draft' && (
        <OwnReportForm key={latest.version} report={latest} audit={audit} asked={asked} reload={reload} />
      )}
      {latest !== undefined && latest.state !== 'draft' && (
        <>
          {latest.state === 'submitted' && (
            <p>
              <StateBadge state={latest.state} />　{text.waiting}
            </p>
          )}
          {back !== null && <ReviewReading review={back} report={latest} />}
          {(latest.state === 'returned' || latest.state === 'settled') && (
            <div>
              <ui.Button busy={start.busy} onClick={() => void start.run()}>
                {latest.state === 'returned' ? text.next : text.nextFree}
              </ui.Button>
            </div>
          )}
          <ReportReading report={latest} audit={audit} asked={asked} />
        </>
      )}
      <Items audit={audit} />
    </>
  );
}

function Items({ audit }: { audit: Audit }) {
  return (
    <ui.Disclosure summary={text.items}>
      <p>{text.itemsHelp}</p>
      <ui.Table
        caption={text.items}
        hideCaption
        rows={audit.checks}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'item',
            header: text.item,
            rowHeader: true,
            cell: ({ number, title }) => messages.report.itemOf(number, title),
          },
          {
            key: 'judgement',
            header: text.judgement,
            nowrap: true,
            cell: ({ judgement }) => messages.judgements[judgement],
          },
          { key: 'fact', header: messages.report.fact, cell: ({ fact }) => fact || '―' },
        ]}
      />
    </ui.Disclosure>
  );
}
