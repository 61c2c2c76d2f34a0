import { useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { reportHref } from './client.ts';
import { messages } from './messages.ja.ts';

export function ReportTabs() {
  const engagementId = useEngagementId();
  const { name, reports, ...pages } = messages.tabs;
  return (
    <ui.Tabs
      name={name}
      items={[
        { label: reports, href: reportHref(engagementId), exact: true },
        ...Object.entries(pages).map(([page, label]) => ({ label, href: reportHref(engagementId, page) })),
      ]}
    />
  );
}
