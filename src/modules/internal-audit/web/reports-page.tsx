import { ListExchange } from '../../../web/list-exchange.tsx';
import { useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { internalAudit, reportsHref } from './client.ts';
import { ReportLines } from './lines.tsx';
import { messages } from './messages.ja.ts';

export function Component() {
  const engagementId = useEngagementId();
  const load = ui.useLoad(() => internalAudit.listReports({ engagementId }), [engagementId]);
  return (
    <ui.Page title={messages.title} lead={messages.lead}>
      <ui.Loaded from={load}>
        {({ reports }) => (
          <>
            <p>
              <ListExchange list="internal-audit.auditor-reports" engagementId={engagementId} name={messages.title} />
            </p>
            <ReportLines
              caption={messages.title}
              lines={reports}
              hrefOf={(targetId) => reportsHref(engagementId, targetId)}
              none={messages.none}
              noneHelp={messages.noneHelp}
            />
          </>
        )}
      </ui.Loaded>
    </ui.Page>
  );
}
