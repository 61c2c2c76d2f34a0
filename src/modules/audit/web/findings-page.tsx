import { ListExchange } from '../../../web/list-exchange.tsx';
import { useCan, useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { audit, auditNames, documentFiles } from './audit-client.ts';
import { FindingTable } from './finding-table.tsx';
import { DocumentLinks } from '../../../web/document-links.tsx';
import { messages } from './messages-result.ja.ts';

const text = messages.findings;

export function Component() {
  const engagementId = useEngagementId();
  const work = useCan()('audit.work');
  const load = ui.useLoad(async () => {
    const [{ findings }, { audits }] = await Promise.all([
      audit.listFindings({ engagementId }),
      audit.getProgramme({ engagementId }),
    ]);
    return {
      findings,
      names: auditNames(audits),
      themed: audits.length === 0 || audits.some(({ targetId }) => targetId === null),
    };
  }, [engagementId]);
  return (
    <ui.Page title={text.title} lead={text.lead}>
      <ui.Loaded from={load}>
        {({ findings, names, themed }) => (
          <>
            <FindingTable
              engagementId={engagementId}
              findings={findings}
              names={names}
              emptyHelp={work ? text.emptyContractor : text.emptyCity}
            />
            {themed ? (
              <>
                <DocumentLinks
                  title={text.list}
                  files={documentFiles(engagementId, 'findings-list', null, ['xlsx', 'docx', 'pdf'])}
                />
                <DocumentLinks
                  title={text.onePage}
                  files={documentFiles(engagementId, 'findings-on-one-page', null, ['xlsx'])}
                />
              </>
            ) : (
              <p>
                {text.listElsewhere}
                <ui.TextLink href={`/engagements/${engagementId}/audit-report/lists`}>{text.listPage}</ui.TextLink>
              </p>
            )}
            <div>
              <ListExchange list="audit.findings" engagementId={engagementId} />
            </div>
          </>
        )}
      </ui.Loaded>
    </ui.Page>
  );
}
