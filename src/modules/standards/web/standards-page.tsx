import { useCan, useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { AdoptSection } from './adopt-section.tsx';
import { AwaitedSection } from './awaited-section.tsx';
import { CataloguesSection } from './catalogues-section.tsx';
import { ConflictSection } from './conflict-section.tsx';
import { messages } from './messages.ja.ts';
import { PrecedenceSection } from './precedence-section.tsx';
import { ReceivedSection } from './received-section.tsx';
import { standards } from './standards-client.ts';

const FORMATS = ['docx', 'pdf', 'xlsx'] as const;

export function Component() {
  const engagementId = useEngagementId();
  const can = useCan();
  const list = ui.useLoad(() => standards.listStandards({ engagementId }), [engagementId]);
  return (
    <ui.Page
      title={messages.title}
      lead={messages.lead}
      actions={
        <ui.DownloadLinks
          title={messages.listDocument}
          files={FORMATS.map((format) => ({
            kind: format,
            href: standards.href('downloadList', { engagementId, format }),
          }))}
        />
      }
    >
      <ui.Loaded from={list}>
        {(data) => {
          const part = { engagementId, list: data, onChange: list.reload };
          return (
            <>
              <ReceivedSection {...part} />
              <AwaitedSection {...part} />
              <PrecedenceSection {...part} />
              <ConflictSection {...part} />
              <CataloguesSection engagementId={engagementId} />
              {can('standards.provide') && <AdoptSection {...part} />}
            </>
          );
        }}
      </ui.Loaded>
    </ui.Page>
  );
}
