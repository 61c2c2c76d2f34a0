import { useParams } from 'react-router';
import { useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { files, improvement, improvementHref } from './client.ts';
import { messages } from './messages.ja.ts';
import { PlanActions } from './plan-actions.tsx';
import { FieldsPart, FindingPart, HistoryPart, PlanStanding, SheetLinks } from './plan-record.tsx';

export function Component() {
  const engagementId = useEngagementId();
  const { planId = '' } = useParams();
  const load = ui.useLoad(
    async () => ({
      plan: await improvement.getPlan({ planId }),
      terms: await improvement.getFollowUpTerms({ engagementId }),
    }),
    [planId, engagementId],
  );
  const title = load.state === 'ready' ? load.data.plan.finding.title : messages.plan.plan;
  return (
    <ui.Page title={title} breadcrumbs={[{ label: messages.plan.back, href: improvementHref(engagementId) }]}>
      <ui.Loaded from={load}>
        {({ plan, terms }) => (
          <>
            <PlanStanding plan={plan} />
            <SheetLinks files={files(engagementId, 'improvement-sheet', ['xlsx', 'docx', 'pdf'], plan.id)} />
            <PlanActions key={plan.version} plan={plan} terms={terms} reload={load.reload} />
            <FindingPart plan={plan} />
            <FieldsPart plan={plan} />
            <HistoryPart
              plan={plan}
              fileHref={(fileId) => improvement.href('downloadFile', { planId: plan.id, fileId })}
            />
          </>
        )}
      </ui.Loaded>
    </ui.Page>
  );
}
