import { useParams } from 'react-router';
import { DocumentLinks } from '../../../web/document-links.tsx';
import { useCan, useEngagementId, useSession } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { FORMATS, internalAudit, type Reports, reportsHref } from './client.ts';
import { messages } from './messages.ja.ts';
import { ReportReading, ReviewReading } from './report-reading.tsx';
import { ReviewForm } from './review-form.tsx';

const text = messages.report;

export function Component() {
  const engagementId = useEngagementId();
  const { targetId = '' } = useParams();
  const load = ui.useLoad(() => internalAudit.getReports({ engagementId, targetId }), [engagementId, targetId]);
  const target = load.state === 'ready' ? (load.data.audit?.target ?? null) : null;
  const title = target === null ? messages.title : messages.reportOf(target);
  return (
    <ui.Page title={title} breadcrumbs={[{ label: messages.title, href: reportsHref(engagementId) }]}>
      <ui.Loaded from={load}>
        {(reports) => (
          <Versions engagementId={engagementId} targetId={targetId} reports={reports} reload={load.reload} />
        )}
      </ui.Loaded>
    </ui.Page>
  );
}

function Versions({
  engagementId,
  targetId,
  reports,
  reload,
}: {
  engagementId: string;
  targetId: string;
  reports: Reports;
  reload: () => void;
}) {
  const { audit, versions, reviews, reviewer } = reports;
  const { account } = useSession();
  const may = useCan()('internal-audit.review') && account.party === reviewer;
  const latest = versions.at(-1);
  if (latest === undefined) return <ui.EmptyState title={text.noReport}>{text.noReportHelp}</ui.EmptyState>;
  const reviewOf = (id: string | undefined) => reviews.find(({ reportId }) => reportId === id) ?? null;
  const issued = (id: string | undefined) => {
    const found = reviewOf(id);
    return found?.state === 'issued' ? found : null;
  };
  const older = versions.slice(0, -1).toReversed();
  const links = (kind: string) =>
    FORMATS.map((format) => ({
      kind: format,
      href: internalAudit.href('downloadDocument', { engagementId, kind, subject: targetId, format }),
    }));
  const own = issued(latest.id);
  return (
    <>
      <DocumentLinks title={text.reportPaper} files={links('internal-report')} />
      {reviews.some(({ state }) => state === 'issued') && (
        <DocumentLinks title={text.reviewPaper} files={links('auditor-report-review')} />
      )}
      <ReportReading report={latest} audit={audit} asked={issued(versions.at(-2)?.id)} />
      {own !== null && <ReviewReading review={own} report={latest} />}
      {latest.state === 'submitted' &&
        (may ? (
          <ReviewForm report={latest} review={reviewOf(latest.id)} reload={reload} />
        ) : (
          <p>{reviewer === 'city' ? messages.review.byCity : messages.review.byContractor}</p>
        ))}
      {older.map((report) => {
        const review = issued(report.id);
        return (
          <ui.Disclosure key={report.id} summary={`${text.older}　${messages.edition(report.number)}`}>
            <ReportReading report={report} audit={audit} asked={null} />
            {review !== null && <ReviewReading review={review} report={report} />}
          </ui.Disclosure>
        );
      })}
    </>
  );
}
