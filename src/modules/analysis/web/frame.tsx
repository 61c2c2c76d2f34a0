import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useEngagementId } from '../../../web/session.ts';
import { Page, Tabs } from '../../../web/ui/index.ts';
import { messages } from './messages.ja.ts';

/** The head that all pages on one campaign share: its title and a tab for each view, each with an address of its own. */
export function Frame({
  title,
  view,
  anonymous = false,
  children,
}: {
  title: string | undefined;
  view: string;
  /** Of a survey without names only the sums can be shown. */
  anonymous?: boolean;
  children: ReactNode;
}) {
  const { campaignId = '' } = useParams();
  const engagementId = useEngagementId();
  const base = `/engagements/${engagementId}/analysis/${campaignId}`;
  const { tabs, list } = messages;
  return (
    <Page
      title={title === undefined ? list.title : `${title}　${view}`}
      breadcrumbs={[{ label: list.title, href: `/engagements/${engagementId}/analysis` }]}
    >
      <Tabs
        name={tabs.name}
        items={[
          { label: tabs.overview, href: base, exact: true },
          ...(anonymous
            ? []
            : [
                { label: tabs.years, href: `${base}/years` },
                { label: tabs.doubts, href: `${base}/doubts` },
                { label: tabs.items, href: `${base}/items` },
                { label: tabs.reports, href: `${base}/reports` },
              ]),
        ]}
      />
      {children}
    </Page>
  );
}
