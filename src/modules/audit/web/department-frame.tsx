/** The frame of a department's audit: name, state, next step, tabs; the tab's content gets the audit. */
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { AUDIT_STATE_LABELS } from '../labels.ts';
import { audit, auditHref, departmentHref, type DepartmentAudit, toneOf } from './audit-client.ts';
import { messages } from './messages.ja.ts';

const { tabs: text, frame, overview } = messages;
type TabName = Exclude<keyof typeof text, 'name'>;
const TABS: readonly TabName[] = [
  'plan',
  'requests',
  'hearings',
  'visits',
  'checks',
  'field',
  'samples',
  'papers',
  'sessions',
  'evidence',
  'contracts',
  'findings',
  'notice',
];

/** Parts of the audit under the focus theme that other programmes do not have. */
const OF_THE_THEME: readonly TabName[] = ['contracts'];

export interface FrameContent {
  readonly engagementId: string;
  readonly data: DepartmentAudit;
  /** Reads the audit again, after a command that changed it. */
  readonly reload: () => void;
}

export function DepartmentFrame({ tab, children }: { tab: TabName; children: (content: FrameContent) => ReactNode }) {
  const engagementId = useEngagementId();
  const { auditId = '' } = useParams();
  const load = ui.useLoad(() => audit.getAudit({ auditId }), [auditId]);
  const href = (name: TabName) => departmentHref(engagementId, auditId, name === 'plan' ? '' : name);
  const planned = load.state === 'ready' && load.data.targetId !== null;
  const name = load.state === 'ready' ? load.data.departmentName : overview.department;
  return (
    <ui.Page title={`${name}　${text[tab]}`} breadcrumbs={[{ label: frame.back, href: auditHref(engagementId) }]}>
      <ui.Tabs
        name={text.name}
        items={TABS.filter((entry) => !(planned && OF_THE_THEME.includes(entry))).map((entry) => ({
          label: text[entry],
          href: href(entry),
          exact: entry === 'plan',
        }))}
      />
      <ui.Loaded from={load}>
        {(data) => (
          <>
            <p className="flex flex-wrap items-center gap-3">
              <ui.StatusBadge tone={toneOf(data.state)}>{AUDIT_STATE_LABELS[data.state]}</ui.StatusBadge>
              <span>
                {frame.next}：
                {data.next.who === 'nobody' ? data.next.what : `${overview.who[data.next.who]}　${data.next.what}`}
              </span>
            </p>
            {children({ engagementId, data, reload: load.reload })}
          </>
        )}
      </ui.Loaded>
    </ui.Page>
  );
}
