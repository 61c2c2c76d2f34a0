import { useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { internalAudit, ownHref } from './client.ts';
import { ReportLines } from './lines.tsx';
import { messages } from './messages.ja.ts';

export function Component() {
  const engagementId = useEngagementId();
  const load = ui.useLoad(() => internalAudit.listOwnReports({ engagementId }), [engagementId]);
  return (
    <ui.Page title={messages.ownTitle} lead={messages.ownLead}>
      <ui.Loaded from={load}>
        {({ reports }) => (
          <ReportLines
            caption={messages.ownTitle}
            lines={reports}
            hrefOf={(targetId) => ownHref(engagementId, targetId)}
            none={messages.ownNone}
            noneHelp={messages.ownNoneHelp}
          />
        )}
      </ui.Loaded>
    </ui.Page>
  );
}
